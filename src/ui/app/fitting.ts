/** A run as its graph can take it: edits of nodes and edges that are not there are left out and told. */
import { fittingRun } from '../../data/graph/fittingEdits';
import type { GraphData } from '../../data/graph/graphData';
import type { RunSpec } from '../../data/run/runSpec';
import { firstOf } from '../state/attempt';
import type { Context } from './context';

export function fitted({ notify }: Context, graph: GraphData, run: RunSpec): RunSpec {
  const problems: string[] = [];
  const fitting = fittingRun(graph, run, problems);
  if (problems.length > 0) notify('warning', firstOf(problems).join(' '), 'graph');
  return fitting;
}
