/** The run that the compute worker has open. */
import { fail } from '../data/base/errors';
import { applyEdits } from '../data/graph/applyEdits';
import type { GraphData } from '../data/graph/graphData';
import { editsAt, type RunSpec } from '../data/run/runSpec';

export interface OpenRun {
  readonly run: RunSpec;
  /** As it was loaded. */
  readonly graph: GraphData;
}

/** The graph as the run has it at an epoch. */
export const graphOf = ({ run, graph }: OpenRun, epoch: number): GraphData =>
  applyEdits(graph, editsAt(run, epoch));

/** For a request that a newer one has taken the place of. */
export const replaced = () => fail('engine', 'expected to stay the newest request, a newer one came');
