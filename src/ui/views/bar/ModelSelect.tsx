import { MAX_DEPTH, MIN_DEPTH, MODELS } from '../../../data/spec/models';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { countOf } from '../../widgets/numbers';
import { Select } from '../../widgets/Select';

const DEPTHS = Array.from({ length: MAX_DEPTH - MIN_DEPTH + 1 }, (_, index) => MIN_DEPTH + index);

/** The model, offered by its depth; what is in a layer is set on its card. */
export function ModelSelect() {
  const { addLayer, removeLayer } = useActions();
  const depth = useAppState((state) => state.draft.model.layers.length);
  const id = useAppState((state) => state.draft.model.id);
  const name = MODELS.find((model) => model.id === id)?.name ?? id;
  return (
    <Select
      label="Model"
      strong
      value={String(depth)}
      options={DEPTHS.map((each) => ({ value: String(each), label: `${name} · ${countOf(each, 'layer')}` }))}
      onChange={(value) => {
        for (let layers = depth; layers < Number(value); layers++) addLayer();
        // The last hidden layer goes first; the output layer stays.
        for (let layers = depth; layers > Number(value); layers--) removeLayer(layers - 2);
      }}
    />
  );
}
