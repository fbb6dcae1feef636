/** Says that not all edges are drawn, where they are too many. */
import { useSyncExternalStore } from 'react';
import { writeCount } from '../widgets/numbers';
import { useCanvasScene } from './sceneContext';
import styles from './SceneCanvas.module.css';

export function EdgeNote() {
  const { edges } = useCanvasScene();
  const drawn = useSyncExternalStore(
    (changed) => edges.counted.add(changed),
    () => edges.count.drawn,
  );
  const { all } = edges.count;
  if (drawn >= all) return null;
  return (
    <p className={styles.thinned}>
      {writeCount(drawn)} of {writeCount(all)} edges are drawn, the shortest; zoom in to see all of a part.
    </p>
  );
}
