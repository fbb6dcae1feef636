import { describe, expect, it } from 'vitest';
import type { Cell, RawGraph } from '../../../src/data/formats/rawGraph';
import { karate } from '../../../src/data/generators/karate';
import { previewOf } from '../../../src/data/import/preview';
import { readText } from '../formats/files';
import { columnsOf, rawGraph } from './raw';

const suggestedFor = (raw: RawGraph) => previewOf(raw, []).suggested;
const repeated = <T>(length: number, values: readonly T[]): T[] =>
  Array.from({ length }, (_, k) => values[k % values.length]).filter((value) => value !== undefined);

describe('counting a file', () => {
  it('tells loops, duplicates, components and nodes without edges', () => {
    const pairs = [
      [0, 1],
      [0, 1],
      [1, 0],
      [2, 2],
      [2, 3],
    ] as const;
    const { counts, reciprocal } = previewOf(rawGraph(6, pairs), []);
    expect(counts).toEqual({
      nodes: 6,
      edges: 5,
      selfLoops: 1,
      duplicates: 1,
      components: 4,
      isolated: 2,
    });
    // Of 0 to 1, 1 to 0 and 2 to 3, two stand both ways.
    expect(reciprocal).toBeCloseTo(2 / 3);
  });

  it('takes an undirected edge the other way round for a duplicate', () => {
    const pairs = [
      [0, 1],
      [1, 0],
      [1, 2],
    ] as const;
    const { counts, reciprocal } = previewOf(rawGraph(3, pairs, { directed: false }), []);
    expect(counts.duplicates).toBe(1);
    expect(reciprocal).toBe(1);
  });

  it('finds every edge of a symmetric list both ways, and none of a one-way list', () => {
    const { source, target } = karate(null).edgeIndex;
    const both = rawGraph(34, []);
    expect(previewOf({ ...both, source, target }, []).reciprocal).toBe(1);
    const lower = (_: number, e: number) => source[e] < target[e];
    const oneWay = { ...both, source: source.filter(lower), target: target.filter(lower) };
    expect(previewOf(oneWay, []).reciprocal).toBe(0);
    expect(previewOf(oneWay, []).counts).toMatchObject({ edges: 78, components: 1, isolated: 0 });
  });

  it('says nothing wrong of a graph without edges', () => {
    const { counts, reciprocal } = previewOf(rawGraph(3, []), []);
    expect(counts).toMatchObject({ edges: 0, components: 3, isolated: 3 });
    expect(reciprocal).toBe(0);
  });

  it('sums up the files', () => {
    const files = [
      { name: 'a.csv', bytes: new Uint8Array(3) },
      { name: 'b.csv', bytes: new Uint8Array(4) },
    ];
    expect(previewOf(rawGraph(1, []), files)).toMatchObject({ files: ['a.csv', 'b.csv'], bytes: 7 });
  });
});

describe('columns that may weigh edges', () => {
  const weightsOf = (columns: Readonly<Record<string, readonly Cell[]>>) => {
    const pairs = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;
    return previewOf(rawGraph(4, pairs, { edgeColumns: columnsOf(columns) }), []).weightColumns;
  };

  it('are the suggested one alone, else what measures something: no times, no keys', () => {
    expect(weightsOf({ weight: [1, 2, 5], since: [2003, 2006, 2015] })).toEqual(['weight']);
    expect(weightsOf({ cost: [1, 4, 5], length: [2.5, 1, 7], year: [2003, 2006, 2015] })).toEqual([
      'cost',
      'length',
    ]);
    expect(weightsOf({ since: [2003, 2006, 2015], id: [7, 8, 9] })).toEqual([]);
  });
});

describe('looking at a column', () => {
  const factsOf = (values: readonly Cell[]) =>
    previewOf(rawGraph(values.length, [], { nodeColumns: columnsOf({ x: values }) }), []).nodeColumns[0];

  it('tells numbers, categories and texts apart', () => {
    expect(factsOf([1, 2.5, null, '3'])).toMatchObject({ suggests: 'number', missing: 1, distinct: 3 });
    expect(factsOf(['red', 'blue', 'red'])).toMatchObject({ suggests: 'category', distinct: 2 });
    expect(factsOf([true, false, true])).toMatchObject({ suggests: 'category', distinct: 2 });
    const texts = Array.from({ length: 30 }, (_, k) => `paper number ${k} about graphs`);
    expect(factsOf(texts)).toMatchObject({ suggests: 'text', distinct: 30 });
    expect(factsOf(repeated(30, ['Mr. Hi', 'John A.']))).toMatchObject({ suggests: 'category' });
  });

  it('takes numbers that are not finite and empty text for missing', () => {
    expect(factsOf([1, NaN, Infinity, ' ', 2])).toMatchObject({
      suggests: 'number',
      missing: 3,
      distinct: 2,
    });
  });

  it('shows the first few values, cut short', () => {
    const facts = factsOf(['<script>alert(1)</script>', 'x'.repeat(1e6), 'b', 'c']);
    expect(facts?.examples).toHaveLength(3);
    expect(facts?.examples[0]).toBe('<script>alert(1)</script>');
    expect(facts?.examples[1]?.length).toBe(60);
  });
});

describe('a suggested label', () => {
  const labelOf = (length: number, columns: Readonly<Record<string, readonly Cell[]>>) =>
    suggestedFor(rawGraph(length, [], { nodeColumns: columnsOf(columns) })).label;
  const words = (length: number, distinct: number) =>
    repeated(
      length,
      Array.from({ length: distinct }, (_, k) => `word ${String.fromCodePoint(97 + (k % 26))}${k}`),
    );

  it('has from 2 to 200 classes where it is called like one, else at most 12', () => {
    expect([1, 2, 200, 201].map((distinct) => labelOf(1000, { class: words(1000, distinct) }))).toEqual([
      null,
      'class',
      'class',
      null,
    ]);
    expect([12, 13].map((distinct) => labelOf(1000, { shade: words(1000, distinct) }))).toEqual([
      'shade',
      null,
    ]);
  });

  it('is never the column of the split, whatever that is called', () => {
    const part = words(60, 1).map((_, k) => ['train', 'val', 'test'][k % 3]!);
    expect(labelOf(60, { set: part })).toBeNull();
    expect(labelOf(60, { set: part, colour: words(60, 3), kind: words(60, 2) })).toBe('kind');
  });
});

describe('suggested answers', () => {
  const twelve = (columns: Readonly<Record<string, readonly Cell[]>>, rest: Partial<RawGraph> = {}) =>
    suggestedFor(rawGraph(12, [], { nodeColumns: columnsOf(columns), ...rest }));
  const names = Array.from({ length: 12 }, (_, k) => `person ${k}`);
  const ages = Array.from({ length: 12 }, (_, k) => 20 + ((k * 7) % 11));

  it('take a label, names and features by what they hold', () => {
    const answers = twelve({
      label: names,
      club: repeated(12, ['Mr. Hi', 'Officer']),
      age: ages,
      town: repeated(12, ['a', 'b', 'c']),
      same: repeated(12, [1]),
      index: Array.from({ length: 12 }, (_, k) => k),
    });
    expect(answers).toMatchObject({
      name: 'a graph',
      directions: 'undirected',
      label: 'club',
      names: 'label',
      features: {
        kind: 'columns',
        columns: [
          { name: 'age', as: 'number' },
          { name: 'town', as: 'category' },
        ],
      },
      split: { kind: 'shares', train: 0.1, val: 0.2 },
      weight: null,
      places: 'new',
      sample: null,
    });
  });

  it('take the column that the format calls its label', () => {
    const columns = { class: repeated(12, [0, 1]), truth: repeated(12, [0, 1, 2]) };
    expect(twelve(columns, { labelColumn: 'truth' }).label).toBe('truth');
    expect(twelve(columns).label).toBe('class');
  });

  it('take a few words that many nodes share for classes, whatever the column is called', () => {
    expect(twelve({ age: ages, team: repeated(12, ['red', 'blue']) }).label).toBe('team');
    // Words that hardly anybody shares, numbers and yes or no are something else.
    expect(twelve({ town: repeated(12, ['a', 'b', 'c', 'd']) }).label).toBeNull();
    expect(twelve({ count: repeated(12, [1, 2]) }).label).toBeNull();
    expect(twelve({ seen: repeated(12, [true, false]) }).label).toBeNull();
  });

  it('do not take measured numbers for classes', () => {
    expect(twelve({ value: repeated(12, [0.5, 1.5]) }).label).toBeNull();
    expect(twelve({ value: repeated(12, [0, 1]) }).label).toBe('value');
  });

  it('take no column for a label that has one class alone, and none that has a class for nearly each node', () => {
    expect(twelve({ class: repeated(12, ['x']) }).label).toBeNull();
    expect(twelve({ class: ['x', ...repeated(11, [null])] }).label).toBeNull();
    expect(twelve({ class: Array.from({ length: 12 }, (_, k) => `c${k % 7}`) }).label).toBeNull();
    expect(twelve({ class: Array.from({ length: 12 }, (_, k) => `c${k % 6}`) }).label).toBe('class');
  });

  it('take numbers for names where every node has one of its own', () => {
    const numbers = Array.from({ length: 12 }, (_, k) => 7 * k);
    expect(twelve({ name: numbers }).names).toBe('name');
    expect(twelve({ name: numbers.map(String) }).names).toBe('name');
    expect(twelve({ name: repeated(12, [1, 2, 3]) }).names).toBeNull();
    expect(twelve({ name: numbers.map((each) => each + 0.5) }).names).toBeNull();
    expect(twelve({ age: numbers }).names).toBeNull();
  });

  it('leave out a column that says the same as the label', () => {
    const answers = twelve({
      class: repeated(12, [0, 1, 2]),
      className: repeated(12, ['x', 'y', 'z']),
      age: ages,
      town: repeated(12, ['a', 'b', 'c', 'd']),
    });
    expect(answers.features).toEqual({
      kind: 'columns',
      columns: [
        { name: 'age', as: 'number' },
        { name: 'town', as: 'category' },
      ],
    });
  });

  it('take the matrix of the file, else the index of each node, else the degree', () => {
    const matrix = { numRows: 12, numCols: 1, values: new Float32Array(12) };
    expect(twelve({ age: ages }, { features: { kind: 'dense', matrix } }).features).toEqual({ kind: 'file' });
    expect(twelve({}).features).toEqual({ kind: 'identity' });
    expect(suggestedFor(rawGraph(6000, [])).features).toEqual({ kind: 'degree' });
  });

  it('take columns only where they make four features, and say which are left', () => {
    const preview = (columns: Readonly<Record<string, readonly Cell[]>>, nodes = 12) =>
      previewOf(rawGraph(nodes, [[0, 1]], { nodeColumns: columnsOf(columns) }), []);
    const alone = preview({ age: ages });
    expect(alone.suggested.features).toEqual({ kind: 'identity' });
    expect(alone.nodeColumns.map(({ name }) => name)).toEqual(['age']);
    expect(alone.remarks).toEqual([
      "'age' makes 1 feature only, too few to tell most nodes apart: one feature for each node is suggested instead. Choose columns as features to use it all the same.",
    ]);
    const three = preview({ age: ages, seen: repeated(12, [true, false]) });
    expect(three.suggested.features).toEqual({ kind: 'identity' });
    expect(three.remarks.join()).toContain("'age', 'seen' make 3 features only");
    const four = preview({ age: ages, size: ages, seen: repeated(12, [true, false]) });
    expect(four.suggested.features.kind).toBe('columns');
    expect(four.remarks).toEqual([]);
    const texts = repeated(30, [1]).map((_, k) => `paper number ${k} about graphs`);
    expect(preview({ about: texts }, 30).suggested.features.kind).toBe('columns');
    const many = preview({ age: repeated(6000, ages) }, 6000);
    expect(many.suggested.features).toEqual({ kind: 'degree' });
    expect(many.remarks.join()).toContain('the degree is suggested instead');
    const edgeless = previewOf(rawGraph(12, [[3, 3]], { nodeColumns: columnsOf({ age: ages }) }), []);
    expect(edgeless.suggested.features.kind).toBe('columns');
    expect(edgeless.remarks).toEqual([]);
    // Of a column that is no feature, nothing is said.
    expect(preview({ index: Array.from({ length: 12 }, (_, k) => k) }).remarks).toEqual([]);
  });

  it('take what describes the nodes for a label before what was worked out from the edges', () => {
    const computed = repeated(12, [0, 1, 2]);
    const described = repeated(12, ['sales', 'development']);
    for (const name of ['Modularity Class', 'cluster', 'community', 'group', 'component_id'])
      for (const other of ['Department', 'team', 'Abteilung', 'seat'])
        expect(twelve({ [name]: computed, [other]: described }).label).toBe(other);
    expect(twelve({ 'Modularity Class': computed, age: ages }).label).toBe('Modularity Class');
    // Words were given by somebody; a colour is how a node is drawn.
    expect(twelve({ group: described, seat: repeated(12, ['x', 'y', 'z']) }).label).toBe('group');
    expect(twelve({ color: described, group: computed }).label).toBe('group');
  });

  it('take a split that the file has', () => {
    const split = [...repeated(11, ['train', 'test']), null];
    expect(twelve({ Split: split }).split).toEqual({ kind: 'column', column: 'Split' });
    expect(twelve({ Split: [...repeated(11, ['train', 'test']), 'other'] }).split.kind).toBe('shares');
  });

  it('take the split of the citation sets where there are nodes for it', () => {
    const large = rawGraph(1700, [], { nodeColumns: columnsOf({ y: repeated(1700, [0, 1, 2]) }) });
    expect(suggestedFor(large).split).toEqual({ kind: 'perClass', train: 20, val: 500, test: 1000 });
    const fewer = rawGraph(1500, [], { nodeColumns: columnsOf({ y: repeated(1500, [0, 1, 2]) }) });
    expect(suggestedFor(fewer).split.kind).toBe('shares');
  });

  it('take weights that can be weights', () => {
    const pairs = [
      [0, 1],
      [1, 2],
    ] as const;
    const withWeights = (values: readonly Cell[]) =>
      suggestedFor(rawGraph(3, pairs, { edgeColumns: columnsOf({ Weight: values }) })).weight;
    expect(withWeights([1, 2.5])).toBe('Weight');
    expect(withWeights([1, -2])).toBeNull();
    expect(withWeights(['strong', 'weak'])).toBeNull();
  });

  it('say which edge keeps a column from being the weights', () => {
    const table = 'source,target,weight\nA,B,1\n# a note\nB,C,heavy\nC,A,2\n';
    const preview = previewOf(readText('list.csv', table), []);
    expect(preview.suggested.weight).toBeNull();
    expect(preview.remarks).toEqual([
      "'weight' is not used as weights: edge 2 (line 4) says 'heavy', which is no number of at least 0.",
    ]);
    const pairs = [
      [0, 1],
      [1, 2],
    ] as const;
    const remarksOn = (columns: Readonly<Record<string, readonly Cell[]>>) =>
      previewOf(rawGraph(3, pairs, { edgeColumns: columnsOf(columns) }), []).remarks;
    expect(remarksOn({ Weight: [1, -2] })).toEqual([
      "'Weight' is not used as weights: edge 2 says '-2', which is no number of at least 0.",
    ]);
    expect(remarksOn({ weight: [true, false] }).join()).toContain("edge 1 says 'true'");
    expect(remarksOn({ weight: [1, null] })).toEqual([]);
    expect(remarksOn({ kind: ['a', 'b'] })).toEqual([]);
    // Said of those that would have been taken before the one that is.
    expect(remarksOn({ weight: ['a', 2], value: [1, 2], count: ['b', 1] })).toEqual([
      expect.stringContaining("'weight' is not used as weights: edge 1 says 'a'"),
    ]);
  });

  it('take the weights of a spreadsheet with decimal commas', () => {
    const preview = previewOf(readText('k.csv', 'Von;Nach;Gewicht\na;b;1,5\nb;c;2\n'), []);
    expect(preview.suggested.weight).toBe('Gewicht');
  });

  it('do not stumble over names like __proto__', () => {
    const nodeColumns = ['__proto__', 'constructor', 'toString'].map((name, k) => ({
      name,
      values: repeated<Cell>(12, k === 0 ? ['__proto__', 'constructor', 'hasOwnProperty'] : [k, k + 1]),
    }));
    nodeColumns.push({ name: 'valueOf', values: repeated(12, ['a', 'b']) });
    const { features, label } = suggestedFor(rawGraph(12, [], { nodeColumns }));
    expect(label).toBe('__proto__');
    expect(features).toEqual({
      kind: 'columns',
      columns: [
        { name: 'constructor', as: 'number' },
        { name: 'toString', as: 'number' },
        { name: 'valueOf', as: 'category' },
      ],
    });
  });
});
