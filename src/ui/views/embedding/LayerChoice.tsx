import type { LayerInfo } from '../../../engine/types';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Segmented } from '../../widgets/Segmented';
import { LayerName } from '../LayerName';

const KINDS: Readonly<Record<LayerInfo['kind'], string>> = {
  input: 'input features',
  hidden: 'hidden layer',
  output: 'output, before the softmax',
};

/** Whose embedding is drawn: the input, each hidden layer, the output. */
export function LayerChoice() {
  const { setView } = useActions();
  const layers = useAppState((state) => state.training.layers);
  const layer = useAppState((state) => state.view.layer);
  if (layers.length === 0) return null;
  return (
    <Segmented
      label="Layer"
      value={layer}
      segments={layers.map(({ id, label, kind, numCols }) => ({
        value: id,
        label: `${label}: ${KINDS[kind]}, ${numCols} wide`,
        face: <LayerName label={label} />,
      }))}
      onChange={(next) => setView({ layer: next })}
    />
  );
}
