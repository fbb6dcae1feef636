import { EmbeddingCanvas } from '../../canvas/EmbeddingCanvas';
import { PROJECTION_METHODS, type ProjectionMethod } from '../../../engine/types';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Select } from '../../widgets/Select';
import { CanvasPanel } from '../CanvasPanel';
import { LayerChoice } from './LayerChoice';
import { projectionStatus } from './projectionStatus';

const NAMES: Readonly<Record<ProjectionMethod, string>> = {
  umap: 'UMAP',
  'umap-js': 'UMAP (umap-js)',
  pca: 'PCA',
  axes: 'raw axes',
};
const METHODS = PROJECTION_METHODS.map((method) => ({ value: method, label: NAMES[method] }));

export function EmbeddingPanel() {
  const { setView } = useActions();
  const method = useAppState((state) => state.view.method);
  const projection = useAppState((state) => state.projection);
  const caveats = projection?.kind === 'points' ? projection.caveats : [];
  return (
    <CanvasPanel
      title="Embedding"
      chooser={<LayerChoice />}
      controls={
        <Select
          label="method"
          value={method}
          options={METHODS}
          onChange={(next) => setView({ method: next })}
        />
      }
      status={[projectionStatus(projection), ...caveats].filter(Boolean).join(' · ')}
    >
      <EmbeddingCanvas />
    </CanvasPanel>
  );
}
