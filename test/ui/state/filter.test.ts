import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import { karate } from '../../../src/data/generators/karate';
import { NO_EDITS, withNode, withoutNode } from '../../../src/data/run/edits';
import {
  isFiltering,
  matchingNodes,
  NO_FILTER,
  structureOf,
  type Filter,
} from '../../../src/ui/state/filter';

const club = karate(null);
const { y } = club.labelling;
const through = (filter: Partial<Filter>, predictions: Int32Array | null = null, graph = club) =>
  matchingNodes(graph, predictions, { ...NO_FILTER, ...filter });

describe('a filter', () => {
  it('lets all nodes through that has nothing to say', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(through({})).toHaveLength(34);
  });

  it('goes by class, and by nodes without one', () => {
    const some = { ...club, labelling: { ...club.labelling, y: y.with(3, -1) } };
    expect(through({ classes: [-1] }, null, some)).toEqual([3]);
    expect(through({ classes: [0] })).toEqual([...y.keys()].filter((node) => y[node] === 0));
    expect(through({ classes: [] })).toEqual([]);
  });

  it('goes by degree, both ends included', () => {
    // The two leaders and the members nearest to them: 16, 17, 12 and 10 friends.
    expect(through({ minDegree: 10 })).toEqual([0, 2, 32, 33]);
    expect(through({ maxDegree: 1 })).toEqual([11]);
    expect(through({ minDegree: 16, maxDegree: 16 })).toEqual([0]);
  });

  it('goes by prediction, and by whether it is right; without predictions nothing is', () => {
    const predictions = Int32Array.from(y).with(8, 1 - y[8]!);
    expect(through({ verdict: 'wrong' }, predictions)).toEqual([8]);
    expect(through({ verdict: 'right' }, predictions)).toHaveLength(33);
    expect(through({ verdict: 'right' })).toEqual([]);
    expect(through({ predicted: [1 - y[8]!], classes: [y[8]!] }, predictions)).toEqual([8]);
  });

  it('tells the largest component from the others, and never lets a deleted node through', () => {
    // Member 11 has one friend, 0: without it he is alone.
    const edited = applyEdits(club, withoutNode(withNode(NO_EDITS, { x: 0, y: 0 }), 0));
    expect(structureOf(edited).numComponents).toBe(4);
    expect(through({ component: 'others' }, null, edited)).toEqual([4, 5, 6, 10, 11, 16, 34]);
    expect(through({ component: 'largest' }, null, edited)).not.toContain(0);
    expect(through({}, null, edited)).toHaveLength(34);
  });
});
