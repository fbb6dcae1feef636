import { describe, expect, it } from 'vitest';
import { refuseEmpty } from '../../../src/data/formats/refused';
import { READER_ENDINGS, READERS, readerFor } from '../../../src/data/formats/readers';
import { edgeColumn, edgesOf, fileOf, nodeColumn, readFiles } from './files';
import { sampleFile } from './sampleFiles';

const EDGES = ['0>1', '0>2', '1>2', '2>3', '3>4', '4>5', '3>5', '6>6'];
/** Undirected edges read the same from either end. */
const undirected = (edges: readonly string[]): string[] =>
  edges.map((edge) => edge.split('>').toSorted().join('>')).toSorted();

const WHO = ['Ann', 'Bjørn', '<b>Cid</b>', 'Dot & co', 'Eve', 'Fay', 'Gus'];

describe('the graph that NetworkX wrote', () => {
  it.each(['friends.gexf', 'friends.graphml', 'friends.cyjs'])('is the same in %s', (name) => {
    const graph = readFiles([sampleFile(name)]);
    expect(graph).toMatchObject({ name: 'seven friends', directed: false, remarks: [] });
    expect(undirected(edgesOf(graph))).toEqual(undirected(EDGES));
    expect(nodeColumn(graph, 'who')).toEqual(WHO);
    expect(nodeColumn(graph, 'age')).toEqual([31, 8, 55, 19, 40, 3, 77]);
    expect(nodeColumn(graph, 'score')).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5]);
    expect(nodeColumn(graph, 'seen')).toEqual([true, false, true, false, true, false, true]);
    expect(edgeColumn(graph, 'weight')?.[0]).toBe(1);
    expect(new Set(edgeColumn(graph, 'kind'))).toEqual(new Set(['tie', 'bond']));
  });

  it.each(['friends.edgelist', 'friends.weighted.edgelist'])('has the same edges in %s', (name) => {
    const graph = readFiles([sampleFile(name)]);
    expect(undirected(edgesOf(graph))).toEqual(undirected(EDGES));
    expect(edgeColumn(graph, 'weight')).toEqual([1, 1, 1.5, 2, 2.5, 3.5, 3, 4]);
    expect(graph.remarks).toEqual([]);
  });

  it('has its NaN, Infinity and vectors in friends.node-link.json', () => {
    const graph = readFiles([sampleFile('friends.node-link.json')]);
    expect(graph.directed).toBe(true);
    expect(edgesOf(graph)).toHaveLength(15);
    expect(nodeColumn(graph, 'who')).toEqual(WHO);
    expect(nodeColumn(graph, 'score')).toEqual([null, null, 0.5, 0.75, 1, 1.25, 1.5]);
    expect(graph.features).toMatchObject({ kind: 'dense', matrix: { numRows: 7, numCols: 3 } });
    expect(graph.remarks).toEqual([
      '2 NaN or Infinity were read as missing values.',
      "'x' was read as 3 features of each node.",
    ]);
  });
});

describe('files without anything in them', () => {
  it.each(['graph.csv', 'graph.json', 'graph.gexf', 'graph.npz', 'pasted text'])(
    'are called empty, whatever they are called: %s',
    (name) => {
      for (const text of ['', ' \n\t\r\n', '\ufeff'])
        expect(() => refuseEmpty([fileOf(name, text)])).toThrow(
          `${name}: expected a graph, got nothing: it is empty. Choose another file`,
        );
      expect(() => refuseEmpty([fileOf(name, ' a,b')])).not.toThrow();
    },
  );

  it('are no hindrance beside others', () => {
    expect(() => refuseEmpty([fileOf('a.csv', ''), fileOf('b.csv', 'a,b')])).not.toThrow();
    expect(() => refuseEmpty([fileOf('a.csv', ''), fileOf('b.csv', '')])).toThrow('a.csv, b.csv: expected');
  });
});

describe('readerFor', () => {
  it.each([
    ['g.gexf', '<gexf/>', 'gexf'],
    ['G.GEXF', '', 'gexf'],
    ['g.xml', '<?xml version="1.0"?>\n<!-- by hand -->\n<gexf version="1.3">', 'gexf'],
    ['g.graphml', '', 'graphml'],
    ['pasted', '<graphml xmlns="x">', 'graphml'],
    ['g.json', '', 'json'],
    ['g.cyjs', '', 'json'],
    ['pasted', ' {"nodes": []', 'json'],
    ['pasted', '[{"data":', 'json'],
    ['g.csv', 'a,b', 'edgeList'],
    ['pasted', 'a b\nb c\n', 'edgeList'],
    ['pasted', 'source\ttarget\n', 'edgeList'],
    ['cora.cites', '1 2', 'edgeList'],
  ])('knows %s that begins %j', (name, text, id) => {
    expect(readerFor([fileOf(name, text)]).id).toBe(id);
  });

  it('knows text in UTF-16 by its content', () => {
    const utf16 = (text: string) =>
      new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
    expect(readerFor([{ name: 'pasted', bytes: utf16('\ufeff{"nodes": []}') }]).id).toBe('json');
    expect(readerFor([{ name: 'pasted', bytes: utf16('<gexf version="1.3"></gexf>') }]).id).toBe('gexf');
  });

  it.each([
    [
      'a picture',
      [{ name: 'cat.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0) }],
    ],
    ['nothing', []],
    ['an empty file', [fileOf('empty', '')]],
  ])('says what it can read when it gets %s', (_, files) => {
    expect(() => readerFor(files)).toThrow(
      /expected .*GEXF, GraphML, GML, Pajek, .*JSON, CSV or TSV edge list, got something else/,
    );
  });

  const PAGE = '<!DOCTYPE html>\n<html><head><title>404</title></head><body>Sign in</body></html>';

  it.each(['csv', 'tsv', 'txt', 'json', 'gexf', 'graphml', 'mtx', 'html'])(
    'does not take a web page saved as .%s for a graph',
    (ending) => {
      const files = [fileOf('good.csv', 'a,b'), fileOf(`page.${ending}`, PAGE)];
      expect(() => readerFor(files)).toThrow(
        `page.${ending}: expected a graph, got a web page (HTML). Save the file itself, not the page that shows it.`,
      );
    },
  );

  it.each([
    ['without a document type', '\n  <html lang="en">'],
    ['with a byte-order mark and a comment', '\ufeff<!-- saved -->\n<!doctype HTML>'],
    ['as XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">'],
  ])('knows a web page %s', (_, text) => {
    expect(() => readerFor([fileOf('pasted', text)])).toThrow('got a web page (HTML)');
  });

  it.each([
    ['gml', 'Creator "someone"\ngraph [\n  node [\n    id 0\n  ]\n  edge [\n source 0 target 0 ]\n]\n'],
    ['gml', 'Creator "yFiles"\r\nVersion "2.17"\r\ngraph\r\n[\r\n'],
    ['gml', '# a comment\ngraph\n[ directed 0 ]'],
    ['pajek', '% net\n*Vertices 2\n1 "a"\n2 "b"\n*Edges\n1 2\n'],
    ['pajek', '% net\r\n*Network x\r\n*Vertices 2\r\n'],
    ['gdf', 'nodedef>name VARCHAR\na\n'],
    ['neo4j', 'id:ID,name\n1,a\n'],
    ['neo4j', '\ufeff:START_ID(Person);:END_ID(Person);:TYPE\n1;2;X\n'],
  ])('knows %s by how %j begins', (id, text) => {
    expect(readerFor([fileOf('net.txt', text)]).id).toBe(id);
  });

  it('has readers with names of their own, and endings for the file chooser', () => {
    expect(new Set(READERS.map(({ id }) => id)).size).toBe(READERS.length);
    expect(new Set(READER_ENDINGS).size).toBe(READER_ENDINGS.length);
    for (const ending of READER_ENDINGS) expect(ending).toMatch(/^\.[a-z\d.]+$/);
  });
});
