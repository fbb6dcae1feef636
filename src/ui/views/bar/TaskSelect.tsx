import { TASKS } from '../../../data/run/tasks/list';
import { defaultTask, taskDescriptor } from '../../../data/run/tasks/tasks';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Select } from '../../widgets/Select';

const OPTIONS = TASKS.map(({ id, name, sentence }) => ({ value: id, label: name, hint: sentence }));

/** What is learned on the graph; nothing while there is no choice. Its settings stand in the build panel. */
export function TaskSelect() {
  const { setTask } = useActions();
  const id = useAppState((state) => state.run.task.id);
  if (TASKS.length < 2) return null;
  return (
    <Select
      label="Task"
      strong
      value={id}
      options={OPTIONS}
      onChange={(next) => setTask(defaultTask(taskDescriptor(next)))}
    />
  );
}
