import { describe, expect, it } from 'vitest';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import type { EdgeIndex } from '../../src/data/graph/graphData';
import { coarsen } from '../../src/data/graph/layout/coarsen';
import { layoutGraph } from '../../src/data/graph/layout/layoutGraph';
import { balanced, multilevelLayout } from '../../src/data/graph/layout/multilevel';
import { nearestFirst } from '../../src/data/graph/layout/nearestFirst';
import { adjacency } from '../../src/data/graph/sparse';

const distance = (p: Float32Array, a: number, b: number) =>
  Math.hypot(p[2 * a] - p[2 * b], p[2 * a + 1] - p[2 * b + 1]);

const meanOver = (count: number, of: (k: number) => number): number =>
  Array.from({ length: count }, (_, k) => of(k)).reduce((a, b) => a + b, 0) / count;

/** Mean length of an edge over the mean distance of two nodes far apart in the list. */
const edgeShortness = (numNodes: number, { source, target }: EdgeIndex, p: Float32Array) =>
  meanOver(source.length, (e) => distance(p, source[e], target[e])) /
  meanOver(4000, (k) => distance(p, (k * 7919) % numNodes, (k * 104_729 + 13) % numNodes));

/** A ladder of `rungs` squares, bent to a ring. */
function ring(rungs: number, before = 0) {
  const ids = Array.from({ length: rungs }, (_, k) => before + 2 * k);
  const next = (node: number) => before + ((node - before + 2) % (2 * rungs));
  return {
    source: [...ids, ...ids, ...ids.map((id) => id + 1)],
    target: [...ids.map((id) => id + 1), ...ids.map(next), ...ids.map((id) => next(id + 1))],
  };
}

const ringOf = (rungs: number): EdgeIndex => {
  const { source, target } = ring(rungs);
  return buildEdgeIndex(2 * rungs, source, target);
};

describe('a coarser graph', () => {
  const numNodes = 300;
  const graph = {
    adjacency: adjacency(numNodes, ringOf(numNodes / 2)),
    mass: new Float32Array(numNodes).fill(4),
  };
  const { graph: coarse, groupOf } = coarsen(graph, 7);

  it('has half of the nodes at most, and keeps the mass', () => {
    expect(coarse.mass.length).toBeLessThanOrEqual(numNodes / 2);
    expect(coarse.mass.length).toBeGreaterThan(numNodes / 5);
    expect(coarse.mass.reduce((a, b) => a + b)).toBe(4 * numNodes);
  });

  it('weighs each edge by those it stands for, the same from both ends, and has no self-loops', () => {
    const { rowPtr, colIndex, values, numRows } = coarse.adjacency;
    const counted = new Map<string, number>();
    const { source, target } = ringOf(numNodes / 2);
    source.forEach((node, e) => {
      const key = `${groupOf[target[e]]} ${groupOf[node]}`;
      if (groupOf[target[e]] !== groupOf[node]) counted.set(key, (counted.get(key) ?? 0) + 1);
    });
    const found = new Map<string, number>();
    for (let row = 0; row < numRows; row++)
      for (let e = rowPtr[row]; e < rowPtr[row + 1]; e++) found.set(`${row} ${colIndex[e]}`, values[e]);
    expect(found).toEqual(counted);
    for (const [key, weight] of found) expect(found.get(key.split(' ').toReversed().join(' '))).toBe(weight);
  });

  it('takes a star together, whose leaves have only the hub', () => {
    const leaves = Array.from({ length: 50 }, (_, k) => k + 1);
    const star = buildEdgeIndex(
      51,
      leaves.map(() => 0),
      leaves,
    );
    const { graph: one } = coarsen({ adjacency: adjacency(51, star), mass: new Float32Array(51).fill(1) }, 7);
    expect([...one.mass]).toEqual([51]);
  });
});

describe('multilevel layout', () => {
  const numNodes = 2400;
  const edges = ringOf(numNodes / 2);
  const laidOut = () => {
    const layout = multilevelLayout(adjacency(numNodes, edges), 0);
    const first = layout.positions();
    const progress = [layout.progress];
    while (!layout.run(5)) progress.push(layout.progress);
    return { first, progress, last: layout.positions(), layout };
  };
  const { first, progress, last, layout } = laidOut();

  it('has a place for every node before the first iteration, neighbours near one another', () => {
    expect(first).toHaveLength(2 * numNodes);
    expect(first.every(Number.isFinite)).toBe(true);
    expect(new Set(first).size).toBeGreaterThan(1.5 * numNodes);
    expect(edgeShortness(numNodes, edges, first)).toBeLessThan(0.2);
  });

  it('goes on to a better picture in a bounded number of steps, and then stays', () => {
    expect(edgeShortness(numNodes, edges, last)).toBeLessThan(edgeShortness(numNodes, edges, first));
    expect(progress.length).toBeLessThan(200);
    for (const [k, share] of progress.entries())
      if (k > 0) expect(share).toBeGreaterThanOrEqual(progress[k - 1]);
    expect(layout.progress).toBe(1);
    expect(layout.run(5)).toBe(true);
    expect(layout.positions()).toEqual(last);
  });

  it('lays the leaves of a star around it, which has one group and no picture to start from', () => {
    const leaves = Array.from({ length: 1499 }, (_, k) => k + 1);
    const star = buildEdgeIndex(
      1500,
      leaves.map(() => 0),
      leaves,
    );
    const spokes = multilevelLayout(adjacency(1500, star), 0);
    const apart = () => new Set(spokes.positions()).size;
    expect(apart()).toBeGreaterThan(2000);
    expect(spokes.run(5)).toBe(false);
    expect(spokes.run(5)).toBe(false);
    expect(spokes.positions().every(Number.isFinite)).toBe(true);
    const reach = leaves.map((leaf) => distance(spokes.positions(), 0, leaf));
    expect(Math.max(...reach)).toBeLessThan(3 * meanOver(1499, (k) => reach[k]));
  });

  it('is the same each time', () => {
    expect(laidOut().last).toEqual(last);
  });

  it('starts at the size at which the forces hold one another', () => {
    // Two nodes of mass 2, an edge of weight 3: 3 d^2 + 0.05 (2 + 2) (d / 2)^2 = 10 * 2 * 2.
    const pair = { adjacency: adjacency(2, buildEdgeIndex(2, [0], [1])), mass: Float32Array.of(2, 2) };
    pair.adjacency.values.fill(3);
    const p = balanced(pair, Float32Array.of(-1, 0, 1, 0));
    expect(distance(p, 0, 1)).toBeCloseTo(Math.sqrt(40 / (3 + 0.05)), 4);
  });
});

describe('layout of a large graph', () => {
  it('shows all nodes before anything is moved, then moves them', () => {
    const numNodes = 5400;
    // A large ring, a smaller one, and 200 single nodes.
    const [large, small] = [ring(2520), ring(80, 5040)];
    const edges = buildEdgeIndex(
      numNodes,
      [...large.source, ...small.source],
      [...large.target, ...small.target],
    );
    const run = layoutGraph(numNodes, edges);
    const [first, second] = [run.next().value, run.next().value];
    if (!first || !second || !('positions' in first) || !('positions' in second))
      throw new Error('expected two steps, got fewer');
    expect(first.progress).toBe(0);
    expect(second.progress).toBeGreaterThan(0);
    expect(first.positions).not.toEqual(second.positions);
    for (const { positions } of [first, second]) {
      expect(positions).toHaveLength(2 * numNodes);
      expect(positions.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeCloseTo(1, 5);
      expect(edgeShortness(numNodes, edges, positions)).toBeLessThan(0.2);
    }
  });

  it('places thousands of pairs, none upon another, in few steps', () => {
    const numNodes = 6000;
    const first = Array.from({ length: numNodes / 2 }, (_, k) => 2 * k);
    const run = layoutGraph(
      numNodes,
      buildEdgeIndex(
        numNodes,
        first,
        first.map((node) => node + 1),
      ),
    );
    let steps = 0;
    let step = run.next();
    for (; !step.done; step = run.next()) steps += 1;
    expect(steps).toBeGreaterThan(1);
    expect(steps).toBeLessThan(100);
    const p = step.value;
    const cells = new Set(first.map((node) => `${Math.round(60 * p[2 * node])} ${p[2 * node + 1]}`));
    expect(cells.size).toBeGreaterThan(2900);
  });
});

describe('the cells of a grid from its middle', () => {
  it('are each there once, ever further out, equal ones by their index', () => {
    // Beyond 158, where two different pairs of numbers lie equally far.
    const half = 160;
    const side = 2 * half + 1;
    const cells = nearestFirst(half);
    expect(new Set(cells).size).toBe(side * side);
    const reach = (cell: number) => ((cell % side) - half) ** 4 + (Math.floor(cell / side) - half) ** 4;
    let falls = 0;
    for (let k = 1; k < cells.length; k++) {
      const [before, now] = [reach(cells[k - 1]), reach(cells[k])];
      if (now < before || (now === before && cells[k] < cells[k - 1])) falls += 1;
    }
    expect(falls).toBe(0);
  });
});
