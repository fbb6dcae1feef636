import { describe, expect, it } from 'vitest';
import { karate } from '../../src/data/generators/karate';
import { buildEdgeIndex, isSymmetric } from '../../src/data/graph/edgeIndex';

describe('edge index', () => {
  it('stands an undirected edge in both directions, sorted by target, then source', () => {
    const { source, target } = buildEdgeIndex(4, [2, 0, 3], [1, 1, 0]);
    expect([...target]).toEqual([0, 0, 1, 1, 2, 3]);
    expect([...source]).toEqual([1, 3, 0, 2, 1, 0]);
  });

  it('drops self-loops and duplicates, in whichever direction they come', () => {
    const { source, target } = buildEdgeIndex(3, [0, 1, 0, 2], [1, 0, 1, 2]);
    expect([...source]).toEqual([1, 0]);
    expect([...target]).toEqual([0, 1]);
  });

  it('keeps directions where they are meant', () => {
    const { source, target } = buildEdgeIndex(3, [0, 2], [1, 1], { undirected: false });
    expect([...source]).toEqual([0, 2]);
    expect([...target]).toEqual([1, 1]);
  });

  it('keeps keys exact where node indices multiply beyond 32 bits', () => {
    const numNodes = 3_000_000;
    const { source, target } = buildEdgeIndex(numNodes, [2_999_998], [2_999_999]);
    expect([...source]).toEqual([2_999_999, 2_999_998]);
    expect([...target]).toEqual([2_999_998, 2_999_999]);
  });

  it('names an edge that leads nowhere', () => {
    expect(() => buildEdgeIndex(3, [0], [3])).toThrow('node indices from 0 to 2, got 3 in edge 0');
    expect(() => buildEdgeIndex(3, [-1], [1])).toThrow('got -1 in edge 0');
    expect(() => buildEdgeIndex(3, [0, 1], [1])).toThrow('as many sources as targets, got 2 and 1');
  });
});

describe('an edge index', () => {
  it('is symmetric where every edge stands both ways', () => {
    expect(isSymmetric(34, karate(null).edgeIndex)).toBe(true);
    expect(isSymmetric(3, buildEdgeIndex(3, [], []))).toBe(true);
    expect(isSymmetric(4, buildEdgeIndex(4, [0, 2, 1], [1, 1, 0], { undirected: false }))).toBe(false);
    // As many in as out at every node, and yet no edge stands both ways.
    expect(isSymmetric(3, buildEdgeIndex(3, [0, 1, 2], [1, 2, 0], { undirected: false }))).toBe(false);
  });
});
