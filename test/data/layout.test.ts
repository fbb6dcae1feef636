import { describe, expect, it } from 'vitest';
import { decodePositions, encodePositions, shippedPositions } from '../../src/data/formats/shippedLayouts';
import { loadDataset } from '../../src/data/formats/fetchDataset';
import { karate } from '../../src/data/generators/karate';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import type { GraphData } from '../../src/data/graph/graphData';
import { forceLayout } from '../../src/data/graph/layout/forceAtlas2';
import { intoFrame, turnedToFill } from '../../src/data/graph/layout/frame';
import { layoutGraph } from '../../src/data/graph/layout/layoutGraph';
import { packPictures, withUnitSpacing } from '../../src/data/graph/layout/pack';
import { pivotMds } from '../../src/data/graph/layout/pivotMds';
import { adjacency } from '../../src/data/graph/sparse';
import { randomKey, sequence } from '../../src/data/base/random';
import { downloadedFiles, titleOf } from './downloaded';

const distance = (p: Float32Array, a: number, b: number) =>
  Math.hypot(p[2 * a] - p[2 * b], p[2 * a + 1] - p[2 * b + 1]);

const chainEdges = (numNodes: number) => {
  const from = Array.from({ length: numNodes - 1 }, (_, i) => i);
  return buildEdgeIndex(
    numNodes,
    from,
    from.map((node) => node + 1),
  );
};

/** Runs a layout to its end; also all it yielded on the way. */
function laidOut(numNodes: number, edges: ReturnType<typeof chainEdges>, seed = 0) {
  const run = layoutGraph(numNodes, edges, seed);
  const steps = [];
  let step = run.next();
  for (; !step.done; step = run.next()) steps.push(step.value);
  return { positions: step.value, steps };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Mean length of an edge over the mean distance of two nodes at random. */
function edgeShortness({ numNodes, edgeIndex }: Pick<GraphData, 'numNodes' | 'edgeIndex'>, p: Float32Array) {
  const draw = sequence(randomKey(9, 9, 9));
  const node = () => Math.floor(draw() * numNodes);
  return (
    mean(Array.from(edgeIndex.source, (source, e) => distance(p, source, edgeIndex.target[e]))) /
    mean(Array.from({ length: 5000 }, () => distance(p, node(), node())))
  );
}

const extent = (p: Float32Array) => p.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** A ring of triangles: enough nodes to be a large component, with a shape that can be checked. */
function ringOfTriangles(count: number) {
  const [source, target]: [number[], number[]] = [[], []];
  for (let k = 0; k < count; k++) {
    const [a, b, c, next] = [3 * k, 3 * k + 1, 3 * k + 2, (3 * k + 3) % (3 * count)];
    source.push(a, b, c, a);
    target.push(b, c, a, next);
  }
  return { source, target };
}

describe('pivot MDS', () => {
  it('draws a path as a straight line of its length', () => {
    const p = pivotMds(adjacency(30, chainEdges(30)));
    expect(distance(p, 0, 29)).toBeCloseTo(29, 1);
    for (let node = 1; node < 29; node++)
      expect(distance(p, 0, node) + distance(p, node, 29)).toBeCloseTo(29, 1);
  });

  it('draws a grid with its opposite corners farthest apart', () => {
    const nodes = Array.from({ length: 36 }, (_, node) => node);
    const right = nodes.filter((node) => node % 6 < 5);
    const down = nodes.filter((node) => node < 30);
    const source = [...right, ...down];
    const target = [...right.map((node) => node + 1), ...down.map((node) => node + 6)];
    const p = pivotMds(adjacency(36, buildEdgeIndex(36, source, target)));
    const farthest = Math.max(
      ...Array.from({ length: 36 * 36 }, (_, k) => distance(p, Math.floor(k / 36), k % 36)),
    );
    expect(Math.max(distance(p, 0, 35), distance(p, 5, 30))).toBeCloseTo(farthest, 4);
    expect(distance(p, 0, 1)).toBeLessThan(farthest / 4);
  });
});

describe('ForceAtlas2', () => {
  it('comes to rest by itself and then stays where it is', () => {
    const { edgeIndex, numNodes } = karate(null);
    const layout = forceLayout(adjacency(numNodes, edgeIndex), 0);
    let rounds = 0;
    while (!layout.run(10)) rounds++;
    expect(rounds).toBeGreaterThan(5);
    expect(layout.progress).toBe(1);
    const rest = layout.positions();
    expect(layout.run(10)).toBe(true);
    expect(layout.positions()).toEqual(rest);
  });

  it('parts the two factions of Karate', () => {
    const graph = karate(null);
    const { positions } = laidOut(graph.numNodes, graph.edgeIndex);
    const { y } = graph.labelling;
    const centre = (of: number, axis: number) =>
      mean(
        Array.from(y.keys())
          .filter((node) => y[node] === of)
          .map((node) => positions[2 * node + axis]),
      );
    expect(Math.hypot(centre(0, 0) - centre(1, 0), centre(0, 1) - centre(1, 1))).toBeGreaterThan(0.6);
    expect(edgeShortness(graph, positions)).toBeLessThan(0.75);
  });
});

describe('packing', () => {
  it('gives pictures of any size the same spacing', () => {
    const grid = Float32Array.from({ length: 2 * 400 }, (_, k) =>
      k % 2 === 0 ? 50 * ((k / 2) % 20) - 475 : 50 * Math.floor(k / 40) - 475,
    );
    const scaled = withUnitSpacing(grid);
    expect(distance(scaled, 0, 1)).toBeCloseTo(1, 0);
    const pair = withUnitSpacing(Float32Array.of(-3, 0, 3, 0));
    expect(distance(pair, 0, 1)).toBeCloseTo(1.13, 2);
    expect([...withUnitSpacing(Float32Array.of(0, 0))]).toEqual([0, 0]);
  });

  it('lays no component across another and keeps all of them near', () => {
    const pair = withUnitSpacing(Float32Array.of(-1, 0, 1, 0));
    const single = Float32Array.of(0, 0);
    const pictures = [...Array.from({ length: 40 }, () => pair), ...Array.from({ length: 60 }, () => single)];
    const places = packPictures(
      pictures,
      pictures.map((picture) => (picture === pair ? [[0, 1]] : [])),
    );
    const points = pictures.flatMap((picture, k) =>
      Array.from({ length: picture.length / 2 }, (_, i) => ({
        k,
        x: picture[2 * i] + places[k][0],
        y: picture[2 * i + 1] + places[k][1],
      })),
    );
    for (const a of points)
      for (const b of points) if (a.k < b.k) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.6);
    // 140 nodes of area 1, with gaps: a square of side 24 is compact, and it is filled evenly.
    expect(Math.max(...points.map(({ x }) => Math.abs(x)))).toBeLessThan(12);
    expect(Math.max(...points.map(({ y }) => Math.abs(y)))).toBeLessThan(12);
  });
});

describe('frame', () => {
  it('centres a picture and scales its longer side to [-1, 1]', () => {
    expect([...intoFrame(Float32Array.of(10, 1, 14, 3))]).toEqual([-1, -0.5, 1, 0.5]);
    expect([...intoFrame(Float32Array.of(7, 7))]).toEqual([0, 0]);
  });

  it('turns a line into the diagonal', () => {
    const line = turnedToFill(Float32Array.of(-1, 0, 0, 0, 1, 0));
    expect(Math.abs(line[4])).toBeCloseTo(Math.SQRT1_2, 5);
    expect(Math.abs(line[5])).toBeCloseTo(Math.SQRT1_2, 5);
  });
});

describe('layout of a whole graph', () => {
  const { source, target } = ringOfTriangles(80);
  const numNodes = 260;
  // Beside the ring: six pairs and eight single nodes.
  const pairs = [240, 242, 244, 246, 248, 250];
  const edges = buildEdgeIndex(
    numNodes,
    [...source, ...pairs],
    [...target, ...pairs.map((node) => node + 1)],
  );
  const { positions, steps } = laidOut(numNodes, edges);

  it('fills the frame, centred, with finite numbers', () => {
    expect(positions).toHaveLength(2 * numNodes);
    expect(extent(positions)).toBeCloseTo(1, 5);
    expect(positions.every(Number.isFinite)).toBe(true);
  });

  it('draws neighbours near one another', () => {
    expect(edgeShortness({ numNodes, edgeIndex: edges }, positions)).toBeLessThan(0.25);
  });

  it('tells how far it is, ever further, with all nodes placed', () => {
    expect(steps.length).toBeGreaterThan(5);
    for (const [k, step] of steps.entries()) {
      expect(step.positions).toHaveLength(2 * numNodes);
      expect(step.progress).toBeGreaterThan(k === 0 ? 0 : steps[k - 1].progress);
    }
    expect(steps.at(-1)?.progress).toBe(1);
    expect(steps.at(-1)?.positions).toEqual(positions);
  });

  it('is the same for the same seed and another for another', () => {
    const { edgeIndex } = karate(null);
    const first = laidOut(34, edgeIndex, 1).positions;
    expect(laidOut(34, edgeIndex, 1).positions).toEqual(first);
    expect(laidOut(34, edgeIndex, 2).positions).not.toEqual(first);
  });

  it('takes no account of self-loops', () => {
    const { edgeIndex } = karate(null);
    const from = [...edgeIndex.source, 3, 33];
    const to = [...edgeIndex.target, 3, 33];
    const looped = buildEdgeIndex(34, from, to, { undirected: false, keepsLoops: true });
    expect(laidOut(34, looped).positions).toEqual(laidOut(34, edgeIndex).positions);
  });

  it('places graphs without edges, with one node and with none', () => {
    const noEdges = buildEdgeIndex(9, [], []);
    const grid = laidOut(9, noEdges).positions;
    const places = new Set(Array.from({ length: 9 }, (_, k) => `${grid[2 * k]} ${grid[2 * k + 1]}`));
    expect(places.size).toBe(9);
    expect(extent(grid)).toBe(1);
    expect([...laidOut(1, noEdges).positions]).toEqual([0, 0]);
    expect(laidOut(0, noEdges).positions).toHaveLength(0);
  });

  it('ends on a path, which has no second direction to start in', () => {
    const { positions: path } = laidOut(40, chainEdges(40));
    expect(path.every(Number.isFinite)).toBe(true);
    expect(distance(path, 0, 39)).toBeGreaterThan(distance(path, 0, 20));
  });
});

describe('shipped layouts', () => {
  it('come back from their compact form within half a unit of it', () => {
    const original = Float32Array.of(-1, 1, 0.123456, -0.987654);
    const back = decodePositions(encodePositions(original));
    for (const [k, value] of original.entries()) expect(Math.abs(back[k] - value)).toBeLessThan(1 / 32_767);
  });

  it('refuse a graph of another size, and are null where there is none', async () => {
    await expect(shippedPositions('karate', 35)).rejects.toThrow('expected positions of 35 nodes, got 34');
    expect(await shippedPositions('pubmed', 19_717)).toBeNull();
  });

  it('are what the layout gives for Karate', async () => {
    const { numNodes, edgeIndex } = karate(null);
    const shipped = (await shippedPositions('karate', numNodes)) ?? new Float32Array();
    const computed = laidOut(numNodes, edgeIndex).positions;
    for (const [k, value] of computed.entries()) expect(shipped[k]).toBeCloseTo(value, 3);
  });

  for (const id of ['karate', 'synthetic', 'cora', 'citeseer']) {
    const isGenerated = id === 'karate' || id === 'synthetic';
    const files = isGenerated ? new Map<string, ArrayBuffer>() : downloadedFiles(id);
    it.skipIf(!files)(titleOf(`belong to the graph: neighbours are near in ${id}`, files), async () => {
      const options = { base: '', files, report: () => {} };
      const offline = { fetch: () => Promise.reject(new Error('offline')), caches: null };
      const graph = await loadDataset({ id, labelling: null }, options, offline);
      const positions = graph.positions ?? new Float32Array();
      expect(positions).toHaveLength(2 * graph.numNodes);
      expect(extent(positions)).toBeCloseTo(1, 3);
      expect(edgeShortness(graph, positions)).toBeLessThan(id === 'karate' ? 0.75 : 0.45);
    });
  }
});
