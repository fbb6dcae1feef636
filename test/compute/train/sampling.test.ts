import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/compute/train/sampling/block';
import { drawDistinct } from '../../../src/compute/train/sampling/draw';
import { createSampler } from '../../../src/compute/train/sampling/sampler';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import type { GraphData } from '../../../src/data/graph/graphData';
import { gcnNormalise } from '../../../src/data/graph/normalise';
import { paddedSize } from '../../../src/data/graph/paddedSize';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { dense, noise } from '../specs/support';

const sage = (fanOut: number) => defaultLayer('sage', { fanOut });
const filled = (...nodes: number[]) => Int32Array.from([...nodes, -1, -1]);

/** The block's edges between nodes, as source-target; those that fill up are left out. */
function edgesOf({ nodes, messages: { edgeIndex } }: Block): string[] {
  const { source, target } = edgeIndex;
  return Array.from(source, (from, e) => `${nodes[from]}-${nodes[target[e]]}`).filter(
    (edge) => !edge.includes('--1'),
  );
}

const allEdges = ({ edgeIndex: { source, target } }: GraphData) =>
  Array.from(source, (from, e) => `${from}-${target[e]}`);
const inNeighbours = (graph: GraphData, node: number) =>
  allEdges(graph).filter((edge) => edge.endsWith(`-${node}`));

describe('drawing without replacement', () => {
  it('gives different numbers below the size, and all of them where all are asked for', () => {
    const into = new Int32Array(10);
    for (let key = 0; key < 200; key++) {
      drawDistinct(30, 10, key, into);
      expect(new Set(into).size).toBe(10);
      expect(Math.min(...into)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...into)).toBeLessThan(30);
    }
    drawDistinct(10, 10, 7, into);
    expect(into.toSorted()).toEqual(Int32Array.from({ length: 10 }, (_, i) => i));
  });

  it('draws every number as often as any other', () => {
    const counts = new Int32Array(7);
    const into = new Int32Array(3);
    for (let key = 0; key < 7000; key++) {
      drawDistinct(7, 3, key, into);
      for (const drawn of into) counts[drawn] += 1;
    }
    // 3000 expected of each, with a deviation of 41.
    for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(4 * 41);
  });
});

describe('padded sizes', () => {
  it('are greater than what they hold by an eighth at most, and few', () => {
    for (let count = 8; count < 5000; count++) {
      expect(paddedSize(count)).toBeGreaterThan(count);
      expect(paddedSize(count)).toBeLessThanOrEqual(count * 1.125 + 1);
    }
    const sizes = new Set(Array.from({ length: 100_000 }, (_, count) => paddedSize(count)));
    expect(sizes.size).toBeLessThan(130);
  });
});

describe('the sampler', () => {
  const graph = citations(0);

  it('keeps to the fan-out of every layer, and hears all where there are no more', () => {
    const [first, last] = createSampler(graph, [sage(3), sage(5)], 1)(filled(10, 20, 30, 999), 1);
    for (const [block, fanOut] of [
      [first, 3],
      [last, 5],
    ] as const) {
      const edges = edgesOf(block);
      expect(new Set(edges).size).toBe(edges.length);
      expect(allEdges(graph)).toEqual(expect.arrayContaining(edges));
      for (const node of block.nodes.subarray(0, block.numWanted)) {
        if (node < 0) continue;
        const heard = edges.filter((edge) => edge.endsWith(`-${node}`));
        expect(heard.length).toBe(Math.min(fanOut, inNeighbours(graph, node).length));
      }
    }
    // What the last layer hears is what the first one is wanted of.
    expect(first.nodes.subarray(0, first.numWanted)).toEqual(last.nodes);
    expect(last.numWanted).toBe(6);
  });

  it('puts the targets first, every node once, and edges in order', () => {
    const wanted = filled(3, 7, 2500);
    for (const { nodes, numWanted, messages } of createSampler(graph, [sage(0), sage(2)], 4)(wanted, 9)) {
      const known = nodes.filter((node) => node >= 0);
      expect(new Set(known).size).toBe(known.length);
      expect(nodes.at(-1)).toBe(-1);
      expect(messages.numSources).toBe(nodes.length);
      const { source, target } = messages.edgeIndex;
      for (let e = 1; e < source.length; e++)
        expect(target[e] * nodes.length + source[e]).toBeGreaterThanOrEqual(
          target[e - 1] * nodes.length + source[e - 1],
        );
      expect(Math.max(...target)).toBeLessThan(numWanted);
    }
  });

  it('draws the same for one seed and step, and others for another', () => {
    const nodes = filled(...Array.from({ length: 40 }, (_, i) => 60 * i));
    const draw = (seed: number, step: number) => createSampler(graph, [sage(2), sage(2)], seed)(nodes, step);
    expect(draw(1, 1)).toEqual(draw(1, 1));
    expect(draw(1, 1)).not.toEqual(draw(1, 2));
    expect(draw(1, 1)).not.toEqual(draw(2, 1));
    const twice = createSampler(graph, [sage(2), sage(2)], 1);
    twice(filled(5), 7);
    expect(twice(nodes, 1)).toEqual(draw(1, 1));
  });

  it('takes as many hops as a layer has, and none for a linear one', () => {
    const path: GraphData = {
      ...karate(null),
      numNodes: 7,
      edgeIndex: buildEdgeIndex(7, [0, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6]),
    };
    const heard = (...kinds: (readonly [string, number])[]) => {
      const layers = kinds.map(([kind, hops]) =>
        kind === 'sgc' ? defaultLayer('sgc', { hops }) : defaultLayer(kind === 'gcn' ? 'gcn' : 'linear'),
      );
      const [{ nodes }] = createSampler(path, layers, 0)(filled(0), 1);
      return Array.from(nodes.filter((node) => node >= 0)).toSorted();
    };
    expect(heard(['linear', 0])).toEqual([0]);
    expect(heard(['gcn', 1])).toEqual([0, 1]);
    expect(heard(['gcn', 1], ['linear', 0])).toEqual([0, 1]);
    expect(heard(['sgc', 3])).toEqual([0, 1, 2, 3]);
    expect(heard(['gcn', 1], ['sgc', 3])).toEqual([0, 1, 2, 3, 4]);
  });

  it('gives wanted rows of P as they stand in the whole graph, weights and all', () => {
    const weighted = { ...graph, edgeWeight: noise(graph.edgeIndex.source.length, 3).map((w) => 1.5 + w) };
    const [{ nodes, messages }] = createSampler(weighted, [defaultLayer('gcn')], 0)(filled(17, 400), 1);
    const whole = gcnNormalise(weighted);
    const part = dense(gcnNormalise(messages));
    for (const [row, node] of [17, 400].entries()) {
      const found = new Map<number, number>();
      nodes.forEach((source, column) => {
        const value = part[row * nodes.length + column];
        if (value !== 0) found.set(source, value);
      });
      const [start, end] = [whole.rowPtr[node], whole.rowPtr[node + 1]];
      expect(found.size).toBe(end - start);
      for (let e = start; e < end; e++) expect(found.get(whole.colIndex[e])).toBeCloseTo(whole.values[e], 6);
    }
  });

  it('carries features of edges along, zeros for edges that fill up', () => {
    const numEdges = graph.edgeIndex.source.length;
    const values = Float32Array.from({ length: 2 * numEdges }, (_, i) => i);
    const told = { ...graph, edgeFeatures: { numRows: numEdges, numCols: 2, values } };
    const [block] = createSampler(told, [defaultLayer('mpnn')], 0)(filled(11, 1200), 1);
    const { edgeIndex, edgeFeatures } = block.messages;
    const all = allEdges(graph);
    let known = 0;
    edgeIndex.source.forEach((from, e) => {
      const row = Array.from(edgeFeatures?.values.subarray(2 * e, 2 * e + 2) ?? []);
      const edge = all.indexOf(`${block.nodes[from]}-${block.nodes[edgeIndex.target[e]]}`);
      expect(row).toEqual(edge < 0 ? [0, 0] : [2 * edge, 2 * edge + 1]);
      known += edge < 0 ? 0 : 1;
    });
    expect(known).toBe(inNeighbours(graph, 11).length + inNeighbours(graph, 1200).length);
  });

  it('bears nodes without any edge', () => {
    const lonely: GraphData = { ...karate(null), edgeIndex: buildEdgeIndex(34, [0], [1]) };
    const [first, last] = createSampler(lonely, [sage(2), sage(2)], 1)(filled(33, 0), 1);
    expect(Array.from(last.nodes.filter((node) => node >= 0))).toEqual([33, 0, 1]);
    expect(edgesOf(last)).toEqual(['1-0']);
    expect(edgesOf(first).toSorted()).toEqual(['0-1', '1-0']);
  });
});
