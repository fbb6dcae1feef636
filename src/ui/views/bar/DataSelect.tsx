import { DATASETS } from '../../../data/spec/catalogue';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Select } from '../../widgets/Select';
import { dataOptions, optionOf, refOf } from './dataOptions';

const OPTIONS = dataOptions(DATASETS);

export function DataSelect() {
  const { loadData } = useActions();
  const data = useAppState((state) => state.draft.data);
  return (
    <Select
      label="Data"
      strong
      value={optionOf(DATASETS, data)}
      options={OPTIONS}
      onChange={(value) => {
        const { id, labelling } = refOf(value);
        loadData(id, labelling);
      }}
    />
  );
}
