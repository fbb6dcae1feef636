/** Files around files: gzip, zip archives and workbooks. */
import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unwrapped } from '../../../src/data/formats/containers/unwrap';
import { IMPORT_LIMITS, type ImportFile } from '../../../src/data/formats/rawGraph';
import { readerFor } from '../../../src/data/formats/readers';
import { edgeColumn, edgesOf, fileOf, nodeColumn } from './files';
import { sampleFile } from './sampleFiles';

const open = (files: readonly ImportFile[], limits = IMPORT_LIMITS) => {
  const unpacked = unwrapped(files, limits);
  return { ...readerFor(unpacked.files).read(unpacked.files, limits), said: unpacked.remarks };
};
const zip = (entries: Zippable, name = 'set.zip'): ImportFile => ({ name, bytes: zipSync(entries) });
const gz = (name: string, text: string): ImportFile => ({ name, bytes: gzipSync(strToU8(text)) });
const EDGES = strToU8('source,target\na,b\nb,c\n');

describe('gzip', () => {
  it('is opened around a list of edges: edges.txt.gz', () => {
    const bytes = readFileSync(new URL('../import/cases/edges.txt.gz', import.meta.url));
    const graph = open([{ name: 'edges.txt.gz', bytes: new Uint8Array(bytes) }]);
    expect(edgesOf(graph)).toEqual(['1>2', '2>3']);
    expect(graph.name).toBe('edges');
  });

  it.each([
    ['g.gml.gz', 'graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]', 'GML'],
    [
      'g.json.gz',
      '{"nodes":[{"id":1},{"id":2}],"links":[{"source":1,"target":2}]}',
      'nodes and links (JSON)',
    ],
    ['g.net.gz', '*Vertices 2\n*Edges\n1 2', 'Pajek'],
  ])('is opened around any text format: %s', (name, text, format) => {
    expect(open([gz(name, text)])).toMatchObject({ format, nodeIds: ['1', '2'] });
  });

  it('of two members is read to its end', () => {
    const [a, b] = ['a b\n', 'b c\n'].map((text) => gzipSync(strToU8(text)));
    const both = new Uint8Array([...a, ...b]);
    expect(edgesOf(open([{ name: 'g.txt.gz', bytes: both }]))).toEqual(['a>b', 'b>c']);
  });

  it('that is damaged or cut short is no graph', () => {
    const { name, bytes } = gz('g.csv.gz', 'a,b\n'.repeat(500));
    expect(() => open([{ name, bytes: bytes.slice(0, -12) }])).toThrow(
      'g.csv.gz: expected packed bytes, got damaged',
    );
    const changed = bytes.with(bytes.length - 6, 7);
    expect(() => open([{ name, bytes: changed }])).toThrow('another checksum than it says');
  });

  it('that unpacks to more than allowed is stopped', () => {
    const bomb = { name: 'bomb.csv.gz', bytes: gzipSync(new Uint8Array(17 * 2 ** 20)) };
    expect(() => open([bomb])).toThrow('bomb.csv.gz: expected files, got a zip bomb');
    expect(() =>
      open([gz('g.csv.gz', 'a,b\n'.repeat(300_000))], { ...IMPORT_LIMITS, bytes: 2 ** 20 }),
    ).toThrow('g.csv.gz: expected at most 1 MB when unpacked, got more');
  });
});

describe('zip archives', () => {
  it('with tables of edges and nodes are read as if both were dropped', () => {
    const nodes = strToU8('id,class\na,x\nb,y\nc,x\n');
    const graph = open([
      zip({ 'net/edges.csv': EDGES, 'net/nodes.csv': nodes, 'net/README.txt': strToU8('hi') }),
    ]);
    expect(edgesOf(graph)).toEqual(['a>b', 'b>c']);
    expect(nodeColumn(graph, 'class')).toEqual(['x', 'y', 'x']);
    expect(graph.name).toBe('edges');
    expect(graph.said).toEqual([
      "set.zip: 'net/edges.csv', 'net/nodes.csv' was read; 'net/README.txt' was left out.",
    ]);
  });

  it("as Newman's, with a description beside the graph", () => {
    const gml = strToU8('graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]');
    const graph = open([
      zip({ 'karate.gml': gml, 'karate.txt': strToU8('The file karate.gml contains ...') }),
    ]);
    expect(graph).toMatchObject({ format: 'GML', name: 'karate' });
    expect(graph.said[0]).toContain("'karate.txt' was left out");
  });

  it('may hold gzip, NumPy and the eight files of Planetoid, and leave a TUDataset to its reader', () => {
    expect(edgesOf(open([zip({ 'raw/edge.csv.gz': gzipSync(strToU8('0,1\n1,2\n')) })]))).toEqual([
      '0>1',
      '1>2',
    ]);
    expect(open([zip({ 'plain.npz': sampleFile('plain.npz').bytes })]).nodeIds).toHaveLength(5);
    const set = { 'DS/DS_A.txt': strToU8('1, 2\n'), 'DS/DS_graph_indicator.txt': strToU8('1\n1\n') };
    expect(open([zip(set)]).nodeIds).toHaveLength(2);
  });

  it('with several graphs, none, or archives in archives are refused by name', () => {
    const gml = strToU8('graph [ node [ id 1 ] ]');
    expect(() => open([zip({ 'a.gml': gml, 'b.gml': gml })])).toThrow(
      "set.zip: expected one graph in it, got 2: 'a.gml', 'b.gml'. Unpack it and drop one of them.",
    );
    expect(() => open([zip({ 'a.png': EDGES })])).toThrow("set.zip: expected a graph in it, got 'a.png'");
    const nested = [1, 2, 3].reduce((inner) => zipSync({ 'in.zip': inner }), zipSync({ 'a.csv': EDGES }));
    expect(() => open([{ name: 'set.zip', bytes: nested }])).toThrow(
      'packed once or twice, got one packed more often',
    );
  });

  it('cannot hide a bomb in a thousand packed files', () => {
    const small = gzipSync(strToU8('a,b\n'.repeat(200_000)));
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, k) => [`${k}.csv.gz`, small]));
    expect(() => open([zip(many)], { ...IMPORT_LIMITS, bytes: 2 ** 22 })).toThrow('expected at most 4.0 MB');
  });

  it.each([
    ['Project_xml', 'a project of Gephi', 'export the graph as GEXF'],
    ['content.xml', 'a spreadsheet of LibreOffice (.ods)', 'Save it as .xlsx'],
    ['data/data.pkl', 'a file of PyTorch', 'numpy.savez'],
  ])('of other programs are refused by their name: %s', (entry, what, next) => {
    expect(() => open([zip({ [entry]: EDGES })])).toThrow(
      new RegExp(`got ${what.replace(/[()]/g, '.')}.*${next}`),
    );
  });
});

describe('workbooks', () => {
  it('are read sheet by sheet, as openpyxl writes them: texts, numbers, dates, yes and no', () => {
    const graph = open([sampleFile('friends.xlsx')]);
    expect(edgesOf(graph)).toEqual(['Ann>Bob; B.', 'Bob; B.>#3', '#3>Ann']);
    expect(edgeColumn(graph, 'weight')).toEqual([1.5, 2, 0.1]);
    expect(edgeColumn(graph, 'since')).toEqual(['2026-11-30', '1999-01-01', '2024-02-29']);
    expect(nodeColumn(graph, 'team')).toEqual(['red & blue', 'line\nbreak', 'say "x"']);
    expect(nodeColumn(graph, 'active')).toEqual([true, false, true]);
    expect(graph.name).toBe('Who knows whom');
  });

  const sheet = (rows: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const book = (...sheets: string[]): ImportFile =>
    zip(
      {
        'xl/workbook.xml': strToU8(
          `<workbook><sheets>${sheets.map((_, k) => `<sheet name="S${k + 1}" sheetId="${k + 1}"/>`).join('')}</sheets></workbook>`,
        ),
        ...Object.fromEntries(
          sheets.map((text, k) => [`xl/worksheets/sheet${k + 1}.xml`, strToU8(sheet(text))]),
        ),
      },
      'b.xlsx',
    );
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

  it('name rows as the sheet does, empty ones counted', () => {
    const rows = `<row r="1">${cell('A1', 'source')}${cell('B1', 'target')}</row><row r="4">${cell('A4', 'a')}</row>`;
    expect(() => open([book(rows)])).toThrow('b.xlsx: S1, line 4');
  });

  it('with a single cell far out take no more memory than it', () => {
    const far = `<row r="1">${cell('A1', 'a')}${cell('B1', 'b')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`;
    expect(() => open([book(far)])).toThrow(/b\.xlsx/);
    const wide = Array.from(
      { length: 3000 },
      (_, k) => `<row r="${k + 1}">${cell(`XFD${k + 1}`, 'x')}</row>`,
    );
    expect(() => open([book(wide.join(''))], { ...IMPORT_LIMITS, bytes: 2 ** 20 })).toThrow(
      'expected at most 1 MB of cells, got more',
    );
  });

  it('with more than two sheets in use, or none, say what to do', () => {
    const row = `<row r="1">${cell('A1', 'a')}${cell('B1', 'b')}</row>`;
    expect(() => open([book(row, row, row)])).toThrow(
      "b.xlsx: expected a sheet of edges and at most one of nodes, got 3: 'S1', 'S2', 'S3'. Delete or hide the others",
    );
    expect(() => open([book('')])).toThrow(
      'b.xlsx: expected a sheet with an edge in each row, got empty ones',
    );
  });
});

describe('formats that are not read', () => {
  const binary = (start: string): Uint8Array =>
    Uint8Array.from(start.padEnd(64, '\0'), (char) => char.charCodeAt(0));

  it.each([
    ['graph.dot', strToU8('digraph {\na -> b\nb -> c\n}\n'), 'DOT (Graphviz). Open it in Gephi'],
    ['g.txt', strToU8('// made by hand\nstrict graph "G" {\n a -- b }'), 'DOT (Graphviz)'],
    ['g.g6', strToU8('DQc'), 'graph6 or sparse6'],
    ['g.dat', strToU8('dl n=3 format=edgelist1\n'), 'UCINET DL'],
    ['g.ttl', strToU8('@prefix a: <b> .'), 'RDF. Write its triples as a table'],
    [
      'old.xls',
      binary('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
      'an Excel workbook of before 2007 (.xls). Save it as .xlsx',
    ],
    ['t.parquet', binary('PAR1\u0015'), 'Parquet'],
    ['t.h5', binary('\u0089HDF\r\n'), 'HDF5'],
    ['g.pickle', binary('\u0080\u0004'), 'a Python pickle, which is a program'],
    ['g.csv.bz2', binary('BZh91AY&SY'), 'bzip2. Unpack it'],
  ])('are refused by their name, with the way out: %s', (name, bytes, message) => {
    expect(() => open([{ name, bytes }])).toThrow(
      `${name}: expected a format that can be read here, got ${message}`,
    );
  });

  it('among what gzip holds as well', () => {
    const tar = new Uint8Array(1024);
    tar.set(strToU8('ustar'), 257);
    expect(() => open([{ name: 'g.tar.gz', bytes: gzipSync(tar) }])).toThrow('g.tar: expected a format');
  });

  it('do not take names of nodes for marks', () => {
    expect(edgesOf(open([fileOf('g.csv', 'PAR1,PAR2\nPAR2,BZh9\n')]))).toHaveLength(2);
  });
});
