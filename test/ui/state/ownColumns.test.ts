/** Columns of the visitor's own file: in the filter, the table, the search, and in links only where they are wanted. */
import { describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { cellTest, isNumeric, whyUnread } from '../../../src/ui/state/columnFilter';
import { matchingNodes, NO_FILTER } from '../../../src/ui/state/filter';
import { withoutNames } from '../../../src/ui/state/address/ownGraph';
import { packGraph } from '../../../src/data/formats/packed/packGraph';
import { validateViewSpec } from '../../../src/ui/state/validateView';
import { atOnce } from '../../../src/data/base/sliced';
import * as search from '../../../src/ui/views/graph/findNodes';
import * as table from '../../../src/ui/views/selection/rows';

const findNodes = (...args: Parameters<typeof search.findNodes>) => atOnce(search.findNodes(...args));
const rowsOf = (...args: Parameters<typeof table.rowsOf>) => atOnce(table.rowsOf(...args));
const sorted = (...args: Parameters<typeof table.sorted>) => atOnce(table.sorted(...args));
const csvOf = (...args: Parameters<typeof table.csvOf>) => atOnce(table.csvOf(...args)).join('');
const tsvOf = (...args: Parameters<typeof table.tsvOf>) => atOnce(table.tsvOf(...args)).join('');

const club: GraphData = {
  ...karate(null),
  nodeNames: Array.from({ length: 34 }, (_, i) => `member ${i}`),
  featureNames: Array.from({ length: 34 }, (_, i) => `secret ${i}`),
  file: {
    nodeIds: Array.from({ length: 34 }, (_, i) => `u-${i}`),
    nodeColumns: [
      { name: 'age', values: Array.from({ length: 34 }, (_, i) => (i === 3 ? null : 20 + i)) },
      { name: 'town', values: Array.from({ length: 34 }, (_, i) => (i % 2 ? 'Rome' : '=Oslo')) },
    ],
    edgeColumns: [],
  },
};
const through = (column: string, wanted: string) =>
  matchingNodes(club, null, { ...NO_FILTER, column: { column, wanted } });

describe('the filter by a column', () => {
  it('takes texts, numbers, ranges and bounds', () => {
    expect(through('town', 'rom')).toEqual([...Array(34).keys()].filter((i) => i % 2 === 1));
    expect(through('age', '20..22')).toEqual([0, 1, 2]);
    expect(through('age', '>= 52')).toEqual([32, 33]);
    expect(through('age', '< 21')).toEqual([0]);
    expect(through('age', '30')).toEqual([10]);
    expect(through('town', '30')).toEqual([]);
  });

  it('takes ranges that are open at one end, and bounds of every kind', () => {
    expect(through('age', '..22')).toEqual([0, 1, 2]);
    expect(through('age', '51 ..')).toEqual([31, 32, 33]);
    expect(through('age', '<=21')).toEqual([0, 1]);
    expect(through('age', '>52')).toEqual([33]);
    expect(through('age', '=25')).toEqual([5]);
  });

  it('says of a column of numbers what it cannot read, with examples', () => {
    expect(isNumeric(club.file!.nodeColumns[0]!.values)).toBe(true);
    expect(isNumeric(club.file!.nodeColumns[1]!.values)).toBe(false);
    for (const wanted of ['..', 'about 25', '20-25']) expect(whyUnread(wanted)).toMatch(/20\.\.40/);
    for (const wanted of ['', ' ..25', '25..', '<25', '>= 5', '=25', '-3', '1e3'])
      expect(whyUnread(wanted)).toBeNull();
  });

  it('finds what a text contains, or with = the whole of it, whatever its case and accents', () => {
    expect(cellTest('sao paulo')('São Paulo')).toBe(true);
    expect(cellTest('PAULO')('São Paulo')).toBe(true);
    expect(cellTest('=oslo')('Oslo')).toBe(true);
    expect(cellTest('=oslo')('Oslo West')).toBe(false);
    expect(cellTest('são')('Sao Tome')).toBe(true);
  });

  it('lets nothing through that has no value, and everything where nothing is wanted or there is no such column', () => {
    expect(through('age', '0..1000')).not.toContain(3);
    expect(cellTest('')(null)).toBe(true);
    expect(through('age', ' ')).toHaveLength(34);
    expect(through('height', '> 3')).toHaveLength(34);
  });

  it('is part of a valid view, and views without it stay valid', () => {
    const column = { column: 'age', wanted: '> 3' };
    expect(validateViewSpec({ filter: { column } }, 'view').filter?.column).toEqual(column);
    expect(validateViewSpec({ filter: { minDegree: 2 } }, 'view').filter?.column).toBeNull();
    expect(() => validateViewSpec({ filter: { column: { column: 'age', wanted: 3 } } }, 'view')).toThrow(
      'expected a text',
    );
  });
});

describe('the table', () => {
  const rows = rowsOf(club, null, null, [0, 1, 2, 3, 12]);

  it('has the columns, sorts by them, and what is missing comes last', () => {
    const order = (by: number, descending = false) =>
      sorted(rows, { by, descending }).map(({ node }) => node);
    expect(order(0)).toEqual([0, 1, 2, 12, 3]);
    expect(order(0, true)).toEqual([12, 2, 1, 0, 3]);
    expect(order(1)).toEqual([0, 2, 12, 1, 3]);
  });

  it('is written with them, and no text in it is a formula', () => {
    const [head, first] = csvOf(rows, club).split('\n');
    expect(head).toBe('node,id,name,class,predicted,right,confidence,degree,split,age,town');
    expect(first!.startsWith('0,u-0,member 0,')).toBe(true);
    expect(first!.endsWith(",20,'=Oslo")).toBe(true);
    expect(tsvOf(rows, club).split('\n')[1]!.endsWith("\t20\t'=Oslo")).toBe(true);
  });
});

describe('a column of the file that is called as one of ours', () => {
  const { file } = club;
  const withColumn = (name: string, of: (node: number) => string | null): GraphData => ({
    ...club,
    file: { ...file!, nodeColumns: [{ name, values: Array.from({ length: 34 }, (_, i) => of(i)) }] },
  });
  const headOf = (graph: GraphData) => csvOf(rowsOf(graph, null, null, [0]), graph).split('\n')[0];
  const ours = 'node,id,name,class,predicted,right,confidence,degree,split';

  it('is left out of the table where it says the same, and told apart where it does not', () => {
    expect(headOf(withColumn('name', (i) => `member ${i}`))).toBe(ours);
    expect(headOf(withColumn('id', (i) => (i === 4 ? null : `u-${i}`)))).toBe(ours);
    expect(headOf(withColumn('class', (i) => club.labelling.classNames[club.labelling.y[i]!]!))).toBe(ours);
    expect(headOf(withColumn('name', (i) => `other ${i}`))).toBe(`${ours},name (2)`);
    expect(headOf(withColumn('degree', () => 'none'))).toBe(`${ours},degree (2)`);
  });

  it('sorts by the ids of the file too', () => {
    const rows = rowsOf(club, null, null, [10, 2, 9]);
    expect(sorted(rows, { by: 'id', descending: true }).map(({ node }) => node)).toEqual([10, 9, 2]);
  });
});

describe('the search', () => {
  it("finds nodes by the file's ids and columns, behind those whose name fits", () => {
    expect(findNodes(club, 'u-7')[0]).toEqual({ kind: 'node', node: 7 });
    expect(findNodes(club, 'oslo')[0]).toEqual({ kind: 'node', node: 0 });
    const named = { ...club, nodeNames: club.nodeNames!.with(9, 'Rome').with(5, 'São Paulo') };
    expect(findNodes(named, 'sao')[0]).toEqual({ kind: 'node', node: 5 });
    expect(findNodes(named, 'rome')[0]).toEqual({ kind: 'node', node: 9 });
  });
});

describe('a graph for a link without its names', () => {
  it('has none of the words of its file, and all of its edges', () => {
    const bare = withoutNames(club);
    const text = new TextDecoder().decode(packGraph(bare));
    for (const word of ['member', 'secret', 'Rome', 'u-7', 'age']) expect(text).not.toContain(word);
    expect(bare.edgeIndex).toBe(club.edgeIndex);
    expect(withoutNames(club)).toBe(bare);
    expect(new TextDecoder().decode(packGraph(club))).toContain('Rome');
  });
});
