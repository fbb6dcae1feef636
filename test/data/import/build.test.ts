import { describe, expect, it } from 'vitest';
import { packGraph } from '../../../src/data/formats/packed/packGraph';
import { unpackGraph } from '../../../src/data/formats/packed/unpackGraph';
import type { Cell, RawGraph } from '../../../src/data/formats/rawGraph';
import { toDense } from '../../../src/data/graph/dense';
import type { ImportAnswers, Repeated } from '../../../src/data/import/answers';
import { buildGraph } from '../../../src/data/import/buildGraph';
import { estimateFor } from '../../../src/data/import/estimate';
import { ownDescriptor } from '../../../src/data/import/ownDescriptor';
import { previewOf } from '../../../src/data/import/preview';
import { validateAnswers } from '../../../src/data/import/validateAnswers';
import { sampled } from '../../../src/data/import/sample';
import { readText } from '../formats/files';
import { columnsOf, rawGraph } from './raw';

const built = (raw: RawGraph, change: Partial<ImportAnswers> = {}) =>
  buildGraph(raw, { ...previewOf(raw, []).suggested, ...change }, () => {});

const edgesIn = ({ edgeIndex: { source, target }, edgeWeight }: ReturnType<typeof built>) =>
  Array.from(source, (from, e) => (edgeWeight ? [from, target[e], edgeWeight[e]] : [from, target[e]]));
const rowsIn = (graph: ReturnType<typeof built>) => {
  const { numCols, values } = toDense(graph.features, graph.numNodes);
  return Array.from({ length: graph.numNodes }, (_, row) => [
    ...values.subarray(row * numCols, (row + 1) * numCols),
  ]);
};

describe('edges', () => {
  const pairs = [
    [0, 1],
    [1, 0],
    [0, 1],
    [2, 2],
    [2, 1],
  ] as const;
  const weighted = (weights: readonly Cell[], directed: boolean | null) =>
    rawGraph(4, pairs, { directed, edgeColumns: columnsOf({ weight: weights }) });

  it('are distinct, sorted and without loops; both ways where the graph is undirected', () => {
    expect(edgesIn(built(rawGraph(4, pairs)))).toEqual([
      [1, 0],
      [0, 1],
      [2, 1],
      [1, 2],
    ]);
    expect(edgesIn(built(rawGraph(4, pairs), { directions: 'directed' }))).toEqual([
      [1, 0],
      [0, 1],
      [2, 1],
    ]);
  });

  it('keep self-loops where they are wanted: each once and with its own weight, whichever way messages go', () => {
    const kept = { selfLoops: 'keep' } as const;
    expect(edgesIn(built(rawGraph(4, pairs), kept))).toEqual([
      [1, 0],
      [0, 1],
      [2, 1],
      [1, 2],
      [2, 2],
    ]);
    expect(edgesIn(built(weighted([2, 5, 1, 9, 4], true), kept))).toEqual([
      [1, 0, 8],
      [0, 1, 8],
      [2, 1, 4],
      [1, 2, 4],
      [2, 2, 9],
    ]);
    expect(edgesIn(built(weighted([2, 5, 1, 9, 4], true), { ...kept, directions: 'directed' }))).toEqual([
      [1, 0, 5],
      [0, 1, 3],
      [2, 1, 4],
      [2, 2, 9],
    ]);
    // Listed both ways with equal weights, which are not added up; nor is that of a loop.
    const both = [...pairs.slice(0, 2), pairs[3], [1, 2], [2, 1]] as const;
    const listed = rawGraph(3, both, { edgeColumns: columnsOf({ weight: [2, 2, 7, 3, 3] }) });
    expect(edgesIn(built(listed, kept))).toEqual([
      [1, 0, 2],
      [0, 1, 2],
      [2, 1, 3],
      [1, 2, 3],
      [2, 2, 7],
    ]);
  });

  it('that are kept self-loops stay what they are in the packed form, and have a row of the file', () => {
    const graph = built(weighted([2, 2, 1, 9, 4], false), { selfLoops: 'keep' });
    expect(edgesIn(graph).at(-1)).toEqual([2, 2, 9]);
    expect(graph.file?.edgeColumns[0]?.values.at(-1)).toBe(9);
    expect(unpackGraph(packGraph(graph))).toEqual(graph);
    const plain = built(rawGraph(4, pairs), { selfLoops: 'keep' });
    expect(unpackGraph(packGraph(plain))).toEqual(plain);
    const directed = built(rawGraph(4, pairs), { selfLoops: 'keep', directions: 'directed' });
    expect(unpackGraph(packGraph(directed))).toEqual(directed);
    expect(ownDescriptor(plain, 'own-1', 'a file').counts).toMatchObject({ edges: 3, directedEdges: 5 });
  });

  it('add up the weights of duplicates, and of two directions where messages go both ways', () => {
    expect(edgesIn(built(weighted([2, 5, 1, 9, 4], true)))).toEqual([
      [1, 0, 8],
      [0, 1, 8],
      [2, 1, 4],
      [1, 2, 4],
    ]);
    expect(edgesIn(built(weighted([2, 5, 1, 9, 4], true), { directions: 'directed' }))).toEqual([
      [1, 0, 5],
      [0, 1, 3],
      [2, 1, 4],
    ]);
  });

  it('said more than once add up, are counted, or are the first alone', () => {
    const file = weighted([2, 5, 1, 9, 4], true);
    const as = (repeated: Repeated, weight: string | null) =>
      edgesIn(built(file, { directions: 'directed', repeated, weight })).map(
        ([from, to, value = 1]) => `${from}>${to} ${value}`,
      );
    expect(as('sum', 'weight')).toEqual(['1>0 5', '0>1 3', '2>1 4']);
    expect(as('one', 'weight')).toEqual(['1>0 5', '0>1 2', '2>1 4']);
    // Counting looks at no weights, and without weights adding up is counting.
    for (const [repeated, weight] of [
      ['count', 'weight'],
      ['count', null],
      ['sum', null],
    ] as const)
      expect(as(repeated, weight)).toEqual(['1>0 1', '0>1 2', '2>1 1']);
    expect(as('one', null)).toEqual(['1>0 1', '0>1 1', '2>1 1']);
  });

  it('add up both directions where the file is undirected', () => {
    expect(edgesIn(built(weighted([2, 5, 1, 9, 4], false)))).toEqual([
      [1, 0, 8],
      [0, 1, 8],
      [2, 1, 4],
      [1, 2, 4],
    ]);
  });

  it('keep their weights where the file lists every edge both ways with the same one', () => {
    const listedTwice = [
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
    ] as const;
    const weight = (weights: readonly Cell[]) => ({ edgeColumns: columnsOf({ weight: weights }) });
    expect(edgesIn(built(rawGraph(3, listedTwice, weight([1.5, 1.5, 4, 4]))))).toEqual([
      [1, 0, 1.5],
      [0, 1, 1.5],
      [2, 1, 4],
      [1, 2, 4],
    ]);
    // 1 and 2 are 3, as whoever made the graph undirected before would have said.
    expect(edgesIn(built(rawGraph(2, listedTwice.slice(0, 2), weight([1, 2]))))).toEqual([
      [1, 0, 3],
      [0, 1, 3],
    ]);
  });

  it('say in the preview what became of their weights', () => {
    const said = (weights: readonly Cell[], change: Partial<ImportAnswers> = {}) => {
      const raw = weighted(weights, true);
      return estimateFor(raw, { ...previewOf(raw, []).suggested, ...change }).warnings.filter((each) =>
        /weight/.test(each),
      );
    };
    expect(said([2, 5, 1, 9, 4])).toEqual([
      '1 pair of edges goes both ways with weights of their own; as messages go in both directions, the two weights are added up.',
    ]);
    expect(said([2, 5, 1, 9, 4], { directions: 'directed' })).toEqual([]);
    expect(said([2, 5, 1, 9, 0], { directions: 'directed' })).toEqual([
      '1 edge has the weight 0; it carries no message and is left out.',
    ]);
  });

  it('have no weights where all are 1, and none of weight 0', () => {
    expect(built(weighted([1, 0, 0, 7, 1], true)).edgeWeight).toBeNull();
    expect(edgesIn(built(weighted([1, 1, 1, 1, 0], true)))).toEqual([
      [1, 0, 3],
      [0, 1, 3],
    ]);
  });

  it('count a missing weight as 1 and refuse those that are no weights', () => {
    expect(edgesIn(built(weighted([null, 5, NaN, 1, ' '], true)))).toContainEqual([2, 1, 1]);
    const weight = 'weight';
    expect(() => built(weighted([1, 1, 1, 1, -2], true), { weight })).toThrow(
      "import: expected weights of 0 or more in column 'weight', got -2 at edge 5. Choose another column, or none.",
    );
    expect(() => built(weighted([1, 'heavy', 1, 1, 1], true), { weight })).toThrow('got "heavy" at edge 2.');
    const read = readText('list.csv', 'source,target,weight\na,b,1\nb,c,heavy\n');
    expect(() => built(read, { weight })).toThrow('got "heavy" at edge 2 (line 3).');
    expect(() => built(weighted([1e308, 1e308, 1e308, 1, 1], true), { weight })).toThrow('below 3e38');
  });
});

describe('a sample', () => {
  it('has all edges among its nodes, and no others: those to node 0 as well', () => {
    const size = 12;
    const pairs = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size] as const);
    for (const seed of [0, 1, 2, 3]) {
      const { nodeIds, source, target } = sampled(rawGraph(size, pairs), 7, seed);
      expect(nodeIds).toHaveLength(7);
      expect(Array.from(source, (from, e) => `${nodeIds[from]}>${nodeIds[target[e]]}`)).toEqual(
        nodeIds.flatMap((from) => nodeIds.map((to) => `${from}>${to}`)),
      );
    }
    // One of these samples has the first node in it, to which an index of 0 leads.
    expect([0, 1, 2, 3].some((seed) => sampled(rawGraph(size, pairs), 7, seed).nodeIds.includes('n0'))).toBe(
      true,
    );
  });

  it('begins somewhere else with another seed, where no edge leads on as well', () => {
    const idsOf = (seed: number) => sampled(rawGraph(100, []), 10, seed).nodeIds.join();
    expect(new Set([0, 1, 2, 3].map(idsOf)).size).toBe(4);
    expect(idsOf(2)).toBe(idsOf(2));
  });

  it('keeps the line of each edge', () => {
    const lines = Array.from({ length: 20 }, (_, k) => `n${k},n${k + 1}`);
    const { nodeIds, source, target, edgeLines } = sampled(readText('list.csv', lines.join('\n')), 8, 3);
    expect(source.length).toBeGreaterThan(3);
    expect(source.length).toBeLessThan(20);
    expect(Array.from(edgeLines ?? [], (line) => lines[line - 1])).toEqual(
      Array.from(source, (from, e) => `${nodeIds[from]},${nodeIds[target[e]]}`),
    );
  });
});

describe('positions', () => {
  const placed = rawGraph(3, [[0, 1]], { positions: Float32Array.of(0, 0, 4, 0, 0, 2) });

  it('are those of the file, or none where the graph is to be laid out again', () => {
    expect(previewOf(placed, []).suggested.places).toBe('file');
    expect(built(placed).positions).toHaveLength(6);
    expect(built(placed, { places: 'new' }).positions).toBeNull();
    expect(previewOf(rawGraph(3, []), []).suggested.places).toBe('new');
  });

  it('of a file cannot be asked for where it has none', () => {
    const preview = previewOf(rawGraph(3, [[0, 1]]), []);
    expect(() => validateAnswers({ places: 'file' }, preview)).toThrow(
      "answers.places: expected 'new', as the file has no positions, got 'file'",
    );
    expect(validateAnswers({ places: 'new' }, previewOf(placed, [])).places).toBe('new');
  });
});

describe('labels', () => {
  const labelled = (values: readonly Cell[]) =>
    built(rawGraph(values.length, [], { nodeColumns: columnsOf({ kind: values }) }), { label: 'kind' })
      .labelling;

  it('have their classes in the order of numbers, or of names with numbers in them', () => {
    expect(labelled([10, 9, '2', null, 9])).toMatchObject({
      id: 'file',
      name: 'kind',
      classNames: ['2', '9', '10'],
      y: Int32Array.of(2, 1, 0, -1, 1),
    });
    expect(labelled(['class 10', 'class 2', 'class 10']).classNames).toEqual(['class 2', 'class 10']);
  });

  it('may be called anything, and long names are cut', () => {
    const { classNames, y } = labelled(['__proto__', 'constructor', '__proto__', '<b>', 'x'.repeat(1e5)]);
    expect(classNames).toHaveLength(4);
    expect(y[0]).toBe(y[2]);
    expect(classNames[y[0] ?? -1]).toBe('__proto__');
    expect(classNames[y[3] ?? -1]).toBe('<b>');
    expect(classNames[y[4] ?? -1]).toHaveLength(200);
  });

  it('of more than a thousand classes are refused', () => {
    expect(() => labelled(Array.from({ length: 1001 }, (_, k) => `c${k}`))).toThrow('at most 1000 classes');
  });

  it('may be missing', () => {
    const { labelling } = built(rawGraph(3, [[0, 1]]), { label: null });
    expect(labelling).toEqual({
      id: 'none',
      name: 'no labels',
      classNames: [],
      y: Int32Array.of(-1, -1, -1),
      split: { train: new Int32Array(0), val: null, test: null },
    });
  });
});

describe('splits', () => {
  const sizes = [60, 30, 10, 1];
  const y = sizes.flatMap((size, label) => Array.from({ length: size }, () => label));
  const raw = rawGraph(110, [], { nodeColumns: columnsOf({ y: [...y, ...Array(9).fill(null)] }) });
  const splitBy = (split: ImportAnswers['split'], seed = 0) =>
    built(raw, { split, seed, label: 'y' }).labelling.split;
  const perClass = (nodes: Int32Array | null) =>
    sizes.map((_, label) => [...(nodes ?? [])].filter((node) => y[node] === label).length);

  it('by shares take the same share of every class, one training node at least', () => {
    const { train, val, test } = splitBy({ kind: 'shares', train: 0.1, val: 0.2 });
    expect(perClass(train)).toEqual([6, 3, 1, 1]);
    expect(perClass(val)).toEqual([12, 6, 2, 0]);
    expect(perClass(test)).toEqual([42, 21, 7, 0]);
  });

  it('per class take so many of each, half of a small one, and share out the rest', () => {
    const { train, val, test } = splitBy({ kind: 'perClass', train: 8, val: 20, test: 40 });
    expect(perClass(train)).toEqual([8, 8, 5, 1]);
    expect([val?.length, test?.length]).toEqual([20, 40]);
    const short = splitBy({ kind: 'perClass', train: 8, val: 500, test: 1000 });
    expect([short.val?.length, short.test?.length]).toEqual([26, 53]);
  });

  it('have no node twice and none without a class', () => {
    for (const split of [
      { kind: 'shares', train: 0.5, val: 0.5 },
      { kind: 'perClass', train: 3, val: 1000, test: 1000 },
    ] as const) {
      const { train, val, test } = splitBy(split);
      const all = [...train, ...(val ?? []), ...(test ?? [])];
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((node) => node < y.length)).toBe(true);
      expect(all).toHaveLength(y.length);
      expect([...train]).toEqual([...train].sort((a, b) => a - b));
    }
  });

  it('are drawn by the seed', () => {
    const shares = { kind: 'shares', train: 0.1, val: 0.2 } as const;
    expect(splitBy(shares, 1)).toEqual(splitBy(shares, 1));
    expect(splitBy(shares, 1)).not.toEqual(splitBy(shares, 2));
  });

  it('can be read from a column', () => {
    const columns = { y: [0, 1, 0, 1, null], part: ['train', 'Validation', 'test', null, 'train'] };
    const withPart = (part: readonly Cell[]) =>
      built(rawGraph(5, [], { nodeColumns: columnsOf({ ...columns, part }) }), {
        split: { kind: 'column', column: 'part' },
        label: 'y',
      }).labelling.split;
    expect(withPart(columns.part)).toEqual({
      train: Int32Array.of(0),
      val: Int32Array.of(1),
      test: Int32Array.of(2),
    });
    expect(() => withPart(['train', 'holdout', null, null, null])).toThrow("got 'holdout'");
  });
});

describe('features', () => {
  it('scale numbers to mean 0 and deviation 1, and leave yes and no alone', () => {
    const raw = rawGraph(4, [], { nodeColumns: columnsOf({ a: [1, 3, null, '5'], b: [0, 1, 1, null] }) });
    const columns = [
      { name: 'a', as: 'number' },
      { name: 'b', as: 'number' },
    ] as const;
    const rows = rowsIn(built(raw, { features: { kind: 'columns', columns } }));
    const root = Math.sqrt(1.5);
    expect(rows).toEqual([
      [expect.closeTo(-root, 6), 0],
      [0, 1],
      [0, 1],
      [expect.closeTo(root, 6), 0],
    ]);
  });

  it('stay finite for numbers of any size', () => {
    const raw = rawGraph(3, [], {
      nodeColumns: columnsOf({ a: [1e308, -1e308, 5], b: [1e-320, 0, 3e-320] }),
    });
    const rows = rowsIn(
      built(raw, {
        features: {
          kind: 'columns',
          columns: [
            { name: 'a', as: 'number' },
            { name: 'b', as: 'number' },
          ],
        },
      }),
    );
    expect(rows.flat().every(Number.isFinite)).toBe(true);
    expect(rows.map(([a]) => a)).toEqual([expect.closeTo(1.2247, 3), expect.closeTo(-1.2247, 3), 0]);
  });

  it('refuse a column of numbers that holds something else', () => {
    const raw = rawGraph(2, [], { nodeColumns: columnsOf({ a: [1, 'two'] }) });
    const features = { kind: 'columns', columns: [{ name: 'a', as: 'number' }] } as const;
    expect(() => built(raw, { features })).toThrow("expected numbers in column 'a', got 'two' for node 2");
  });

  it('make categories one-hot and texts bags of words that two nodes have', () => {
    const nodeColumns = columnsOf({
      town: ['b', 'a', null, 'b'],
      text: ['Graph networks, graph!', 'the GRAPH', 'networks: x', 'über the rest'],
    });
    const columns = [
      { name: 'town', as: 'category' },
      { name: 'text', as: 'text' },
    ] as const;
    // a, b; then graph, networks, the: two texts each.
    expect(
      rowsIn(built(rawGraph(4, [], { nodeColumns }), { features: { kind: 'columns', columns } })),
    ).toEqual([
      [0, 1, 1, 1, 0],
      [1, 0, 1, 0, 1],
      [0, 0, 0, 1, 0],
      [0, 1, 0, 0, 1],
    ]);
  });

  it('keep bags of words sparse, and sorted', () => {
    const texts = Array.from(
      { length: 40 },
      (_, k) => `word${'abcdefghij'[k % 10]}x zz${'klmnopqrst'[(k * 3) % 10]}`,
    );
    const raw = rawGraph(40, [], { nodeColumns: columnsOf({ text: texts }) });
    const graph = built(raw, { features: { kind: 'columns', columns: [{ name: 'text', as: 'text' }] } });
    expect(graph.features.kind).toBe('sparse');
    expect(unpackGraph(packGraph(graph))).toEqual(graph);
  });

  it('can be the degree, a constant, the index or the place in the graph', () => {
    const star = rawGraph(
      40,
      Array.from({ length: 39 }, (_, k) => [0, k + 1] as const),
    );
    const degree = rowsIn(built(star, { features: { kind: 'degree' } }));
    // 39 is among 32 to 63, the second range after 0 to 15.
    expect(degree[0]?.indexOf(1)).toBe(17);
    expect(degree[1]?.indexOf(1)).toBe(1);
    expect(rowsIn(built(star, { features: { kind: 'constant' } }))[7]).toEqual([1]);
    expect(built(star, { features: { kind: 'identity' } }).features).toEqual({
      kind: 'identity',
      numCols: 40,
    });
    const { features } = built(star, { features: { kind: 'positional', size: 3 } });
    expect(features).toMatchObject({ kind: 'dense', matrix: { numRows: 40, numCols: 3 } });
  });

  it('of the file have to be there, and finite', () => {
    const matrix = { numRows: 2, numCols: 1, values: Float32Array.of(1, NaN) };
    const raw = rawGraph(2, [], { features: { kind: 'dense', matrix } });
    expect(() => built(raw)).toThrow('expected finite numbers as features');
    expect(() => built(rawGraph(2, []), { features: { kind: 'file' } })).toThrow('the file has none');
  });

  it('have to be one at least', () => {
    const raw = rawGraph(2, [], { nodeColumns: columnsOf({ text: ['all words', 'are different'] }) });
    const features = { kind: 'columns', columns: [{ name: 'text', as: 'text' }] } as const;
    expect(() => built(raw, { features })).toThrow('expected at least one feature');
  });
});

describe('names and positions', () => {
  it('are ids where there is no other name, and nothing where ids are the index', () => {
    const nodeColumns = columnsOf({ title: ['A', null, 'C'] });
    expect(built(rawGraph(3, [], { nodeColumns }), { names: 'title' }).nodeNames).toEqual(['A', 'n1', 'C']);
    expect(built(rawGraph(2, [], { nodeIds: ['0', '1'] })).nodeNames).toBeNull();
  });

  it('fit into the frame of all layouts, up staying up', () => {
    const at = (...values: number[]) =>
      built(rawGraph(2, [], { positions: Float32Array.from(values) })).positions;
    expect(at(100, 0, 300, 50)).toEqual(Float32Array.of(-1, -0.25, 1, 0.25));
    expect(at(0, 0, 0, 0)).toBeNull();
    expect(at(0, 0, NaN, 0)).toBeNull();
    expect(at(-3e38, 0, 3e38, 0)?.every(Number.isFinite) ?? true).toBe(true);
  });
});

describe('a sample', () => {
  it('has all edges among its nodes, and no others: those to node 0 as well', () => {
    const size = 12;
    const pairs = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size] as const);
    for (const seed of [0, 1, 2, 3]) {
      const { nodeIds, source, target } = sampled(rawGraph(size, pairs), 7, seed);
      expect(nodeIds).toHaveLength(7);
      expect(Array.from(source, (from, e) => `${nodeIds[from]}>${nodeIds[target[e]]}`)).toEqual(
        nodeIds.flatMap((from) => nodeIds.map((to) => `${from}>${to}`)),
      );
    }
    // One of these samples has the first node in it, to which an index of 0 leads.
    expect([0, 1, 2, 3].some((seed) => sampled(rawGraph(size, pairs), 7, seed).nodeIds.includes('n0'))).toBe(
      true,
    );
  });

  const ring = rawGraph(
    300,
    Array.from({ length: 250 }, (_, k) => [k, (k + 1) % 250] as const),
    {
      nodeColumns: columnsOf({ y: Array.from({ length: 300 }, (_, k) => k % 3) }),
      edgeColumns: columnsOf({ weight: Array.from({ length: 250 }, (_, k) => k + 1) }),
      features: {
        kind: 'dense',
        matrix: { numRows: 300, numCols: 1, values: Float32Array.from({ length: 300 }, (_, k) => k) },
      },
      positions: Float32Array.from({ length: 600 }, (_, k) => k),
    },
  );

  it('has exactly so many nodes, with all that belongs to them, and says so', () => {
    const graph = built(ring, { sample: 100 });
    expect(graph.name).toBe('a graph (sample of 100 nodes)');
    expect(graph.numNodes).toBe(100);
    expect(graph.nodeNames).toHaveLength(100);
    const rows = rowsIn(graph).map(([value]) => value ?? NaN);
    rows.forEach((place, node) => {
      expect(graph.nodeNames?.[node]).toBe(`n${place}`);
      expect(graph.labelling.y[node]).toBe(place % 3);
    });
    for (const [from = 0, to = 0, weight] of edgesIn(graph)) {
      const [a = 0, b = 0] = [rows[from], rows[to]].map(Number).sort((x, y) => x - y);
      expect(weight).toBe(b - a === 1 ? a + 1 : b + 1);
    }
    // Grown along edges: as one piece of the ring, or two where it began among the nodes without edges.
    expect(edgesIn(graph).length).toBeGreaterThan(2 * 40);
  });

  it('is drawn by the seed, and everything where it would be larger', () => {
    expect(built(ring, { sample: 50, seed: 1 })).toEqual(built(ring, { sample: 50, seed: 1 }));
    expect(built(ring, { sample: 50, seed: 1 }).nodeNames).not.toEqual(
      built(ring, { sample: 50, seed: 2 }).nodeNames,
    );
    expect(built(ring, { sample: 300 }).name).toBe('a graph');
  });
});

describe('a built graph', () => {
  it('can be packed, and described with true counts', () => {
    const raw = rawGraph(
      4,
      [
        [0, 1],
        [1, 0],
        [1, 2],
      ],
      { nodeColumns: columnsOf({ y: [0, 1, 0, 1], size: [3, 1, 4, 1.5] }) },
    );
    const features = { kind: 'columns', columns: [{ name: 'size', as: 'number' }] } as const;
    const graph = built(raw, { directions: 'directed', features });
    expect(unpackGraph(packGraph(graph))).toStrictEqual(graph);
    const set = ownDescriptor(graph, 'own-0123456789abcdef', 'mine.csv');
    expect(set.counts).toEqual({
      nodes: 4,
      edges: 2,
      directedEdges: 3,
      features: 1,
      classes: 2,
      train: 2,
      val: null,
      test: 2,
    });
    expect(set.recipe.training).toMatchObject({ normaliseFeatures: false, dropout: 0 });
  });

  it('follows answers that change, whatever was asked before', () => {
    const raw = rawGraph(3, [[0, 1]], { edgeColumns: columnsOf({ weight: [3] }) });
    expect(edgesIn(built(raw))).toHaveLength(2);
    expect(edgesIn(built(raw, { directions: 'directed' }))).toEqual([[0, 1, 3]]);
    expect(edgesIn(built(raw, { directions: 'directed', weight: null }))).toEqual([[0, 1]]);
    expect(built(raw, { sample: 2, seed: 1 }).numNodes).toBe(2);
    expect(built(raw).numNodes).toBe(3);
  });

  it('needs a node', () => {
    expect(() => built(rawGraph(0, []))).toThrow('expected at least one node');
  });
});
