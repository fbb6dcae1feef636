import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import type { RunSpec } from '../../data/run/runSpec';
import { TASK_CODE } from './list';
import type { Task } from './task';

/**
 * @param graph as the run has edited it
 * @param loaded the same before any edit
 * @throws PlaygroundError where the graph does not have what the task needs
 */
export function openTask(run: RunSpec, graph: GraphData, loaded: GraphData = graph): Task {
  const code = TASK_CODE.find(({ of }) => of.id === run.task.id);
  if (!code)
    throw fail(
      'tasks',
      `expected one of ${TASK_CODE.map(({ of }) => of.id).join(', ')}, got '${run.task.id}'`,
    );
  return code.open(run, graph, loaded);
}
