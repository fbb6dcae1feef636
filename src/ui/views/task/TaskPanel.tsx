import { TASKS } from '../../../data/run/tasks/list';
import type { Param } from '../../../data/run/params';
import { taskDescriptor } from '../../../data/run/tasks/tasks';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Section } from '../../widgets/Section';
import { ParamForm } from '../../widgets/ParamForm';
import { changedTask, taskParams } from './taskChange';
import styles from './TaskPanel.module.css';

const isSwitch = ({ kind }: Param): boolean => kind === 'boolean';

/** What is learned, by which loss, and how the edges are split where it is learned from them. Any change is another run. */
export function TaskPanel() {
  const { setTask } = useActions();
  const task = useAppState((state) => state.run.task);
  const hasGraph = useAppState((state) => state.graph !== null);
  if (!hasGraph || TASKS.length < 2) return null;
  const { sentence } = taskDescriptor(task.id);
  const params = taskParams(task);
  const form = (some: readonly Param[]) => (
    <ParamForm
      params={some}
      values={{ ...task }}
      note={(key) => some.find((param) => param.key === key)?.help ?? null}
      onChange={(key, value) => setTask(changedTask(task, key, value))}
    />
  );
  return (
    <Section title="Task">
      <p className={styles.sentence}>{sentence}</p>
      {form(params.filter((param) => !isSwitch(param)))}
      {params.filter(isSwitch).map((param) => (
        <div key={param.key}>
          {form([param])}
          <p className={styles.note}>{param.help}</p>
        </div>
      ))}
    </Section>
  );
}
