import { MODELS } from '../../../data/run/models';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { chosenRun } from '../../state/settings';
import { Select } from '../../widgets/Select';
import { modelOptions } from './modelOptions';

/** The model, with its own layers and recipe; its depth and what is in a layer are set in the build panel. */
export function ModelSelect() {
  const { setModel } = useActions();
  const run = useAppState(chosenRun);
  const hasLabels = useAppState(({ data, graph }) =>
    data.kind === 'loading'
      ? data.descriptor.counts.classes !== 0
      : graph?.data.labelling.classNames.length !== 0,
  );
  return <Select label="Model" strong {...modelOptions(MODELS, run, hasLabels)} onChange={setModel} />;
}
