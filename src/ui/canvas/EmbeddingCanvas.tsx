/** The embedding: the same nodes where the projection of the chosen layer puts them. */
import type { AppState } from '../state/appState';
import { useAppState } from '../state/hooks';
import { AreaSelection } from './AreaSelection';
import { CameraController } from './controllers/CameraController';
import { GroundController } from './controllers/GroundController';
import { HeldOutController } from './controllers/HeldOutController';
import { HighlightController } from './controllers/HighlightController';
import { KeyboardController } from './controllers/KeyboardController';
import { LooksController } from './controllers/LooksController';
import { MotionController } from './controllers/MotionController';
import { PointerController } from './controllers/PointerController';
import { TrustController } from './controllers/TrustController';
import styles from './EmbeddingCanvas.module.css';
import { NodeTag } from './NodeTag';
import { SceneCanvas } from './SceneCanvas';

const projectedPositions = ({ projection }: AppState): Float32Array | null =>
  projection?.kind === 'points' ? projection.positions : null;

/** Why there is nothing to see; null when there is something. */
function absence({ projection, graph }: AppState): string | null {
  if (projection?.kind === 'nothing') return projection.sentence;
  const fits = graph && projection?.positions.length === 2 * graph.data.numNodes;
  return fits ? null : 'The embedding appears with the first picture.';
}

export function EmbeddingCanvas() {
  const data = useAppState((state) => state.graph?.data ?? null);
  const sentence = useAppState(absence);
  return (
    <>
      {data && (
        <SceneCanvas
          name="embedding"
          data={data}
          label={`${data.name}: what the chosen layer makes of its nodes.`}
          blank={sentence !== null}
        >
          <MotionController select={projectedPositions} />
          <LooksController />
          <GroundController />
          <TrustController />
          <HeldOutController />
          <HighlightController withEdges={false} />
          <CameraController />
          <PointerController />
          <KeyboardController />
          <AreaSelection />
          <NodeTag />
        </SceneCanvas>
      )}
      {sentence !== null && <output className={styles.absence}>{sentence}</output>}
    </>
  );
}
