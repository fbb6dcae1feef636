/** A canvas with its scene: fills its parent and hands the scene to the controllers inside. */
import { useRef, type ReactNode } from 'react';
import type { GraphData } from '../../data/graph/graphData';
import { useAppState } from '../state/hooks';
import { LostPicture } from './LostPicture';
import { TopologyController } from './controllers/TopologyController';
import type { SceneName } from './redraws';
import { SceneProvider } from './sceneContext';
import styles from './SceneCanvas.module.css';
import { useScene } from './useScene';

interface SceneCanvasProps {
  readonly name: SceneName;
  readonly data: GraphData;
  /** What a screen reader says of it. */
  readonly label: string;
  /** Nothing to show: the canvas stays, unseen. */
  readonly blank?: boolean;
  readonly children: ReactNode;
}

export function SceneCanvas({ name, data, label, blank = false, children }: SceneCanvasProps) {
  const stage = useRef<HTMLDivElement>(null);
  const base = useAppState((state) => state.graph?.base ?? data);
  const built = useScene(stage, data, base, name);
  const scene = built?.scene ?? null;

  return (
    <div className={styles.frame} data-blank={blank || undefined}>
      <div
        ref={stage}
        className={styles.stage}
        role="application"
        aria-label={`${label} Keys: arrows go from node to node, Enter selects, Shift with an arrow moves, plus and minus zoom, F fits.`}
      />
      {built && !scene && (
        <p className={styles.without}>
          This browser gives the page no WebGL, so this picture cannot be drawn. Training and charts go on.
        </p>
      )}
      {scene && !blank && (
        <SceneProvider value={scene}>
          <TopologyController />
          {children}
        </SceneProvider>
      )}
      {scene && <LostPicture scene={scene} />}
    </div>
  );
}
