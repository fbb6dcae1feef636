/**
 * Plays through the layers: the chosen layer steps from the input to the output, and with it the receptive field, the
 * messages and the embedding. Any press or Escape ends it where it is. Where motion is not wanted, each call is a step.
 */
import type { ViewSpec } from '../state/viewSpec';
import { PLAYS_LAYERS } from '../views/embedding/PlayLayers';
import type { Context } from './context';

/** How long a layer is looked at. */
const LAYER_MS = 1200;
/** A picture that is not there after this long is not waited for. */
const LONGEST_WAIT_MS = 4000;
const POLL_MS = 100;

export interface LayerPlayer {
  /** Begins, or ends what is under way. */
  play(): void;
}

/** The layer after `layer`; the first one after the last, and after one that is not there. */
export function layerAfter(layers: readonly { readonly id: string }[], layer: string): string | null {
  const at = layers.findIndex(({ id }) => id === layer);
  return (layers[at + 1] ?? layers[0])?.id ?? null;
}

export function createLayerPlayer(
  { store, update }: Context,
  setView: (change: Partial<ViewSpec>) => void,
  remember: () => void,
): LayerPlayer {
  let timer = 0;

  const end = () => {
    window.clearTimeout(timer);
    timer = 0;
    document.removeEventListener('pointerdown', onPress, { capture: true });
    document.removeEventListener('keydown', onKey, { capture: true });
    if (store.getState().walking) update((state) => ({ ...state, walking: false }));
  };

  const onPress = (event: PointerEvent) => {
    if (!(event.target instanceof Element && event.target.closest(`[${PLAYS_LAYERS}]`))) end();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It ends the walk, and leaves the selection.
    event.preventDefault();
    event.stopPropagation();
    end();
  };

  /** Looks at the layer that was set, until its time is over and its picture is there. */
  const look = (since: number) => {
    const { view, projection, training } = store.getState();
    const passed = performance.now() - since;
    const isThere = projection?.layer === view.layer || passed > LONGEST_WAIT_MS;
    if (passed < LAYER_MS || !isThere) {
      timer = window.setTimeout(() => look(since), Math.max(POLL_MS, LAYER_MS - passed));
      return;
    }
    if (view.layer === training.layers.at(-1)?.id) end();
    else stepTo(layerAfter(training.layers, view.layer));
  };

  const stepTo = (layer: string | null) => {
    if (layer === null) return end();
    setView({ layer });
    const since = performance.now();
    timer = window.setTimeout(() => look(since), LAYER_MS);
  };

  const play = () => {
    if (store.getState().walking) return end();
    const { training, view } = store.getState();
    const first = training.layers[0]?.id;
    if (first === undefined) return;
    remember();
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setView({ layer: layerAfter(training.layers, view.layer) ?? first });
      return;
    }
    update((state) => ({ ...state, walking: true }));
    document.addEventListener('pointerdown', onPress, { capture: true });
    document.addEventListener('keydown', onKey, { capture: true });
    stepTo(first);
  };

  return { play };
}
