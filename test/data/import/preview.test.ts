import { describe, expect, it } from 'vitest';
import type { Cell, RawGraph } from '../../../src/data/formats/rawGraph';
import { karate } from '../../../src/data/generators/karate';
import { previewOf } from '../../../src/data/import/preview';
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

  it('leave out a column that says the same as the label', () => {
    const answers = twelve({
      class: repeated(12, [0, 1, 2]),
      className: repeated(12, ['x', 'y', 'z']),
      age: ages,
    });
    expect(answers.features).toEqual({ kind: 'columns', columns: [{ name: 'age', as: 'number' }] });
  });

  it('take the matrix of the file, else the index of each node, else the degree', () => {
    const matrix = { numRows: 12, numCols: 1, values: new Float32Array(12) };
    expect(twelve({ age: ages }, { features: { kind: 'dense', matrix } }).features).toEqual({ kind: 'file' });
    expect(twelve({}).features).toEqual({ kind: 'identity' });
    expect(suggestedFor(rawGraph(6000, [])).features).toEqual({ kind: 'degree' });
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

  it('do not stumble over names like __proto__', () => {
    const nodeColumns = ['__proto__', 'constructor', 'toString'].map((name, k) => ({
      name,
      values: repeated<Cell>(12, k === 0 ? ['__proto__', 'constructor', 'hasOwnProperty'] : [k, k + 1]),
    }));
    const { features, label } = suggestedFor(rawGraph(12, [], { nodeColumns }));
    expect(label).toBe('__proto__');
    expect(features).toEqual({
      kind: 'columns',
      columns: [
        { name: 'constructor', as: 'number' },
        { name: 'toString', as: 'number' },
      ],
    });
  });
});
