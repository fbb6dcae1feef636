import { describe, expect, it } from 'vitest';
import { citations } from '../../src/data/generators/citations';
import { shuffled, weightedSampler } from '../../src/data/generators/sampler';
import { randomKey, sequence } from '../../src/data/base/random';
import { degrees } from '../../src/data/graph/degrees';
import { connectedComponents } from '../../src/data/graph/components';
import { numFeatures } from '../../src/data/graph/graphData';
import { descriptorOf } from '../../src/data/run/catalogue';

const graph = citations(0);
const { y, split } = graph.labelling;

function wordsOf(of: typeof graph) {
  if (of.features.kind !== 'sparse') throw new Error('expected sparse features');
  return of.features.matrix;
}

describe('synthetic citations', () => {
  it('has the counts its descriptor promises', () => {
    expect({
      nodes: graph.numNodes,
      edges: graph.edgeIndex.source.length / 2,
      directedEdges: graph.edgeIndex.source.length,
      features: numFeatures(graph.features),
      classes: graph.labelling.classNames.length,
      train: split.train.length,
      val: split.val?.length,
      test: split.test?.length,
    }).toEqual(descriptorOf('synthetic').counts);
  });

  it('labels 20 nodes of each topic and judges on none of them', () => {
    for (let topic = 0; topic < 7; topic++)
      expect(split.train.filter((node) => y[node] === topic)).toHaveLength(20);
    const parts = [...split.train, ...(split.val ?? []), ...(split.test ?? [])];
    expect(new Set(parts).size).toBe(1640);
  });

  it('has topics of the sizes of Cora', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((topic) => y.filter((each) => each === topic).length)).toEqual([
      351, 217, 418, 818, 426, 298, 180,
    ]);
  });

  it('links papers of one topic as often as Cora does', () => {
    for (const seed of [0, 1, 2]) {
      const { edgeIndex, labelling } = citations(seed);
      const same = edgeIndex.source.filter((s, e) => labelling.y[s] === labelling.y[edgeIndex.target[e]]);
      expect(same.length / edgeIndex.source.length).toBeCloseTo(0.81, 1.5);
    }
  });

  it('spreads degrees as Cora does: many papers with few links, a few with many, none without', () => {
    const degree = degrees(graph.numNodes, graph.edgeIndex).sort();
    expect(degree[0]).toBe(1);
    expect(degree[1354]).toBe(3);
    expect(degree[2707]).toBeGreaterThan(40);
    // A binomial graph of this density has about 4 nodes above 10; Cora has 96.
    const heavy = degree.filter((each) => each > 10).length;
    expect(heavy).toBeGreaterThan(60);
    expect(heavy).toBeLessThan(140);
    expect(connectedComponents(graph.numNodes, graph.edgeIndex)[0].length).toBeGreaterThan(2400);
  });

  it('gives a paper about 18 words out of 1433, ascending and distinct', () => {
    const { rowPtr, colIndex, values } = wordsOf(graph);
    expect(colIndex.length / graph.numNodes).toBeCloseTo(18.2, 0);
    expect(values.every((value) => value === 1)).toBe(true);
    for (let node = 0; node < graph.numNodes; node++)
      for (let k = rowPtr[node] + 1; k < rowPtr[node + 1]; k++)
        if (colIndex[k] <= colIndex[k - 1]) throw new Error(`words of node ${node} are not ascending`);
  });

  it('draws words by topic: a paper shares more of them with its own topic than with others', () => {
    const { rowPtr, colIndex } = wordsOf(graph);
    const share = new Map<number, Float64Array>();
    for (let node = 0; node < graph.numNodes; node++) {
      const counts = share.get(y[node]) ?? new Float64Array(1433);
      for (const word of colIndex.subarray(rowPtr[node], rowPtr[node + 1])) counts[word] += 1;
      share.set(y[node], counts);
    }
    const sizes = [0, 1, 2, 3, 4, 5, 6].map((topic) => y.filter((each) => each === topic).length);
    let [own, other] = [0, 0];
    for (let node = 0; node < graph.numNodes; node++)
      for (const word of colIndex.subarray(rowPtr[node], rowPtr[node + 1]))
        for (const [topic, counts] of share) {
          const isOwn = topic === y[node];
          const rate = (counts[word] - Number(isOwn)) / (sizes[topic] - Number(isOwn));
          if (isOwn) own += rate;
          else other += rate / 6;
        }
    expect(own / other).toBeGreaterThan(1.05);
  });

  it('is the same for the same seed and another for another', () => {
    expect(citations(0)).toEqual(graph);
    const different = citations(1);
    expect(different.edgeIndex).not.toEqual(graph.edgeIndex);
    expect(wordsOf(different).colIndex).not.toEqual(wordsOf(graph).colIndex);
    expect(different.labelling.split.train).not.toEqual(split.train);
  });
});

describe('sampling', () => {
  it('picks in proportion to the weights and never what weighs nothing', () => {
    const draw = sequence(randomKey(1, 2, 3));
    const sampler = weightedSampler([1, 0, 3]);
    const counts = [0, 0, 0];
    for (let k = 0; k < 40_000; k++) counts[sampler.pick(draw)] += 1;
    expect(counts[1]).toBe(0);
    expect(counts[2] / 40_000).toBeCloseTo(0.75, 2);
  });

  it('shuffles every index into the order once', () => {
    const order = shuffled(50, sequence(randomKey(4, 5, 6)));
    expect(order).not.toEqual(order.toSorted());
    expect(order.toSorted()).toEqual(Int32Array.from({ length: 50 }, (_, i) => i));
  });
});
