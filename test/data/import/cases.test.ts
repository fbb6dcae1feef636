/** Files as people really have them, in `cases/`: each must become what its maker would call right. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  IMPORT_LIMITS,
  type ImportFile,
  type RawGraph,
  type TableAnswers,
} from '../../../src/data/formats/rawGraph';
import { readerFor } from '../../../src/data/formats/readers';
import { buildGraph } from '../../../src/data/import/buildGraph';
import { estimateFor } from '../../../src/data/import/estimate';
import { previewOf } from '../../../src/data/import/preview';
import { edgeColumn, edgesOf, fileOf, nodeColumn, readText } from '../formats/files';

const caseFile = (name: string): ImportFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`cases/${name}`, import.meta.url))),
});

/** The files as the page would open them: read, looked at, and built with the answers that are filled in. */
function opened(...names: string[]) {
  const files = names.map(caseFile);
  const raw = readerFor(files).read(files, IMPORT_LIMITS);
  const preview = previewOf(raw, files);
  return { raw, preview, graph: buildGraph(raw, preview.suggested, () => {}) };
}

const sizeOf = ({ nodeIds, source }: RawGraph) => [nodeIds.length, source.length];
const sumOf = (raw: RawGraph, column: string) =>
  edgeColumn(raw, column)?.reduce<number>((sum, cell) => sum + Number(cell), 0);

describe('a matrix', () => {
  it('of 0 and 1 without names that is symmetric is undirected: matrix-bare.csv', () => {
    const { raw, graph } = opened('matrix-bare.csv');
    expect(sizeOf(raw)).toEqual([5, 5]);
    expect(raw).toMatchObject({ format: 'adjacency matrix', directed: false, edgeColumns: [] });
    expect(edgesOf(raw)).toEqual(['0>1', '0>2', '1>2', '2>3', '3>4']);
    expect(graph.nodeNames).toBeNull();
    expect(raw.table?.readings).toEqual(['matrix', 'edges', 'adjacency']);
  });

  it('between blanks has an edge for each entry: matrix-bare-blank.txt', () => {
    const { raw, preview } = opened('matrix-bare-blank.txt');
    expect(edgesOf(raw)).toEqual(['1>3', '3>0', '3>2']);
    expect(raw.nodeIds).toHaveLength(4);
    expect(raw.directed).toBe(true);
    expect(edgeColumn(raw, 'weight')).toEqual([1, 2, 2]);
    expect(preview.suggested.weight).toBe('weight');
  });

  it('with names in the first row and column is directed: matrix-names.csv', () => {
    const { raw } = opened('matrix-names.csv');
    expect(raw.nodeIds).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(edgesOf(raw)).toEqual(['A>B', 'A>D', 'B>A', 'C>C', 'D>B', 'D>D']);
    expect(raw.directed).toBe(true);
  });

  it('keeps its weights: matrix-weights.csv', () => {
    const { raw, preview } = opened('matrix-weights.csv');
    expect(raw.nodeIds).toEqual(['Ann', 'Bob', 'Cem', 'Dora']);
    expect(raw.directed).toBe(false);
    expect(preview.suggested.weight).toBe('weight');
    expect(sumOf(raw, 'weight')).toBe(7.5);
  });
});

describe('a header in any words', () => {
  it.each([
    ['person-friend.csv', ['Ann>Bob', 'Bob>Cem', 'Cem>Ann'], 3],
    ['coauthors.csv', ['Müller, A.>Núñez, B.', 'Núñez, B.>Okafor, C.'], 3],
    ['hr.csv', ['Ann>Bob', 'Cem>Bob', 'Bob>Dan'], 4],
  ])('is told from the rows below: %s', (file, edges, nodes) => {
    const { raw } = opened(file);
    expect(edgesOf(raw)).toEqual(edges);
    expect(raw.nodeIds).toHaveLength(nodes);
    expect(raw.table?.taken).toMatchObject({ reading: 'edges', header: true });
  });
});

describe('triples', () => {
  it('keep the relation of each edge: triples.txt', () => {
    const { raw } = opened('triples.txt');
    expect(new Set(raw.nodeIds)).toEqual(new Set(['netherlands', 'uk', 'egypt', 'usa', 'jordan']));
    expect(edgesOf(raw)).toEqual(['netherlands>uk', 'egypt>usa', 'jordan>usa']);
    expect(edgeColumn(raw, 'relation')).toEqual(['militaryalliance', 'intergovorgs3', 'militaryalliance']);
    expect(raw.typeColumn).toBe('relation');
    expect(raw.table?.readings).toEqual(['triples', 'edges', 'adjacency']);
  });

  it.each([
    ['with more relations than tails', 'a\tlikes\tx\nb\tknows\tx\nc\tlikes\tx\nd\thates\ty\n', 'triples'],
    ['whose tails are heads', 'a knows b\nb likes c\nc knows d\n', 'triples'],
    ['below any header', 'Wer;Was;Wen\na;kennt;b\nb;mag;c\nc;kennt;a\n', 'triples'],
    ['between commas', 'a,x,friend\nb,x,foe\nc,y,foe\nd,z,friend\n', 'edges'],
    ['with ends that are the same nodes', 'a\tb\tfriend\nb\tc\tfoe\nc\ta\tfriend\n', 'edges'],
    ['of which no relation is said twice', 'a\tx\t1.5 m\nb\ty\t2 m\nc\tz\t3 m\n', 'edges'],
  ])('are told from edges with a word about them, %s', (_, text, reading) => {
    expect(readText('list.txt', text).table?.taken.reading).toBe(reading);
  });

  it('of SIF as well: net.sif', () => {
    const { raw } = opened('net.sif');
    expect(edgesOf(raw)).toEqual(['geneA>geneB', 'geneB>geneC', 'geneC>geneA']);
    expect(edgeColumn(raw, 'relation')).toEqual(['pp', 'pd', 'pp']);
  });
});

describe('a list of neighbours', () => {
  it.each([
    ['adjacency-list.adjlist', ['a>b', 'a>c', 'a>d', 'b>c', 'c>d'], 4],
    ['adjacency-list.csv', ['ann>bob', 'ann>cem', 'bob>cem', 'bob>dan', 'cem>dan', 'cem>eve'], 5],
    ['list.adjlist', ['a>b', 'a>c', 'a>d', 'b>c', 'c>d', 'e>a'], 5],
  ])('has an edge to each of them: %s', (file, edges, nodes) => {
    const { raw } = opened(file);
    expect(edgesOf(raw)).toEqual(edges);
    expect(raw.nodeIds).toHaveLength(nodes);
    expect(raw.format).toBe('adjacency list');
  });

  it('of three names a line may be a list of edges, and nothing of a line is lost: adjacency-list.csv', () => {
    const { raw } = opened('adjacency-list.csv');
    expect(raw.table?.readings).toEqual(['adjacency', 'edges', 'triples']);
    const files = [caseFile('adjacency-list.csv')];
    const asEdges = readerFor(files).read(files, IMPORT_LIMITS, { reading: 'edges' });
    expect(edgesOf(asEdges)).toEqual(['ann>bob', 'bob>cem', 'cem>dan']);
    expect(edgeColumn(asEdges, 'column 3')).toEqual(['cem', 'dan', 'eve']);
  });
});

describe('what spreadsheets leave behind', () => {
  it.each([
    ['blank-rows.csv', '2 rows have nothing in any cell (lines 4, 5)'],
    ['title-row.csv', "'Friendship network 2020' in line 1 was passed over as a title"],
    ['sep.csv', "the first line, 'sep=;', was taken to say what stands between cells"],
  ])('is passed over, and said: %s', (file, remark) => {
    const { raw } = opened(file);
    expect(edgesOf(raw)).toEqual(['a>b', 'b>c']);
    expect(raw.nodeIds).toEqual(['a', 'b', 'c']);
    expect(raw.remarks.join()).toContain(remark);
  });

  it('has the line of a row that is short: typo.csv', () => {
    const { raw } = opened('typo.csv');
    expect(raw.remarks.join()).toContain('typo.csv: 1 row is short of cells (line 4)');
  });
});

describe('tables of nodes', () => {
  it('in the order of the nodes are joined by it, and that is said: labels-edges.csv, labels.csv', () => {
    const { raw, preview, graph } = opened('labels-edges.csv', 'labels.csv');
    expect(raw.nodeIds).toEqual(Array.from({ length: 20 }, (_, node) => String(node)));
    // A single column is no id: there is nothing to choose.
    expect(raw.table).toMatchObject({ taken: { nodes: 'order' }, joins: ['order'] });
    expect(raw.remarks.join()).toContain(
      "labels.csv: its 20 rows were taken for the nodes in their order, '0' to '19'",
    );
    expect(preview.suggested.label).toBe('label');
    expect([...graph.labelling.y].join('')).toBe('00000001111111111111');
  });

  it('come in threes from OGB: edges, features and labels without a header', () => {
    const rows = (row: (node: number) => string) => Array.from({ length: 12 }, (_, k) => row(k)).join('\n');
    const files = [
      fileOf(
        'edge.csv',
        rows((k) => `${k},${(k * 5 + 1) % 12}`),
      ),
      fileOf(
        'node-feat.csv',
        rows((k) => `${k / 8},${-k / 4},${(k * k) / 2},${k % 5},${k % 7}`),
      ),
      fileOf(
        'node-label.csv',
        rows((k) => String(k % 3)),
      ),
    ];
    for (const order of [files, files.toReversed()]) {
      const raw = readerFor(order).read(order, IMPORT_LIMITS);
      expect(sizeOf(raw)).toEqual([12, 12]);
      expect(nodeColumn(raw, 'node-label')).toEqual(Array.from({ length: 12 }, (_, k) => k % 3));
      expect(nodeColumn(raw, 'node-feat 2')?.[4]).toBe(-1);
      expect(previewOf(raw, order).suggested).toMatchObject({
        label: 'node-label',
        features: { kind: 'columns' },
      });
    }
  });

  it('are joined by their index below a header behind a comment sign: netzschleuder-*.csv', () => {
    const { raw, preview, graph } = opened('netzschleuder-edges.csv', 'netzschleuder-nodes.csv');
    expect(sizeOf(raw)).toEqual([3, 3]);
    expect(sumOf(raw, 'weight')).toBe(9);
    expect(preview.suggested).toMatchObject({ weight: 'weight', names: 'name' });
    expect(graph.nodeNames).toEqual(['Alba', 'Béla', 'Cyd']);
    expect(nodeColumn(raw, 'group')).toEqual(['x', 'y', 'x']);
    expect([...(raw.positions ?? [])].map((each) => Number(each.toFixed(3)))).toEqual([
      1, 2, 2, 0.5, 0.1, 0.2,
    ]);
  });
});

describe('edges between commas', () => {
  it('with blanks after them and whole numbers as weights: comma-blank.csv', () => {
    const { raw, preview } = opened('comma-blank.csv');
    expect(raw.nodeIds).toEqual(['alice', 'bob', 'carol']);
    expect(edgesOf(raw)).toEqual(['alice>bob', 'bob>carol', 'carol>alice']);
    expect(preview.suggested.weight).toBe('weight');
    expect(sumOf(raw, 'weight')).toBe(16);
  });
});

describe('triples in the preview', () => {
  it('count the edges of each type', () => {
    const { raw, preview } = opened('net.sif');
    expect(preview.suggested.type).toBe('relation');
    expect(estimateFor(raw, preview.suggested).types).toEqual([
      { name: 'pp', edges: 2 },
      { name: 'pd', edges: 1 },
    ]);
  });
});

describe('what the preview asks of rows', () => {
  const read = (name: string, asked: Partial<TableAnswers>) => {
    const files = [caseFile(name)];
    return readerFor(files).read(files, IMPORT_LIMITS, asked);
  };

  it('takes the first row for an edge, or for names', () => {
    expect(edgesOf(read('person-friend.csv', { header: false }))[0]).toBe('Person>Friend');
    expect(edgesOf(read('triples.txt', { header: true }))).toHaveLength(2);
  });

  it('takes any two columns for the ends, and keeps the others', () => {
    const raw = read('hr.csv', { reading: 'edges', source: 'Employee', target: 'Department' });
    expect(edgesOf(raw)).toEqual(['Ann>Sales', 'Cem>Sales', 'Bob>Board']);
    expect(edgeColumn(raw, 'Reports to')).toEqual(['Bob', 'Bob', 'Dan']);
    expect(raw.table).toMatchObject({ columns: ['Employee', 'Reports to', 'Department'] });
    expect(() => read('hr.csv', { source: 'Boss' })).toThrow("expected a column of the edges, got 'Boss'");
    expect(() => read('hr.csv', { target: 'Employee' })).toThrow('two different columns');
  });

  it('takes a matrix for rows of edges', () => {
    expect(edgesOf(read('matrix-bare.csv', { reading: 'edges' }))).toHaveLength(5);
    expect(() => read('hr.csv', { reading: 'matrix' })).toThrow('hr.csv: expected a square table of numbers');
  });

  it('joins a table of nodes by its ids, or in their order', () => {
    const files = [
      fileOf('edges.csv', 'source,target\n0,1\n1,2\n'),
      fileOf('nodes.csv', 'id,team\n2,x\n1,y\n0,z\n'),
    ];
    const joined = (nodes?: 'id' | 'order') =>
      new Map(
        ((raw) => raw.nodeIds.map((id, node) => [id, nodeColumn(raw, 'team')?.[node]] as const))(
          readerFor(files).read(files, IMPORT_LIMITS, nodes ? { nodes } : {}),
        ),
      );
    expect(joined()).toEqual(new Map(Object.entries({ 2: 'x', 1: 'y', 0: 'z' })));
    expect(joined('id')).toEqual(joined());
    expect(joined('order').get('0')).toBe('x');
  });
});

describe('columns of edges', () => {
  it('of ten digits that grow are times, and no weights: temporal.txt', () => {
    const { raw, preview } = opened('temporal.txt');
    expect(sizeOf(raw)).toEqual([5, 4]);
    expect(edgeColumn(raw, 'time')).toEqual([1082040961, 1082155839, 1082414391, 1082414392]);
    expect(preview.suggested.weight).toBeNull();
    expect(preview.remarks.join()).toContain("'time' says when each edge was");
  });

  it('are weights where they are the only numbers: german-weights.csv', () => {
    const { raw, preview, graph } = opened('german-weights.csv');
    expect(edgesOf(raw)).toEqual(['Müller>Groß', 'Groß>Jürgens']);
    expect(preview.suggested.weight).toBe('Anzahl');
    expect([...(graph.edgeWeight ?? [])].sort()).toEqual([3, 3, 5, 5]);
  });
});

describe('columns of nodes', () => {
  it('of sixty classes are a label, and colours are said to repeat: 60-classes-*.csv', () => {
    const { raw, preview, graph } = opened('60-classes-edges.csv', '60-classes-nodes.csv');
    expect(preview.suggested.label).toBe('label');
    expect(estimateFor(raw, preview.suggested).warnings.join()).toContain('repeat after 20');
    expect(graph.labelling.classNames).toHaveLength(60);
  });

  it('have no class where they say nan: nan-*.csv', () => {
    const { raw, graph } = opened('nan-edges.csv', 'nan-nodes.csv');
    expect(graph.labelling.classNames).toEqual(['blue', 'red']);
    expect(graph.labelling.y.filter((label) => label < 0)).toHaveLength(10);
    expect(nodeColumn(raw, 'group')?.[2]).toBeNull();
  });
});

describe('JSON', () => {
  it('keeps ids above 2^53 to the last digit: big-ids.json', () => {
    const { raw } = opened('big-ids.json');
    expect(raw.nodeIds).toEqual(['1234567890123456789', '1234567890123456788', '1234567890123456000']);
    expect(edgesOf(raw)).toEqual([
      '1234567890123456789>1234567890123456788',
      '1234567890123456788>1234567890123456000',
    ]);
  });
});
