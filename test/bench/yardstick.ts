/** Times a step that is written with tfjs itself: what ours is held against. */
import type { GraphData } from '../../src/data/graph/graphData';
import { kernelsOf } from './launches';
import { median, timeSteps, type Plan } from './measure';
import type { Measured, RowId } from './rows';

export async function measureYardstick(
  row: RowId,
  graph: GraphData,
  step: () => void,
  plan: Plan,
): Promise<Measured> {
  const samples = await timeSteps(step, () => Promise.resolve(), plan);
  const launches = await kernelsOf(step);
  return {
    row,
    graph: graph.name,
    epochMs: median(samples),
    samples,
    evaluationMs: null,
    launches,
    note: '',
  };
}
