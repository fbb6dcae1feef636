/** Tasks by their id, and the one that is meant where none is named. */
import { fail } from '../../base/errors';
import { readerOf } from '../layers/defaults';
import type { MetricDescriptor } from '../metrics';
import type { ParamValue } from '../params';
import type { TaskDescriptor, TaskSpec } from './descriptor';
import { TASKS } from './list';

export function taskDescriptor(id: string): TaskDescriptor {
  const found = TASKS.find((task) => task.id === id);
  if (!found) throw fail('tasks', `expected one of ${TASKS.map((task) => task.id).join(', ')}, got '${id}'`);
  return found;
}

/** A task with every setting at its default. */
export function defaultTask<S extends TaskSpec>(descriptor: TaskDescriptor<S>): S {
  const standard = new Map(
    descriptor.params.map((param): [string, ParamValue] => [param.key, param.default]),
  );
  return descriptor.read(readerOf(descriptor, (key) => standard.get(key) ?? null));
}

/** What links without a task mean, of whatever version. */
export const DEFAULT_TASK: TaskSpec = defaultTask(TASKS[0]);

/** The metric that charts, tables and early stopping go by. */
export const headlineOf = ({ task }: { readonly task: TaskSpec }): MetricDescriptor =>
  taskDescriptor(task.id).headline;
