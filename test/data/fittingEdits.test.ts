import { describe, expect, it } from 'vitest';
import { karate } from '../../src/data/generators/karate';
import { applyEdits } from '../../src/data/graph/applyEdits';
import { fittingRun } from '../../src/data/graph/fittingEdits';
import { defaultRun } from '../../src/data/run/defaults';
import { NO_EDITS, type GraphEdits } from '../../src/data/run/edits';

const graph = karate(null);
const run = defaultRun({ id: 'karate', labelling: null });
const fit = (edits: Partial<GraphEdits>) => {
  const problems: string[] = [];
  const fitting = fittingRun(graph, { ...run, edits: { ...NO_EDITS, ...edits } }, problems);
  return { edits: fitting.edits, problems };
};
const joined = [0, 1] as const;
const apart = [0, 33] as const;

describe('the edits of a run that its graph can take', () => {
  it.each<[string, Partial<GraphEdits>, Partial<GraphEdits>, RegExp]>([
    ['a node', { removedNodes: [3, 99_999] }, { removedNodes: [3] }, /removedNodes: .* 0 to 33, got 99999;/],
    ['an end', { addedEdges: [[0, 34]] }, {}, /addedEdges: expected a node from 0 to 33, got 34;/],
    [
      'an edge',
      { removedEdges: [joined, apart] },
      { removedEdges: [joined] },
      /removedEdges: expected an edge of the graph, got \[0, 33\];/,
    ],
    ['a class', { labels: [[0, 9]] }, {}, /labels: expected a class from 0 to 1, got 9;/],
    ['a labelled node', { labels: [[77, null]] }, {}, /labels: expected a node from 0 to 33, got 77;/],
  ])('%s that is not there is left out and told', (_, edits, kept, told) => {
    const fitting = fit(edits);
    expect(fitting.edits).toEqual({ ...NO_EDITS, ...kept });
    expect(fitting.problems).toHaveLength(1);
    expect(fitting.problems[0]).toMatch(told);
    expect(() => applyEdits(graph, fitting.edits)).not.toThrow();
  });

  it('are the very same where all of them fit, with nodes that were added', () => {
    const edits: GraphEdits = {
      addedNodes: [{ x: 0, y: 0 }],
      removedNodes: [34],
      addedEdges: [[0, 34]],
      removedEdges: [joined],
      labels: [[34, 1]],
    };
    const fitting = { ...run, edits, timeline: [{ epoch: 2, change: {}, edits }] };
    expect(fittingRun(graph, fitting, [])).toBe(fitting);
  });
});
