import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaygroundError } from '../../src/data/base/errors';
import { ByteReader } from '../../src/data/formats/packed/byteReader';
import { ByteWriter } from '../../src/data/formats/packed/byteWriter';
import { readEdges } from '../../src/data/formats/packed/edges';
import { ownId } from '../../src/data/formats/packed/ownId';
import { packGraph } from '../../src/data/formats/packed/packGraph';
import { unpackGraph } from '../../src/data/formats/packed/unpackGraph';
import { karate } from '../../src/data/generators/karate';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import type { Features, GraphData, Labelling } from '../../src/data/graph/graphData';
import { isOwnId } from '../../src/data/run/catalogue';

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer(),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
);
const floats = (length: number) =>
  fc.array(number, { minLength: length, maxLength: length }).map((values) => Float32Array.from(values));

const featuresOf = (numNodes: number): fc.Arbitrary<Features> =>
  fc.oneof(
    fc.constant<Features>({ kind: 'identity', numCols: numNodes }),
    fc.integer({ min: 0, max: 4 }).chain((numCols) =>
      floats(numNodes * numCols).map((values): Features => ({
        kind: 'dense',
        matrix: { numRows: numNodes, numCols, values },
      })),
    ),
    fc
      .array(fc.uniqueArray(fc.integer({ min: 0, max: 300 })), { minLength: numNodes, maxLength: numNodes })
      .chain((rows) => {
        const rowPtr = new Int32Array(numNodes + 1);
        rows.forEach((row, k) => (rowPtr[k + 1] = rowPtr[k] + row.length));
        const colIndex = Int32Array.from(rows.flatMap((row) => row.toSorted((a, b) => a - b)));
        return floats(colIndex.length).map((values): Features => ({
          kind: 'sparse',
          matrix: { numRows: numNodes, numCols: 301, rowPtr, colIndex, values },
        }));
      }),
  );

const labellingOf = (numNodes: number): fc.Arbitrary<Labelling> =>
  fc
    .record({
      classNames: fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
      draws: fc.array(fc.nat(), { minLength: numNodes, maxLength: numNodes }),
      parts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: numNodes, maxLength: numNodes }),
      order: fc.boolean(),
      hasVal: fc.boolean(),
      hasTest: fc.boolean(),
      id: fc.string(),
      name: fc.string(),
    })
    .map(({ classNames, draws, parts, order, hasVal, hasTest, id, name }) => {
      const y = Int32Array.from(draws, (draw) => (draw % (classNames.length + 1)) - 1);
      const part = (which: number) => {
        const nodes = Int32Array.from(y.keys()).filter((node) => y[node] >= 0 && parts[node] === which);
        return order ? nodes : nodes.toReversed();
      };
      return {
        id,
        name,
        classNames,
        y,
        split: { train: part(0), val: hasVal ? part(1) : null, test: hasTest ? part(2) : null },
      };
    });

const graphs: fc.Arbitrary<GraphData> = fc.integer({ min: 0, max: 12 }).chain((numNodes) => {
  const node = fc.nat(Math.max(0, numNodes - 1));
  return fc
    .record({
      pairs: fc.array(fc.tuple(node, node), { maxLength: numNodes === 0 ? 0 : 40 }),
      undirected: fc.boolean(),
      keepsLoops: fc.boolean(),
      weighing: fc.constantFrom('none', 'symmetric', 'any'),
      draws: floats(200),
      channels: fc.option(fc.integer({ min: 0, max: 3 })),
      features: featuresOf(numNodes),
      labelling: labellingOf(numNodes),
      nodeNames: fc.option(
        fc.array(fc.string({ unit: 'binary' }), { minLength: numNodes, maxLength: numNodes }),
      ),
      positions: fc.option(floats(2 * numNodes)),
      name: fc.string({ unit: 'binary' }),
    })
    .map(({ pairs, undirected, keepsLoops, weighing, draws, channels, features, labelling, ...said }) => {
      const edgeIndex = buildEdgeIndex(
        numNodes,
        pairs.map(([a]) => a),
        pairs.map(([, b]) => b),
        { undirected, keepsLoops },
      );
      const { source, target } = edgeIndex;
      const drawAt = (e: number) => draws[(weighing === 'any' ? e : source[e] + target[e]) % draws.length];
      const edges = source.length;
      return {
        ...said,
        numNodes,
        edgeIndex,
        edgeWeight: weighing === 'none' ? null : Float32Array.from(source, (_, e) => drawAt(e)),
        ...(channels === null
          ? {}
          : {
              edgeFeatures: {
                numRows: edges,
                numCols: channels,
                values: Float32Array.from({ length: edges * channels }, (_, k) =>
                  drawAt(Math.floor(k / channels)),
                ),
              },
            }),
        features,
        labelling,
      };
    });
});

describe('a packed graph', () => {
  it('comes out as it went in, to the bit, whatever kind it is', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(unpackGraph(packGraph(graph))).toStrictEqual(graph);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('is the same bytes when it is packed again', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const packed = packGraph(graph);
        expect(packGraph(unpackGraph(packed))).toEqual(packed);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('keeps an undirected edge once', () => {
    const graph = karate(null);
    const packed = packGraph(graph);
    const oneWay = graph.edgeIndex.source.map((from, e) => (from < graph.edgeIndex.target[e] ? 1 : 0));
    expect(oneWay.reduce((sum, each) => sum + each, 0)).toBe(78);
    // 78 gaps, 34 counts, 34 classes, and the rest is names.
    const names = JSON.stringify(graph.nodeNames).length + JSON.stringify(graph.labelling).length;
    expect(packed.length).toBeLessThan(78 + 34 + 34 + names + 100);
  });

  it('keeps a self-loop of an undirected graph once, with its weight', () => {
    const edgeIndex = buildEdgeIndex(34, [0, 2, 2, 33], [1, 2, 4, 33], { keepsLoops: true });
    const edgeWeight = Float32Array.of(5, 5, 7, 6, 6, 8);
    const graph = { ...karate(null), edgeIndex, edgeWeight };
    const { source, target } = edgeIndex;
    expect(Array.from(source, (from, e) => [from, target[e], edgeWeight[e]])).toEqual([
      [1, 0, 5],
      [0, 1, 5],
      [2, 2, 7],
      [4, 2, 6],
      [2, 4, 6],
      [33, 33, 8],
    ]);
    const back = unpackGraph(packGraph(graph));
    expect(back.edgeIndex).toEqual(edgeIndex);
    expect(back.edgeWeight).toEqual(edgeWeight);
  });

  it('has an id made of what it holds', () => {
    const packed = packGraph(karate(null));
    expect(isOwnId(ownId(packed))).toBe(true);
    expect(ownId(packGraph(karate(null)))).toBe(ownId(packed));
    expect(ownId(packGraph({ ...karate(null), name: 'another' }))).not.toBe(ownId(packed));
    // A view into a larger buffer counts as what it shows.
    const larger = new Uint8Array(packed.length + 20);
    larger.set(packed, 7);
    expect(ownId(larger.subarray(7, 7 + packed.length))).toBe(ownId(packed));
  });

  it('refuses edges that repeat themselves or are out of order, however the graph came by them', () => {
    const graph = karate(null);
    const withEdges = (source: number[], target: number[]) => () =>
      packGraph({
        ...graph,
        edgeIndex: { source: Int32Array.from(source), target: Int32Array.from(target) },
        edgeWeight: null,
      });
    expect(withEdges([1, 0], [0, 1])).not.toThrow();
    expect(withEdges([1, 1, 0], [0, 0, 1])).toThrow('got edge 1 out of order');
    expect(withEdges([2, 1], [0, 0])).toThrow('got edge 1 out of order');
    expect(withEdges([0, 1], [1, 0])).toThrow('got edge 1 out of order');
    expect(withEdges([34], [0])).toThrow('got edge 0 out of order');
  });

  it('refuses edits and numbers that are not finite', () => {
    const graph = karate(null);
    expect(() => packGraph({ ...graph, tombstones: [3] })).toThrow('got deleted nodes');
    const given = new Int32Array(34).fill(-1);
    expect(() => packGraph({ ...graph, labelling: { ...graph.labelling, given } })).toThrow('given by hand');
    const edgeWeight = new Float32Array(156).fill(1);
    edgeWeight[5] = NaN;
    expect(() => packGraph({ ...graph, edgeWeight })).toThrow('expected finite numbers');
  });
});

/** Whether the bytes are a graph; anything that is thrown has to be a sentence. */
function opens(bytes: Uint8Array): boolean {
  try {
    const graph = unpackGraph(bytes);
    // What comes through is a graph that can be packed: sorted, in range, finite.
    packGraph(graph);
    return true;
  } catch (error) {
    if (error instanceof PlaygroundError) return false;
    throw error;
  }
}

describe('bytes of a stranger', () => {
  it('are a graph or a clear error, however they are mutated', () => {
    const samples = fc.sample(graphs, { numRuns: 40, seed: 7 }).map(packGraph);
    samples.push(packGraph(karate(null)));
    let opened = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(), { freq: 4 }),
        (packed, changes, cut) => {
          const bytes = packed.slice(0, cut === null ? packed.length : cut % packed.length);
          for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
          if (opens(bytes)) opened += 1;
        },
      ),
      { seed: 8, numRuns: 4000 },
    );
    // Some changes are harmless: a letter of a name, a digit of a number.
    expect(opened).toBeGreaterThan(0);
  });

  it('are refused when they are cut anywhere, or go on', () => {
    const packed = packGraph(karate(null));
    for (let end = 0; end < packed.length; end++) expect(opens(packed.slice(0, end))).toBe(false);
    expect(() => unpackGraph(Uint8Array.from([...packed, 0]))).toThrow('expected the end, got 1 more bytes');
  });

  it('of a later version say so', () => {
    const packed = packGraph(karate(null));
    packed[0] = 2;
    expect(() => unpackGraph(packed)).toThrow('expected version 1, got 2. Update the page.');
  });

  it('cannot ask for more room than they bring', () => {
    // Version 1, then half a million nodes in 40 bytes.
    const many = Uint8Array.from([1, 160, 194, 30, ...new Uint8Array(40)]);
    expect(() => unpackGraph(many)).toThrow('expected 500000 nodes, got');
    // No edges, dense features with a million columns of a single value.
    const wide = [1, 1, 0, 2, 34, 34, 0, 0, 2, 192, 132, 61, 0, 1, 0, 0, 0, 0];
    expect(() => unpackGraph(Uint8Array.from(wide))).toThrow('expected 1000000 columns of features, got');
  });

  it('cannot have more edges than an import takes', () => {
    const NODES = 4000;
    /** Of so many sources for each node; they are refused before the first of them is read. */
    const opening = (isSymmetric: boolean, perNode: number) => () => {
      const out = new ByteWriter();
      out.varint(isSymmetric ? 1 : 0);
      for (let node = 0; node < NODES; node++) out.varint(perNode);
      return readEdges(new ByteReader(out.finish()), NODES);
    };
    expect(opening(true, 1250)).toThrow('expected 5000000 edges, got 0 bytes for them');
    expect(opening(true, 1251)).toThrow('expected at most 5000000 edges, got more');
    expect(opening(false, 2500)).toThrow('expected 10000000 edges, got 0 bytes for them');
    expect(opening(false, 2501)).toThrow('expected at most 10000000 edges, got more');
  });

  it('cannot name a node twice in the split', () => {
    const graph = karate(null);
    const { split } = graph.labelling;
    const labelling = { ...graph.labelling, split: { ...split, test: split.train } };
    expect(() => unpackGraph(packGraph({ ...graph, labelling }))).toThrow('in one part of the split');
  });
});
