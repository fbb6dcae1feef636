/** The code of every task: a line each. */
import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import type { RunSpec } from '../../data/run/runSpec';
import { nodeClassification } from './nodeClassification';
import type { Task, TaskCode } from './task';

const CODE: readonly TaskCode[] = [nodeClassification];

/** @throws PlaygroundError where the graph does not have what the task needs */
export function openTask(run: RunSpec, graph: GraphData): Task {
  const code = CODE.find(({ of }) => of.id === run.task.id);
  if (!code)
    throw fail('tasks', `expected one of ${CODE.map(({ of }) => of.id).join(', ')}, got '${run.task.id}'`);
  return code.open(run, graph);
}
