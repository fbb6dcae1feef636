import type { Param, ParamValue } from '../../../data/run/params';
import type { TaskSpec } from '../../../data/run/tasks/descriptor';
import { taskDescriptor } from '../../../data/run/tasks/tasks';
import { validateTask } from '../../../data/run/validate';

/** The task with one setting changed. */
export const changedTask = (task: TaskSpec, key: string, value: ParamValue): TaskSpec =>
  validateTask({ ...task, [key]: value });

/** The settings of a task that leave a choice. */
export const taskParams = ({ id }: TaskSpec): readonly Param[] =>
  taskDescriptor(id).params.filter((param) => param.kind !== 'choice' || param.options.length > 1);
