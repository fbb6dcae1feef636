/**
 * Where a canvas looks is part of what is shown: the camera is told to the view when it has come to rest, and goes
 * where a scene, or the way back, puts it.
 */
import { useLayoutEffect } from 'react';
import { useActions } from '../../state/actions';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import type { Camera } from '../../state/viewSpec';
import { useCanvasScene } from '../sceneContext';
import { WHOLE } from '../view/placing';

/** Without a change for so long, the camera rests. */
const REST_MS = 250;
/** Less than this of the picture cannot be seen. */
const UNSEEN = 1e-4;

const isSame = (a: Camera | null, b: Camera | null): boolean => {
  const [one, other] = [a ?? WHOLE, b ?? WHOLE];
  return (
    Math.abs(one.x - other.x) < UNSEEN &&
    Math.abs(one.y - other.y) < UNSEEN &&
    Math.abs(one.ratio - other.ratio) < UNSEEN
  );
};

export function CameraController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const { setView } = useActions();
  useLayoutEffect(() => {
    const { name, camera } = scene;
    let timer: ReturnType<typeof setTimeout> | null = null;
    /** What the view says, as far as it is known here. */
    let known: Camera | null = null;

    const tell = (): void => {
      timer = null;
      const { x, y, ratio } = camera.state;
      const now = isSame({ x, y, ratio }, null) ? null : { x, y, ratio };
      if (isSame(now, known)) return;
      known = now;
      setView({ camera: { ...store.getState().view.camera, [name]: now } });
    };
    const moved = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(tell, REST_MS);
    };
    const follow = ({ view }: AppState): void => {
      const wanted = view.camera[name];
      if (isSame(wanted, known)) return;
      known = wanted;
      camera.set(wanted ?? WHOLE);
    };
    follow(store.getState());
    const forget = camera.moved.add(moved);
    const unsubscribe = store.subscribe((state, before) => {
      follow(state);
      if (state.gaze && state.gaze !== before.gaze) scene.goTo(state.gaze.nodes);
    });
    return () => {
      unsubscribe();
      forget();
      if (timer !== null) clearTimeout(timer);
    };
  }, [scene, store, setView]);
  return null;
}
