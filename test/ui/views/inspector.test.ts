import { describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { neighboursOf } from '../../../src/ui/views/inspector/neighbours';
import { groupFacts, isRight, nodeTitle, splitPartOf } from '../../../src/ui/views/inspector/nodeFacts';

const club = karate(null);
const { y } = club.labelling;

describe('the inspector', () => {
  it('finds the neighbours of every node, in both directions of an edge', () => {
    const lists = Array.from({ length: club.numNodes }, (_, node) => [...neighboursOf(club.edgeIndex, node)]);
    expect(lists.flat()).toHaveLength(156);
    expect(lists[8]).toEqual([0, 2, 30, 32, 33]);
    lists.forEach((list, node) => list.forEach((other) => expect(lists[other]).toContain(node)));
  });

  it('finds none for an isolated node, first, in between and last', () => {
    const edges = { source: Int32Array.of(3, 1), target: Int32Array.of(1, 3) };
    expect([0, 2, 4].map((node) => neighboursOf(edges, node).length)).toEqual([0, 0, 0]);
    expect([...neighboursOf(edges, 3)]).toEqual([1]);
  });

  it('tells the part of the split', () => {
    const split = { train: Int32Array.of(0), val: Int32Array.of(1), test: Int32Array.of(2) };
    expect([0, 1, 2, 3].map((node) => splitPartOf(split, node))).toEqual(['train', 'val', 'test', 'none']);
    expect(splitPartOf({ train: Int32Array.of(0), val: null, test: null }, 5)).toBe('none');
  });

  it('judges only where there is a class and a prediction', () => {
    expect([isRight(1, 1), isRight(1, 0), isRight(-1, 0), isRight(1, undefined)]).toEqual([
      true,
      false,
      null,
      null,
    ]);
  });

  it('titles a node by its name, and a bare number as a node', () => {
    expect(nodeTitle(club, 8)).toBe('Node 8');
    expect(nodeTitle({ ...club, nodeNames: ['Ada'] }, 0)).toBe('Ada');
    expect(nodeTitle({ ...club, nodeNames: null }, 3)).toBe('Node 3');
  });

  it('sums up a group by class and accuracy', () => {
    const predictions = Int32Array.from(y);
    predictions[0] = 1 - y[0]!;
    expect(groupFacts(club, predictions, [0, 1, 2, 33])).toEqual({
      perClass: [3, 1],
      unlabelled: 0,
      accuracy: 0.75,
    });
    expect(groupFacts(club, null, [0]).accuracy).toBeNull();
  });

  it('leaves nodes without a class out of the accuracy', () => {
    const some = { ...club, labelling: { ...club.labelling, y: y.with(1, -1) } };
    expect(groupFacts(some, Int32Array.from(y), [0, 1])).toEqual({
      perClass: [1, 0],
      unlabelled: 1,
      accuracy: 1,
    });
  });
});
