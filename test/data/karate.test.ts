import { describe, expect, it } from 'vitest';
import { karate } from '../../src/data/generators/karate';
import { numDirectedEdges, numFeatures } from '../../src/data/graph/graphData';

describe('karate club', () => {
  it('has 34 members, 78 undirected edges and identity features', () => {
    const graph = karate(null);
    expect(graph.numNodes).toBe(34);
    expect(numDirectedEdges(graph)).toBe(156);
    expect(graph.features).toEqual({ kind: 'identity', numCols: 34 });
    expect(numFeatures(graph.features)).toBe(34);
    const { source, target } = graph.edgeIndex;
    const degree = new Int32Array(34);
    for (const node of target) degree[node] = (degree[node] ?? 0) + 1;
    // Zachary 1977: the instructor and the president met the most.
    expect([degree[0], degree[33], degree[32], degree[2], degree[11]]).toEqual([16, 17, 12, 10, 1]);
    expect([source[0], target[0]]).toEqual([1, 0]);
  });

  it('opens on two factions of 17 with the instructor and the president labelled', () => {
    const { labelling } = karate(null);
    expect(labelling.id).toBe('factions');
    expect(labelling.classNames).toEqual(['Mr. Hi', 'Officer']);
    expect([...labelling.split.train]).toEqual([0, 33]);
    expect(labelling.split.val).toBeNull();
    expect(labelling.split.test).toBeNull();
    expect([labelling.y[0], labelling.y[8], labelling.y[9], labelling.y[33]]).toEqual([0, 0, 1, 1]);
    expect(labelling.y.reduce((sum, y) => sum + y, 0)).toBe(17);
  });

  it('has four communities, the first member of each labelled', () => {
    const { labelling } = karate('modularity');
    const first = [0, 1, 2, 3].map((community) => labelling.y.indexOf(community));
    expect([...labelling.split.train]).toEqual(first.sort((a, b) => a - b));
    expect([0, 1, 2, 3].map((c) => labelling.y.filter((y) => y === c).length)).toEqual([13, 12, 4, 5]);
  });

  it('names the two heads of the club', () => {
    const names = karate(null).nodeNames ?? [];
    expect(names[0]).toBe('0 · instructor');
    expect(names[33]).toBe('33 · president');
    expect(names[5]).toBe('5');
  });

  it('says which labellings there are when asked for another', () => {
    expect(() => karate('age')).toThrow(
      "karate: expected a labelling out of factions, modularity, got 'age'",
    );
  });
});
