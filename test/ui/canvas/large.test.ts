/** What keeps a page alive on a large graph: counts of things done at once, and that nothing is lost by it. */
import { describe, expect, it, vi } from 'vitest';
import { atOnce, SLICE, type Sliced } from '../../../src/data/base/sliced';
import { isSymmetric, knownSymmetry } from '../../../src/data/graph/edgeIndex';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import { byLength, drawnEdges, MOST_EDGES } from '../../../src/ui/canvas/edgeOrder';
import type { Shot } from '../../../src/ui/canvas/gl/cachedLayer';
import { Hold } from '../../../src/ui/canvas/gl/hold';
import { createPace, type Fences } from '../../../src/ui/canvas/gl/pace';
import { NodeGrid } from '../../../src/ui/canvas/nodeGrid';
import { drawingOrder } from '../../../src/ui/canvas/sizes';
import { stylingOf } from '../../../src/ui/canvas/styles';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { topologyOf, topologyOfSliced, topologySoon } from '../../../src/ui/canvas/topology';

/** Numbers from 0 to 1, always the same. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const NUM_NODES = 50_000;
const NUM_LISTED = 4 * SLICE;
const random = randoms(1);
const ends = (): Int32Array =>
  Int32Array.from({ length: NUM_LISTED }, () => Math.floor(NUM_NODES * random()));
const edgeIndex = { source: ends(), target: ends() };
const places = Float32Array.from({ length: 2 * NUM_NODES }, () => random());

/** Vitest takes seconds for arrays of this length. */
const isSame = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

function sliced<T>(work: Sliced<T>): { slices: number; result: T } {
  for (let slices = 1; ; slices++) {
    const step = work.next();
    if (step.done) return { slices, result: step.value };
  }
}

describe('a large graph', () => {
  it('is made ready for its picture in slices of a bounded number of edges', () => {
    const { slices, result } = sliced(topologyOfSliced(NUM_NODES, edgeIndex));
    const numEdges = result.edges.length / 2;
    // Four times over the edges listed, once over the ends of those found, once over these.
    const least =
      4 * Math.floor(NUM_LISTED / SLICE) + Math.floor((2 * numEdges) / SLICE) + Math.floor(numEdges / SLICE);
    expect(slices).toBeGreaterThan(least);
    expect(isSame(result.edges, topologyOf(NUM_NODES, edgeIndex).edges)).toBe(true);
  });

  it('is told to be undirected or not by its picture, for which all edges are gone through anyway', () => {
    const twoWays = { source: Int32Array.of(1, 0, 2), target: Int32Array.of(0, 1, 2) };
    const oneWay = { source: Int32Array.of(1, 0, 2), target: Int32Array.of(0, 1, 1) };
    for (const [edges, isSo] of [
      [twoWays, true],
      [oneWay, false],
    ] as const) {
      expect(knownSymmetry(edges)).toBeNull();
      topologyOf(3, edges);
      expect(knownSymmetry(edges)).toBe(isSo);
      expect(isSymmetric(3, { ...edges })).toBe(isSo);
    }
  });

  it('is made ready once for both canvases', async () => {
    const edges = { source: edgeIndex.source.slice(), target: edgeIndex.target.slice() };
    const told: unknown[] = [];
    vi.stubGlobal('window', { setTimeout, clearTimeout });
    const graph = { numNodes: NUM_NODES, edgeIndex: edges };
    topologySoon(graph, (topology) => told.push(topology));
    topologySoon(graph, (topology) => told.push(topology));
    topologySoon(graph, () => told.push('given up'))();
    expect(told).toEqual([]);
    await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 20_000 });
    expect(told[0]).toBe(told[1]);
    vi.unstubAllGlobals();
  });

  it('has as many objects for its looks as there are different ones, not one for each node', () => {
    const karateGraph = karate(null);
    const labelling = {
      ...karateGraph.labelling,
      y: Int32Array.from({ length: NUM_NODES }, (_, node) => node % 2),
      split: { train: Int32Array.of(0, 1), val: null, test: null },
    };
    const data = { ...karateGraph, numNodes: NUM_NODES, edgeIndex, labelling, tombstones: [7] };
    const run = defaultRun({ id: 'karate', labelling: null });
    const descriptor = descriptorOf('karate');
    const store = createAppStore({
      run,
      view: { ...DEFAULT_VIEW, colourBy: 'class' },
      descriptor,
      secure: true,
    });
    const graph = { data, base: data, edits: NO_EDITS, descriptor, positions: places, layoutRunning: false };
    const topology = topologyOf(NUM_NODES, edgeIndex);
    const styling = stylingOf({ ...store.getState(), graph }, topology, 'light')!;
    // Two classes, each with and without the ring of a label, and the deleted node.
    expect(styling.styles).toHaveLength(5);
    expect(styling.styles[styling.styleOf[7]!]!.hidden).toBe(true);
    expect(styling.styleOf[2]).toBe(styling.styleOf[4]);
    expect(styling.styles[styling.styleOf[0]!]!.isRinged).toBe(true);
  });

  it('has its edges sorted by length in slices, all of them, the shortest first', () => {
    const edges = topologyOf(NUM_NODES, edgeIndex).edges.slice(0, 6 * SLICE);
    const { slices, result: sorted } = sliced(byLength(edges, places));
    // Three times over all edges.
    expect(slices).toBe(3 * 3 + 1);
    const lengthOf = (e: number): number => {
      const [a, b] = [2 * sorted[2 * e]!, 2 * sorted[2 * e + 1]!];
      return Math.hypot(places[a]! - places[b]!, places[a + 1]! - places[b + 1]!);
    };
    let [before, isAscending] = [0, true];
    for (let e = 0; e < sorted.length / 2; e++) {
      isAscending &&= lengthOf(e) >= before - Math.SQRT2 / 4096;
      before = Math.max(before, lengthOf(e));
    }
    expect(isAscending).toBe(true);
    expect(isSame(sorted.toSorted(), edges.toSorted())).toBe(true);
  });

  it('shows no more edges than there are pixels for, and all of them where few are in view', () => {
    expect(drawnEdges(5_000_000, 1)).toBe(MOST_EDGES);
    expect(drawnEdges(5_000_000, 0.01)).toBe(5_000_000);
    expect(drawnEdges(1000, 1)).toBe(1000);
  });

  it('is asked for the nodes near a point, and answers with a few', () => {
    const grid = new NodeGrid(places);
    const asked: number[] = [];
    const near = { left: 0.5, right: 0.51, bottom: 0.2, top: 0.21 };
    grid.each(near, (node) => asked.push(node));
    const inside = Array.from({ length: NUM_NODES }, (_, node) => node).filter((node) => {
      const [x, y] = [places[2 * node]!, places[2 * node + 1]!];
      return x >= near.left && x <= near.right && y >= near.bottom && y <= near.top;
    });
    expect(asked).toEqual(expect.arrayContaining(inside));
    expect(asked.length).toBe(grid.count(near));
    expect(asked.length).toBeLessThan(NUM_NODES / 500);
  });

  it('is found also where nodes lie on a line, on one point, or nowhere', () => {
    for (const points of [
      Float32Array.from({ length: 2000 }, (_, i) => (i % 2 ? 3 : i)),
      new Float32Array(2000).fill(7),
    ]) {
      let found = 0;
      new NodeGrid(points).each({ left: -1, right: 3000, bottom: 0, top: 9 }, () => (found += 1));
      expect(found).toBe(1000);
    }
    let found = 0;
    new NodeGrid(Float32Array.of(NaN, 1, Infinity, 2)).each(
      { left: -9, right: 9, bottom: -9, top: 9 },
      () => (found += 1),
    );
    expect(found).toBe(0);
  });

  it('is drawn with small nodes over large ones, and labelled ones over all', () => {
    const order = drawingOrder(Float32Array.of(3, 9, 2, 9, 5), Int32Array.of(1, 4));
    expect([...order]).toEqual([3, 0, 2, 1, 4]);
  });
});

describe('the pace of drawing', () => {
  function setup() {
    const gpu = { isBusy: false };
    const fences: Fences = { open: () => (gpu.isBusy = true), isPassed: () => !gpu.isBusy };
    return { gpu, pace: createPace(fences) };
  }

  it('draws nothing more while the last slice is being drawn', () => {
    const { gpu, pace } = setup();
    const first = pace.allowance(0);
    pace.drawn(first, 0);
    expect(pace.allowance(16)).toBe(0);
    gpu.isBusy = false;
    expect(pace.allowance(32)).toBe(first);
  });

  it('draws more at once where it is fast, and less where it is slow', () => {
    for (const [ms, grows] of [
      [16, true],
      [200, false],
    ] as const) {
      const { gpu, pace } = setup();
      const first = pace.allowance(0);
      pace.drawn(first, 0);
      gpu.isBusy = false;
      expect(pace.allowance(ms) > first).toBe(grows);
    }
  });

  it('comes at once from a slice that was far too large to one that is not', () => {
    const { gpu, pace } = setup();
    const first = pace.allowance(0);
    pace.drawn(first, 0);
    gpu.isBusy = false;
    // Four times as long as a fast one.
    expect(pace.allowance(96)).toBe(first / 4);
  });

  it('waits for the camera to rest where the picture takes many slices', () => {
    const at = (left: number): Shot => ({
      placing: { left, top: 0, scale: 1 },
      size: { width: 100, height: 100 },
      pixels: 1,
      radius: 1,
    });
    const hold = new Hold();
    // A drag with 50 ms between two places, from 0 to 500 ms; then it rests.
    const times = Array.from({ length: 31 }, (_, i) => 25 * i);
    const held = times.filter((now) => hold.isOn(at(Math.min(10, Math.floor(now / 50))), now, 50));
    expect(held).toEqual(times.filter((now) => now >= 50 && now < 500 + 120));
    // A graphics card draws all of it in one slice or a few, in every frame.
    const quick = new Hold();
    expect(times.some((now) => quick.isOn(at(now), now, 3))).toBe(false);
  });

  it('asks nothing of the GPU for a small picture', () => {
    const { gpu, pace } = setup();
    pace.drawn(100, 0);
    expect(gpu.isBusy).toBe(false);
  });
});

it('runs sliced work to its end at once where it is little', () => {
  function* work(): Sliced<number> {
    yield;
    yield;
    return 7;
  }
  expect(atOnce(work())).toBe(7);
});
