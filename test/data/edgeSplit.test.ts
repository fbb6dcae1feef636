import { describe, expect, it } from 'vitest';
import { readPlanetoid } from '../../src/data/formats/planetoid/readPlanetoid';
import { citations } from '../../src/data/generators/citations';
import { karate } from '../../src/data/generators/karate';
import { adjacencyLists, isLinked, type NodePairs } from '../../src/data/graph/adjacencyLists';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import { edgeSplit, type EdgeSplitSpec, type HeldOut } from '../../src/data/graph/edgeSplit';
import type { EdgeIndex } from '../../src/data/graph/graphData';
import { NEGATIVE_RULES } from '../../src/data/graph/negativePairs';
import { downloadedFiles, titleOf } from './downloaded';

const PLAIN: EdgeSplitSpec = {
  seed: 0,
  disjointShare: 0,
  negatives: 'uniform',
  leaks: { testEdges: false, reverseEdges: false },
};

const directed = ({ source, target }: EdgeIndex) => Array.from(source, (from, e) => `${from}>${target[e]}`);
const pairs = ({ source, target }: NodePairs) =>
  Array.from(source, (a, k) => `${Math.min(a, target[k])}-${Math.max(a, target[k])}`);
const bothWays = (list: NodePairs) =>
  Array.from(list.source, (a, k) => [`${a}>${list.target[k]}`, `${list.target[k]}>${a}`]).flat();
const shared = (a: readonly string[], b: readonly string[]) => {
  const known = new Set(b);
  return a.filter((each) => known.has(each)).length;
};

const graph = citations(3);
const split = edgeSplit(graph, PLAIN);

/** 0 -> 1 -> 2 ... -> 29, with 0 <-> 1 and 3 <-> 4 both ways. */
const chain = {
  numNodes: 30,
  edgeIndex: buildEdgeIndex(
    30,
    [...Array(29).keys(), 1, 4],
    [...Array.from({ length: 29 }, (_, i) => i + 1), 0, 3],
    { undirected: false },
  ),
  edgeWeight: null,
};

describe('an edge split', () => {
  it('holds out int(.05 n) and int(.1 n) of the pairs and learns from the rest', () => {
    const n = graph.edgeIndex.source.length / 2;
    const [numVal, numTest] = [Math.floor(0.05 * n), Math.floor(0.1 * n)];
    expect(split.val.positives.source.length).toBe(numVal);
    expect(split.test.positives.source.length).toBe(numTest);
    expect(split.train.positives.source.length).toBe(n - numVal - numTest);
    const all = [
      ...pairs(split.train.positives),
      ...pairs(split.val.positives),
      ...pairs(split.test.positives),
    ];
    expect(new Set(all).size).toBe(n);
  });

  it('lets messages run over training edges, and over those of the validation when it tests', () => {
    const train = bothWays(split.train.positives);
    expect(directed(split.train.messages.edgeIndex).sort()).toEqual(train.sort());
    expect(split.val.messages).toEqual(split.train.messages);
    const seen = [...train, ...bothWays(split.val.positives)].sort();
    expect(directed(split.test.messages.edgeIndex).sort()).toEqual(seen);
  });

  it('keeps the order of edges that kernels ask for', () => {
    const { source, target } = split.test.messages.edgeIndex;
    expect(buildEdgeIndex(graph.numNodes, source, target, { undirected: false })).toEqual({ source, target });
  });

  it('is a function of the seed', () => {
    expect(edgeSplit(graph, PLAIN)).toEqual(split);
    const other = edgeSplit(graph, { ...PLAIN, seed: 1 });
    const numTest = split.test.positives.source.length;
    expect(shared(pairs(other.test.positives), pairs(split.test.positives))).toBeLessThan(0.2 * numTest);
    expect(shared(pairs(other.test.negatives), pairs(split.test.negatives))).toBeLessThan(0.05 * numTest);
  });

  it.each(NEGATIVE_RULES)('draws %s negatives once, without any edge, loop or double', (negatives) => {
    const links = adjacencyLists(graph.numNodes, graph.edgeIndex);
    const { val, test } = edgeSplit(graph, { ...PLAIN, negatives });
    const drawn = [...pairs(val.negatives), ...pairs(test.negatives)];
    expect(new Set(drawn).size).toBe(val.positives.source.length + test.positives.source.length);
    for (const part of [val, test])
      part.negatives.source.forEach((a, k) => {
        const b = part.negatives.target[k];
        expect(a !== b && !isLinked(links, a, b)).toBe(true);
      });
  });

  it('keeps a share of the training pairs from carrying messages while they are learned from', () => {
    const { train, val, test } = edgeSplit(graph, { ...PLAIN, disjointShare: 0.3 });
    const numTrain = split.train.positives.source.length;
    expect(train.positives.source.length).toBe(Math.floor(0.3 * numTrain));
    expect(shared(bothWays(train.positives), directed(train.messages.edgeIndex))).toBe(0);
    expect(train.messages.edgeIndex.source.length).toBe(2 * (numTrain - train.positives.source.length));
    expect(val.messages).toEqual(split.val.messages);
    expect(test).toEqual(split.test);
  });

  it('leaks what it is told to leak, and nothing else', () => {
    const messagesOf = (part: HeldOut | Omit<HeldOut, 'negatives'>) => directed(part.messages.edgeIndex);
    const test = bothWays(split.test.positives);
    const left = edgeSplit(graph, { ...PLAIN, leaks: { testEdges: true, reverseEdges: false } });
    for (const part of [left.train, left.val, left.test])
      expect(shared(messagesOf(part), test)).toBe(test.length);
    const back = edgeSplit(graph, { ...PLAIN, leaks: { testEdges: false, reverseEdges: true } });
    for (const part of [back.train, back.val, back.test]) {
      const carried = new Set(messagesOf(part));
      const seen = test.filter((edge) => carried.has(edge));
      expect(seen.length).toBe(test.length / 2);
      expect(seen.every((edge) => Number(edge.split('>')[0]) > Number(edge.split('>')[1]))).toBe(true);
    }
    expect(back.test.positives).toEqual(split.test.positives);
    expect(left.test.negatives).toEqual(split.test.negatives);
  });

  it('splits a directed graph by pairs, with each edge in its own direction', () => {
    const parted = edgeSplit(chain, PLAIN);
    const edges = directed(chain.edgeIndex);
    const asked = [parted.train, parted.val, parted.test].flatMap(({ positives }) => directed(positives));
    expect(asked.length).toBe(29);
    expect(shared(asked, edges)).toBe(29);
    const heldOut = [...bothWays(parted.val.positives), ...bothWays(parted.test.positives)];
    expect(shared(directed(parted.train.messages.edgeIndex), heldOut)).toBe(0);
    expect(parted.train.messages.edgeIndex.source.length).toBe(31 - shared(edges, heldOut));
  });

  it('carries weights and features of edges along', () => {
    const count = chain.edgeIndex.source.length;
    const values = Float32Array.from({ length: count }, (_, e) => e);
    const edgeFeatures = { numRows: count, numCols: 1, values };
    const { train } = edgeSplit({ ...chain, edgeWeight: values, edgeFeatures }, PLAIN);
    const edges = directed(chain.edgeIndex);
    directed(train.messages.edgeIndex).forEach((edge, e) => {
      expect(train.messages.edgeWeight![e]).toBe(edges.indexOf(edge));
      expect(train.messages.edgeFeatures!.values[e]).toBe(edges.indexOf(edge));
    });
  });

  it('leaves edges from a node to itself among the messages, and asks for none of them', () => {
    const source = Int32Array.from([0, ...chain.edgeIndex.source]);
    const target = Int32Array.from([0, ...chain.edgeIndex.target]);
    const { train, test } = edgeSplit({ ...chain, edgeIndex: { source, target } }, PLAIN);
    expect(directed(train.messages.edgeIndex)).toContain('0>0');
    expect([...pairs(train.positives), ...pairs(test.positives)]).not.toContain('0-0');
  });

  it('follows edits: an edge taken away leaves its part, a drawn one is learned from', () => {
    const { source, target } = graph.edgeIndex;
    const [a, b] = [split.test.positives.source[0], split.test.positives.target[0]];
    const [c, d] = [split.test.negatives.source[0], split.test.negatives.target[0]];
    const kept = Array.from(source.keys()).filter(
      (e) => !((source[e] === a && target[e] === b) || (source[e] === b && target[e] === a)),
    );
    const edited = {
      ...graph,
      edgeWeight: null,
      edgeIndex: buildEdgeIndex(
        graph.numNodes,
        [...kept.map((e) => source[e]), c],
        [...kept.map((e) => target[e]), d],
      ),
    };
    const now = edgeSplit(edited, PLAIN, graph);
    expect(pairs(now.test.positives)).toEqual(pairs(split.test.positives).slice(1));
    expect(pairs(now.test.negatives)).toEqual(pairs(split.test.negatives).slice(1));
    expect(now.val.positives).toEqual(split.val.positives);
    expect(shared(pairs(now.train.positives), [`${Math.min(c, d)}-${Math.max(c, d)}`])).toBe(1);
  });

  it('draws no deleted node as a negative', () => {
    const tombstones = Array.from({ length: 500 }, (_, i) => 2000 + i);
    const gone = new Set(tombstones);
    const { source, target } = graph.edgeIndex;
    const stands = (_: number, e: number) => !gone.has(source[e]) && !gone.has(target[e]);
    const rest = {
      ...graph,
      edgeWeight: null,
      tombstones,
      edgeIndex: { source: source.filter(stands), target: target.filter(stands) },
    };
    for (const loaded of [rest, graph]) {
      const { val, test } = edgeSplit(rest, PLAIN, loaded);
      for (const { negatives } of [val, test])
        expect([...negatives.source, ...negatives.target].some((node) => gone.has(node))).toBe(false);
    }
  });

  it('says what a graph lacks', () => {
    const few = { ...chain, edgeIndex: buildEdgeIndex(30, [0, 1, 2], [1, 2, 3]) };
    expect(() => edgeSplit(few, PLAIN)).toThrow('expected a graph of at least 20 edges');
    const ends = Array.from({ length: 49 }, (_, k) => [Math.floor(k / 7), k % 7]).filter(([a, b]) => a < b);
    const complete = {
      numNodes: 7,
      edgeWeight: null,
      edgeIndex: buildEdgeIndex(
        7,
        ends.map(([a]) => a),
        ends.map(([, b]) => b),
      ),
    };
    expect(() => edgeSplit(complete, PLAIN)).toThrow('expected nodes that are not linked, found none');
    expect(() => edgeSplit(graph, { ...PLAIN, disjointShare: 0.6 })).toThrow('from 0 to 0.5, got 0.6');
  });

  it('works on Karate Club', () => {
    const { val, test } = edgeSplit(karate('factions'), PLAIN);
    expect([val.positives.source.length, test.positives.source.length]).toEqual([3, 7]);
  });

  const files = downloadedFiles('cora');
  it.skipIf(!files)(titleOf('holds out 263 and 527 pairs of Cora', files), () => {
    const cora = readPlanetoid(
      { id: 'cora', name: 'Cora', labelling: { id: 'public', name: 'public' } },
      files!,
    );
    const { train, val, test } = edgeSplit(cora, PLAIN);
    expect([val, test].map(({ positives }) => positives.source.length)).toEqual([263, 527]);
    expect([val, test].map(({ negatives }) => negatives.source.length)).toEqual([263, 527]);
    expect(train.messages.edgeIndex.source.length).toBe(8976);
    expect(test.messages.edgeIndex.source.length).toBe(8976 + 2 * 263);
  });
});
