import type { ReactNode } from 'react';
import { EmbeddingCanvas } from '../../canvas/EmbeddingCanvas';
import type { LayerInfo } from '../../../data/run/records';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { methodChange, shownMethod } from '../../state/shownMethod';
import { Guarded } from '../../widgets/Guarded';
import { Select } from '../../widgets/Select';
import { CanvasPanel } from '../CanvasPanel';
import { EmbeddingFoot } from './EmbeddingFoot';
import { FidelityMeter } from './FidelityMeter';
import { COLLAPSED } from './fidelityText';
import { METHODS } from './methods';
import { boundaryText, projectionStatus } from './projectionStatus';

const isTwoWide = ({ numCols }: LayerInfo): boolean => numCols === 2;

/** @param after stands at the outer end of its head */
export function EmbeddingPanel({ after }: { readonly after: ReactNode }) {
  const { setView } = useActions();
  const asked = useAppState((state) => state.view.method);
  const twoByAxes = useAppState((state) => state.view.twoByAxes);
  const layer = useAppState((state) => state.training.layers.find(({ id }) => id === state.view.layer));
  const method = shownMethod({ method: asked, twoByAxes }, layer);
  const projection = useAppState((state) => state.projection);
  const hasAxes = useAppState((state) => state.training.layers.some(isTwoWide));
  const isCollapsed = projection?.kind === 'points' && projection.fidelity?.collapse?.isCollapsed === true;
  const caveats = projection?.kind === 'points' ? projection.caveats : [];
  const instead =
    projection?.kind === 'points' && method === 'axes' && projection.method === 'pca'
      ? 'PCA: raw axes need two units'
      : null;
  return (
    <CanvasPanel
      title="Embedding"
      after={after}
      chooser={<FidelityMeter />}
      controls={
        <Guarded control="projection" look="line">
          <Select
            label="method"
            value={method}
            options={METHODS.filter(({ value }) => value !== 'axes' || hasAxes || method === 'axes')}
            hint={METHODS.find(({ value }) => value === method)?.hint ?? ''}
            onChange={(next) => setView(methodChange({ method: asked, twoByAxes }, layer, next))}
          />
        </Guarded>
      }
      status={[
        isCollapsed && COLLAPSED,
        projectionStatus(projection),
        instead,
        boundaryText(projection),
        ...caveats,
      ]
        .filter(Boolean)
        .join(' · ')}
      foot={
        <Guarded control="projection" look="line">
          <EmbeddingFoot />
        </Guarded>
      }
    >
      <EmbeddingCanvas />
    </CanvasPanel>
  );
}
