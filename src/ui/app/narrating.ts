/**
 * Tells how one node comes by its row, layer by layer from the input to the output, a sentence at a time. The layer that
 * is looked at is the one that is told: graph, receptive field, embedding and inspector go along, and choosing another
 * layer or node moves the narration there. It goes on by itself, slowly, unless motion is not wanted: then it stands.
 */
import { beatsOf } from '../views/narration/beats';
import { wellChosen } from '../views/narration/wellChosen';
import type { AppState } from '../state/appState';
import type { Narration, Told } from '../state/narration';
import type { ViewSpec } from '../state/viewSpec';
import type { Context } from './context';
import { selectedNode } from './follow';

/** Time to read a sentence: so much, and so much for each letter. */
const [BEAT_MS, LETTER_MS] = [2500, 55];

export const msFor = (text: string): number => BEAT_MS + LETTER_MS * text.length;

export interface Narrator {
  /** Begins, or ends what is under way. */
  toggle(): void;
  /** Goes on by itself from here, or stands still. */
  pause(): void;
  /** One sentence on (1) or back (-1); over the ends of a layer to the next one. */
  step(by: 1 | -1): void;
}

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable], dialog') !== null;
const isOwnKeys = (target: EventTarget | null): boolean =>
  isTyped(target) || (target instanceof Element && target.closest('[role=application], summary') !== null);
const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a') !== null;

const isSame = (a: Told | null, b: Told | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.text === b.text &&
    a.layer === b.layer &&
    a.node === b.node &&
    a.term === b.term);

export function createNarrator(
  { store, update }: Context,
  setView: (change: Partial<ViewSpec>) => void,
  remember: () => void,
): Narrator {
  let timer = 0;
  let unsubscribe: (() => void) | null = null;

  const now = (): Narration | null => store.getState().narration;
  const put = (change: Partial<Narration>): void =>
    update((state) => (state.narration ? { ...state, narration: { ...state.narration, ...change } } : state));

  const end = (): void => {
    window.clearTimeout(timer);
    timer = 0;
    unsubscribe?.();
    unsubscribe = null;
    document.removeEventListener('keydown', onKey, { capture: true });
    if (now()) update((state) => ({ ...state, narration: null }));
  };

  const rest = (): void => {
    window.clearTimeout(timer);
    timer = 0;
  };

  /** Waits until the sentence has been read, if it goes on by itself. */
  const wait = (): void => {
    rest();
    const narration = now();
    if (narration?.isPlaying && narration.told)
      timer = window.setTimeout(() => move(1), msFor(narration.told.text));
  };

  const move = (by: 1 | -1): void => {
    const { training, view, narration } = store.getState();
    if (!narration) return;
    const next = narration.beat + by;
    if (narration.told && next >= 0 && next < narration.count) return stand(next);
    const at = training.layers.findIndex(({ id }) => id === view.layer);
    const layer = training.layers[at + by];
    if (!layer) return put({ isPlaying: false });
    rest();
    // Counted from the end of a layer that is gone back to, once its trace is there.
    put({ beat: by > 0 ? 0 : Infinity, told: null });
    setView({ layer: layer.id });
    look();
  };

  const stand = (beat: number): void => {
    put({ beat, told: null });
    look();
  };

  /** Puts the sentence of the place that was gone to, as soon as what it tells is there; keeps its numbers up to date. */
  const look = (): void => {
    const state = store.getState();
    const { narration } = state;
    if (!narration) return;
    if (selectedNode(state) === null) return end();
    const beats = beatsOf(state);
    if (!beats || beats.length === 0) return;
    const beat = Math.max(0, Math.min(narration.beat, beats.length - 1));
    const told = beats[beat] ?? null;
    if (isSame(told, narration.told) && narration.count === beats.length) return;
    const isNew = narration.told === null;
    put({ beat, count: beats.length, told });
    if (isNew) wait();
  };

  const follow = (state: AppState, before: AppState): void => {
    if (!state.narration) return;
    const isElsewhere =
      state.view.layer !== before.view.layer || state.view.selection !== before.view.selection;
    if (isElsewhere && state.narration.told) {
      rest();
      const isOwn = state.view.selection === before.view.selection && state.narration.isChosen;
      // Not from within the change that is being told.
      queueMicrotask(() => {
        put({ beat: 0, told: null, isChosen: isOwn });
        look();
      });
      return;
    }
    const isIdle =
      state.explained === before.explained &&
      state.accounted === before.accounted &&
      state.training === before.training &&
      state.view === before.view;
    if (!isIdle) queueMicrotask(look);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const does: Readonly<Record<string, () => void>> = {
      Escape: end,
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      ' ': pause,
    };
    const act = does[event.key];
    const isTaken =
      event.key === 'Escape'
        ? isTyped(event.target)
        : isOwnKeys(event.target) || (event.key === ' ' && isButton(event.target));
    if (!act || isTaken) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const begin = (): void => {
    const state = store.getState();
    const first = state.training.layers[0]?.id;
    if (first === undefined || !state.graph || state.graph.data.numNodes === 0) return;
    remember();
    const selected = selectedNode(state);
    const node = selected ?? wellChosen(state.graph.data, state.training.predictions);
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    setView({ layer: first, ...(selected === null ? { selection: [node], edge: null } : {}) });
    update((s) => ({
      ...s,
      narration: { isPlaying: !isStill, beat: 0, count: 0, isChosen: selected === null, told: null },
    }));
    document.addEventListener('keydown', onKey, { capture: true });
    unsubscribe = store.subscribe(follow);
    look();
  };

  const pause = (): void => {
    const narration = now();
    if (!narration) return;
    put({ isPlaying: !narration.isPlaying });
    wait();
  };

  const step = (by: 1 | -1): void => {
    put({ isPlaying: false });
    rest();
    move(by);
  };

  return { toggle: () => (now() ? end() : begin()), pause, step };
}
