import { describe, expect, it } from 'vitest';
import { numUndirectedEdges, withSelfLoops } from '../../src/data/graph/selfLoops';

const edges = (list: readonly (readonly [number, number])[]) => ({
  source: Int32Array.from(list, ([from]) => from),
  target: Int32Array.from(list, ([, to]) => to),
});

const told = ({ source, target, given }: ReturnType<typeof withSelfLoops>) =>
  Array.from(source, (from, e) => `${from}-${target[e]}${given[e] < 0 ? ' added' : ` was ${given[e]}`}`);

describe('edges with a self-loop at every node', () => {
  it('have those of the graph where it has some, each in its place, and added ones elsewhere', () => {
    const edgeIndex = edges([
      [1, 0],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    expect(told(withSelfLoops({ numNodes: 3, edgeIndex }))).toEqual([
      '0-0 added',
      '1-0 was 0',
      '0-1 was 1',
      '1-1 was 2',
      '2-1 was 3',
      '2-2 added',
    ]);
  });

  it('are as many in every block of a size, whatever loops are among them', () => {
    // Rows 0 and 1 of nodes, rows 2 and 3 that fill up; two of the edges do as well.
    const filling = [
      [3, 2],
      [3, 3],
    ] as const;
    const block = (first: readonly [number, number], second: readonly [number, number]) =>
      withSelfLoops({ numNodes: 4, edgeIndex: edges([first, second, ...filling]), numFilling: 2 });
    expect(told(block([1, 0], [0, 1]))).toEqual([
      '0-0 added',
      '1-0 was 0',
      '0-1 was 1',
      '1-1 added',
      '2-2 added',
      '3-2 was 2',
      '3-3 added',
      '3-3 was 3',
    ]);
    expect(told(block([0, 0], [1, 1]))).toEqual([
      '0-0 was 0',
      '1-1 was 1',
      '2-2 added',
      '3-2 was 2',
      '3-3 added',
      '3-3 was 3',
      '3-3 added',
      '3-3 added',
    ]);
  });

  it('are counted once where all others stand both ways', () => {
    const edgeIndex = edges([
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(numUndirectedEdges(edgeIndex)).toBe(2);
  });
});
