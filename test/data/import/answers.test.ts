import { describe, expect, it } from 'vitest';
import type { Cell, RawGraph } from '../../../src/data/formats/rawGraph';
import type { ImportAnswers } from '../../../src/data/import/answers';
import { buildGraph } from '../../../src/data/import/buildGraph';
import { ownDescriptor } from '../../../src/data/import/ownDescriptor';
import { estimateFor } from '../../../src/data/import/estimate';
import { previewOf } from '../../../src/data/import/preview';
import { validateAnswers } from '../../../src/data/import/validateAnswers';
import { validateTable } from '../../../src/data/import/validateTable';
import { columnsOf, rawGraph } from './raw';

const many = <T>(length: number, make: (k: number) => T): T[] => Array.from({ length }, (_, k) => make(k));
const people = rawGraph(
  30,
  many(29, (k) => [k, k + 1] as const),
  {
    nodeColumns: columnsOf({
      name: many(30, (k) => `person ${k}`),
      club: many(30, (k) => (k % 2 === 0 ? 'a' : 'b')),
      age: many(30, (k) => (k * 7) % 13),
      town: many(30, (k) => `town ${k % 4}`),
      about: many(30, (k) => `likes ${['red wine', 'old books', 'long walks'][k % 3]} and ${k} cats`),
    }),
    edgeColumns: columnsOf({ weight: many(29, (k) => k + 1) }),
  },
);
const preview = previewOf(people, []);

describe('answers', () => {
  it('that are suggested fit, and what is not said is as suggested', () => {
    expect(validateAnswers(preview.suggested, preview)).toEqual(preview.suggested);
    expect(validateAnswers({}, preview)).toEqual(preview.suggested);
    expect(validateAnswers({ label: null, seed: 7 }, preview)).toEqual({
      ...preview.suggested,
      label: null,
      seed: 7,
    });
  });

  it('on repeated edges are as the weights want them, where nothing is said', () => {
    expect(preview.suggested).toMatchObject({ weight: 'weight', repeated: 'sum' });
    expect(validateAnswers({ weight: null }, preview).repeated).toBe('one');
    expect(validateAnswers({ weight: null, repeated: 'count' }, preview).repeated).toBe('count');
    expect(validateAnswers({ seed: 1 }, preview).repeated).toBe('sum');
  });

  it('on how rows are read are checked before the file is', () => {
    expect(validateTable({})).toEqual({});
    const all = { reading: 'edges', header: true, source: 'a', target: 'b', nodes: 'order' };
    expect(validateTable(all)).toEqual(all);
    for (const [value, message] of [
      [{ reading: 'csv' }, 'answers.table.reading: expected one of edges, triples, adjacency, matrix'],
      [{ header: 1 }, 'answers.table.header'],
      [{ source: '' }, 'answers.table.source'],
      [{ target: 3 }, 'answers.table.target'],
      [{ nodes: 'name' }, 'answers.table.nodes'],
      [{ columns: [] }, "got 'columns'"],
      [null, 'answers.table: expected an object'],
    ] as const)
      expect(() => validateTable(value)).toThrow(message);
  });

  it('keep the label and the split out of the features', () => {
    const columns = ['town', 'age'].map((name) => ({ name, as: 'category' }));
    const features = { kind: 'columns', columns };
    expect(validateAnswers({ features, label: 'town' }, preview).features).toEqual({
      kind: 'columns',
      columns: [{ name: 'age', as: 'category' }],
    });
    const split = { kind: 'column', column: 'age' };
    expect(validateAnswers({ features, label: 'town', split }, preview).features).toEqual({ kind: 'degree' });
  });

  const wrong: readonly [string, unknown, string][] = [
    ['no object', 3, 'answers: expected an object, got 3.'],
    ['an unknown key', { colour: 1 }, "got 'colour'"],
    ['a key of the prototype', JSON.parse('{"__proto__": {"label": 1}}'), "got '__proto__'"],
    [
      'no such column',
      { label: 'constructor' },
      "answers.label: expected a column of the file, got 'constructor'.",
    ],
    ['a weight of nodes', { weight: 'age' }, 'answers.weight'],
    ['a type of nodes', { type: 'town' }, 'answers.type'],
    ['no way with repeated edges', { repeated: 'mean' }, 'answers.repeated'],
    ['no name', { name: '  ' }, 'answers.name'],
    ['a seed below 0', { seed: -1 }, 'answers.seed'],
    [
      'a sample of more than there are',
      { sample: 31 },
      'answers.sample: expected a whole number from 1 to 30',
    ],
    ['a direction', { directions: 'left' }, 'answers.directions'],
    ['a matrix that there is not', { features: { kind: 'file' } }, 'the file has none'],
    ['no columns', { features: { kind: 'columns', columns: [] } }, 'at least one column'],
    [
      'a column twice',
      { features: { kind: 'columns', columns: many(2, () => ({ name: 'age', as: 'number' })) } },
      "got 'age' twice",
    ],
    [
      'an unknown use',
      { features: { kind: 'columns', columns: [{ name: 'age', as: 'sound' }] } },
      'answers.features.columns[0].as',
    ],
    ['too many eigenvectors', { features: { kind: 'positional', size: 30 } }, 'from 1 to 29'],
    ['features of no kind', { features: null }, 'answers.features.kind'],
    ['shares of more than all', { split: { kind: 'shares', train: 0.7, val: 0.5 } }, 'answers.split.val'],
    ['a share of nothing', { split: { kind: 'shares', train: 0, val: 0.5 } }, 'above 0'],
    ['NaN', { split: { kind: 'shares', train: NaN, val: 0.5 } }, 'answers.split.train'],
    ['half a node', { split: { kind: 'perClass', train: 0.5, val: 1, test: 1 } }, 'answers.split.train'],
    ['a split by no column', { split: { kind: 'column', column: 'part' } }, 'answers.split.column'],
  ];
  it.each(wrong)('are refused where they are %s', (_, value, message) => {
    expect(() => validateAnswers(value, preview)).toThrow(message);
  });

  it('take shares that make up a whole but for rounding', () => {
    // 1 - 0.9 is a little less than 0.1.
    const split = { kind: 'shares', train: 0.9, val: 0.1 };
    const fitting = validateAnswers({ split }, preview).split;
    expect(fitting).toEqual({ kind: 'shares', train: 0.9, val: 1 - 0.9 });
    expect(validateAnswers({ split: fitting }, preview).split).toEqual(fitting);
  });
});

describe('the estimate', () => {
  const answered = (change: Partial<ImportAnswers>): ImportAnswers => ({ ...preview.suggested, ...change });
  const columns = ['age', 'town'].map(
    (name) => ({ name, as: name === 'age' ? 'number' : 'category' }) as const,
  );

  it.each<[string, Partial<ImportAnswers>]>([
    ['the suggestion', {}],
    ['columns', { features: { kind: 'columns', columns } }],
    ['text', { features: { kind: 'columns', columns: [{ name: 'about', as: 'text' }] } }],
    ['the degree, directed', { features: { kind: 'degree' }, directions: 'directed' }],
    ['the index, in a sample', { features: { kind: 'identity' }, sample: 20, seed: 3 }],
    ['a constant', { features: { kind: 'constant' } }],
    ['positions', { features: { kind: 'positional', size: 4 } }],
    ['no label', { label: null }],
  ])('counts what is built from %s', (_, change) => {
    const estimate = estimateFor(people, answered(change));
    const graph = buildGraph(people, answered(change), () => {});
    const { features, labelling } = graph;
    expect(estimate.nodes).toBe(graph.numNodes);
    expect(estimate.messages).toBe(graph.edgeIndex.source.length);
    expect(estimate.edges).toBe(ownDescriptor(graph, 'own-1', 'a file').counts.edges);
    expect(estimate.features).toBe(features.kind === 'identity' ? features.numCols : features.matrix.numCols);
    expect(estimate.split).toEqual({
      train: labelling.split.train.length,
      val: labelling.split.val?.length ?? 0,
      test: labelling.split.test?.length ?? 0,
    });
    expect(estimate.classes.map(({ name }) => name).sort()).toEqual([...labelling.classNames].sort());
    expect(estimate.classes.reduce((sum, { nodes }) => sum + nodes, 0)).toBe(
      labelling.y.filter((label) => label >= 0).length,
    );
  });

  it('adds up, whichever way edges go and whether self-loops are kept', () => {
    // a a, a a, b c, c d, d a, b a, c b: a self-loop twice, and b and c say each other.
    const pairs = [
      [0, 0],
      [0, 0],
      [1, 2],
      [2, 3],
      [3, 0],
      [1, 0],
      [2, 1],
    ] as const;
    const raw = rawGraph(4, pairs);
    const { counts, suggested } = previewOf(raw, []);
    expect(counts).toMatchObject({ edges: 7, selfLoops: 1, duplicates: 1 });
    const sizes = (change: Partial<ImportAnswers>) => {
      const { edges, messages, warnings } = estimateFor(raw, { ...suggested, ...change });
      return [edges, messages, warnings.some((each) => each.startsWith('1 pair of edges goes both ways'))];
    };
    // Edges of the file less duplicates, self-loops where they go, and of the pair one: 7 - 1 - 1 - 1.
    expect(sizes({})).toEqual([4, 8, true]);
    expect(sizes({ selfLoops: 'keep' })).toEqual([5, 9, true]);
    expect(sizes({ directions: 'directed' })).toEqual([5, 5, false]);
    expect(sizes({ directions: 'directed', selfLoops: 'keep' })).toEqual([6, 6, false]);
  });

  it('is near what Cora takes', () => {
    // 2,708 nodes, 10,556 messages, 49,216 words of 1,433, 7 classes.
    const rowPtr = Int32Array.from({ length: 2709 }, (_, k) => Math.round((k * 49216) / 2708));
    const matrix = {
      numRows: 2708,
      numCols: 1433,
      rowPtr,
      colIndex: new Int32Array(49216),
      values: new Float32Array(49216),
    };
    const pairs = many(5278, (k) => [k % 2708, (k + 1 + Math.floor(k / 2708)) % 2708] as const);
    const cora = rawGraph(2708, pairs, {
      features: { kind: 'sparse', matrix },
      nodeColumns: columnsOf({ y: many(2708, (k) => k % 7) }),
    });
    const estimate = estimateFor(cora, previewOf(cora, []).suggested);
    expect(estimate).toMatchObject({ messages: 10556, features: 1433, entries: 49216 });
    expect(estimate.split).toEqual({ train: 140, val: 500, test: 1000 });
    expect(estimate.epochMs).toBeGreaterThan(0.3);
    expect(estimate.epochMs).toBeLessThan(0.8);
  });

  it('is of the model that the graph will open with', () => {
    const labelled = estimateFor(people, answered({}));
    const bare = estimateFor(people, answered({ label: null }));
    expect(labelled.model).toBe('GCN');
    expect(bare.model).toBe('Node2Vec');
    // 990 pairs of real and as many of negative walks to a node, 128 numbers to each.
    expect(bare.epochMs).toBeCloseTo(0.1 + bare.nodes * 1980 * 128 * 1e-6);
    expect(bare.epochMs).toBeGreaterThan(20 * labelled.epochMs);
    expect(estimateFor(people, answered({ label: null, sample: 10 })).runBytes).toBeLessThan(bare.runBytes);
  });

  it('grows with the graph', () => {
    const whole = estimateFor(people, answered({}));
    const part = estimateFor(people, answered({ sample: 10 }));
    expect(part.runBytes).toBeLessThan(whole.runBytes);
    expect(part.epochMs).toBeLessThan(whole.epochMs);
  });
});

describe('warnings', () => {
  const warned = (raw: RawGraph, change: Partial<ImportAnswers> = {}) =>
    estimateFor(raw, { ...previewOf(raw, []).suggested, ...change }).warnings.join('\n');
  const labelled = (values: readonly Cell[]) =>
    rawGraph(values.length, [[0, 1]], { nodeColumns: columnsOf({ y: values }) });

  it('are none for an ordinary graph', () => {
    expect(warned(people)).toBe('');
  });

  it('ask for no column where the file has none', () => {
    expect(warned(rawGraph(2, [[0, 1]]))).toBe(
      'The file says nothing of its nodes that could be their label: Node2Vec and factorisation can be trained, which need none.',
    );
  });

  it('say that pairs which go both ways are one edge', () => {
    const both = (count: number) =>
      rawGraph(
        count + 1,
        many(2 * count, (k) =>
          k % 2 ? ([k >> 1, (k >> 1) + 1] as const) : ([(k >> 1) + 1, k >> 1] as const),
        ),
        { nodeColumns: columnsOf({ y: many(count + 1, (k) => k % 2) }) },
      );
    expect(warned(both(1))).toContain('1 pair of edges goes both ways and counts as one edge.');
    expect(warned(both(1300))).toContain('1,300 pairs of edges go both ways; each counts as one edge.');
    expect(warned(both(1), { directions: 'directed' })).not.toContain('both ways');
  });

  it('say what models without labels are left', () => {
    expect(warned(people, { label: null })).toBe(
      'Models that learn from labels need a label column: choose one, or train Node2Vec or factorisation, which need none.',
    );
  });

  it('name what is odd about the classes', () => {
    const of = (values: readonly Cell[]) => warned(labelled(values), { label: 'y' });
    expect(of(['a', 'a', 'a'])).toContain('All nodes are of one class');
    expect(of(['a', 'a', 'b', 'b', 'c'])).toContain("The class 'c' has a single node");
    expect(of(['a', 'a', 'b', 'c', 'd', 'e'])).toContain(
      "4 classes have a single node each ('b', 'c', 'd', …)",
    );
    expect(of(['a', 'a', 'b', null, 'b'])).toContain('1 of 5 nodes has no class');
    expect(of([null, '', null])).toBe('The label column is empty: choose another one.');
    expect(of(many(120, (k) => k % 60))).toContain(
      '60 classes are more than there are colours: they repeat after 20',
    );
  });

  it('name what is odd about the split', () => {
    const split = { kind: 'perClass', train: 5, val: 100, test: 100 } as const;
    expect(warned(people, { split })).toContain('fewer nodes than this split asks for');
    expect(warned(people, { split: { kind: 'shares', train: 0.5, val: 0.5 } })).toContain(
      'No node is left to test',
    );
    const raw = rawGraph(4, [[0, 1]], {
      nodeColumns: columnsOf({ y: [0, 1, 0, 1], part: ['test', 'test', 'val', null] }),
    });
    expect(warned(raw, { label: 'y', split: { kind: 'column', column: 'part' } })).toContain(
      'No node is for training',
    );
  });

  it('name a graph without edges, and edges without a weight', () => {
    expect(warned(rawGraph(2, []))).toContain('There are no edges');
    const raw = rawGraph(
      3,
      [
        [0, 1],
        [1, 2],
      ],
      { edgeColumns: columnsOf({ weight: [2, null] }) },
    );
    expect(warned(raw)).toContain('1 edge has no weight; it counts as 1.');
  });

  it('name what is too much for a tab', () => {
    const values = new Float32Array(30_000 * 500);
    const matrix = { numRows: 30_000, numCols: 500, values };
    const large = rawGraph(30_000, [[0, 1]], { features: { kind: 'dense', matrix } });
    expect(warned(large)).toContain('The features take about 120 MB');
    const larger = rawGraph(60_000, [[0, 1]]);
    expect(warned(larger, { features: { kind: 'positional', size: 8 } })).toContain('up to 50,000 nodes');
    expect(warned(larger)).toContain('a sample is quicker');
    expect(warned(larger, { sample: 1000 })).not.toContain('a sample is quicker');
  });
});
