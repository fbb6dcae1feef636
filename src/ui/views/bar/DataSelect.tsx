import { useMemo } from 'react';
import { DATASETS } from '../../../data/run/catalogue';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { chosenRun } from '../../state/settings';
import { Select } from '../../widgets/Select';
import { dataOptions, OPEN_FILE, optionOf, refOf } from './dataOptions';

/** The sets of the page, then the visitor's own, then the way to a new one. */
export function DataSelect() {
  const { loadData, showDialog } = useActions();
  const data = useAppState((state) => chosenRun(state).data);
  const own = useAppState((state) => state.ownSets);
  const shown = useAppState((state) => state.data.descriptor);
  // What is shown stays on the list when it is forgotten.
  const sets = useMemo(() => {
    const known = [...DATASETS, ...own];
    return known.some(({ id }) => id === shown.id) ? known : [...known, shown];
  }, [own, shown]);
  const options = useMemo(() => dataOptions(sets), [sets]);
  return (
    <Select
      label="Data"
      strong
      value={optionOf(sets, data)}
      options={options}
      onChange={(value) => {
        if (value === OPEN_FILE) return showDialog('open');
        const { id, labelling } = refOf(value);
        loadData(id, labelling);
      }}
    />
  );
}
