/** The graph: nodes at their layout positions, edges between them. */
import type { AppState } from '../state/appState';
import { useAppState } from '../state/hooks';
import { AreaSelection } from './AreaSelection';
import { EdgeNote } from './EdgeNote';
import { EditController } from './controllers/EditController';
import { FlowController } from './controllers/FlowController';
import { CameraController } from './controllers/CameraController';
import { HeldOutController } from './controllers/HeldOutController';
import { HighlightController } from './controllers/HighlightController';
import { KeyboardController } from './controllers/KeyboardController';
import { LooksController } from './controllers/LooksController';
import { MotionController } from './controllers/MotionController';
import { PointerController } from './controllers/PointerController';
import { NodeTag } from './NodeTag';
import { SceneCanvas } from './SceneCanvas';

const layoutPositions = (state: AppState): Float32Array | null => state.graph?.positions ?? null;

export function GraphCanvas() {
  const data = useAppState((state) => state.graph?.data ?? null);
  if (!data) return null;
  return (
    <SceneCanvas name="graph" data={data} label={`${data.name} as a graph of ${data.numNodes} nodes.`}>
      <MotionController select={layoutPositions} />
      <LooksController />
      <FlowController />
      <HeldOutController />
      <HighlightController withEdges />
      <CameraController />
      <PointerController />
      <KeyboardController />
      <AreaSelection />
      <EditController />
      <NodeTag />
      <EdgeNote />
    </SceneCanvas>
  );
}
