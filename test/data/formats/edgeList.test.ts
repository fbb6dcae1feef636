import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, fileOf, nodeColumn, readFiles, readText } from './files';

describe('a list of edges', () => {
  it('reads columns by their names, wherever they stand', () => {
    const graph = readText('friends.csv', 'since,target,source,weight\n1999,b,a,0.5\n2001,c,b,2\n');
    expect(edgesOf(graph)).toEqual(['a>b', 'b>c']);
    expect(edgeColumn(graph, 'weight')).toEqual([0.5, 2]);
    expect(edgeColumn(graph, 'since')).toEqual([1999, 2001]);
    expect(graph).toMatchObject({ name: 'friends', directed: null, format: 'edge list', remarks: [] });
  });

  it.each([
    ['src', 'dst'],
    ['src', 'dest'],
    ['from', 'to'],
    ['citing', 'cited'],
    ['head', 'tail'],
    ['subject', 'object'],
    ['u', 'v'],
    ['start', 'end'],
    ['von', 'nach'],
    ['quelle', 'ziel'],
    ['de', 'vers'],
    ['origen', 'destino'],
  ])('leads from %s to %s, whichever stands first', (from, to) => {
    expect(edgesOf(readText('list.csv', `${from},${to}\na,b\nb,c\n`))).toEqual(['a>b', 'b>c']);
    expect(edgesOf(readText('list.csv', `${to},${from}\nb,a\nc,b\n`))).toEqual(['a>b', 'b>c']);
  });

  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
    [' ', 'blank'],
    ['   ', 'several blanks'],
  ])('finds out that the delimiter is %j (%s)', (delimiter) => {
    const text = ['from to weight', 'x y 1', 'y z 2']
      .map((line) => line.split(' ').join(delimiter))
      .join('\n');
    const graph = readText('list.txt', text);
    expect(edgesOf(graph)).toEqual(['x>y', 'y>z']);
    expect(edgeColumn(graph, 'weight')).toEqual([1, 2]);
  });

  it.each([
    ['German', 'Von;Nach;Gewicht'],
    ['German', 'Quelle;Ziel;Gewicht'],
    ['French', 'De;Vers;Poids'],
    ['Spanish', 'Origen;Destino;Peso'],
    ['English', 'Source;Target;Weight'],
    ['unknown', 'eins;zwei;drei'],
  ])('reads decimal commas below a %s header (%s)', (_, header) => {
    const graph = readText('kanten.csv', `${header}\r\nZoë;Bert;1,5\r\nBert;Carl;2,25\r\nCarl;Zoë;1\r\n`);
    expect(edgesOf(graph)).toEqual(['Zoë>Bert', 'Bert>Carl', 'Carl>Zoë']);
    const column = header.split(';')[2];
    expect(edgeColumn(graph, column)).toEqual([1.5, 2.25, 1]);
    expect(graph.remarks).toContain(
      `kanten.csv: numbers in '${column}' were read with a decimal comma ('1,5' is 1.5).`,
    );
  });

  it.each(['1;2;0,5\n2;3;1,5\n', '1 2 0,5\n2 3 1,5\n', '1\t2\t0,5\n2\t3\t1,5\n', '1|2|0,5\n2|3|1,5\n'])(
    'reads decimal commas without a header (%j)',
    (text) => {
      const graph = readText('list.txt', text);
      expect(edgesOf(graph)).toEqual(['1>2', '2>3']);
      expect(edgeColumn(graph, 'weight')).toEqual([0.5, 1.5]);
    },
  );

  it('leaves commas alone where they may be something else', () => {
    const column = (text: string) => edgeColumn(readText('list.csv', text), 'x');
    expect(column('source;target;x\na;b;1,5\nb;c;1.5\n')).toEqual(['1,5', '1.5']);
    expect(column('source;target;x\na;b;1,5\nb;c;many\n')).toEqual(['1,5', 'many']);
    expect(column('source\ttarget\tx\na\tb\t1,234\nb\tc\t12\n')).toEqual(['1,234', '12']);
    expect(column('source,target,x\na,b,"1,5"\nb,c,"2,5"\n')).toEqual(['1,5', '2,5']);
    // Ends are names whatever they look like.
    expect(edgesOf(readText('list.csv', 'source;target\n1,5;2\n2;1,5\n'))).toEqual(['1,5>2', '2>1,5']);
  });

  it('takes numbers in the first row for an edge', () => {
    expect(edgesOf(readText('list.csv', '1,2\n2,3'))).toEqual(['1>2', '2>3']);
  });

  it('takes words over numbers for a header', () => {
    const graph = readText('list.csv', 'alpha,omega\n1,2\n2,3\n');
    expect(edgesOf(graph)).toEqual(['1>2', '2>3']);
    expect(graph.remarks.join()).toContain("'alpha' and 'omega'");
  });

  it('takes words over words for an edge', () => {
    expect(edgesOf(readText('list.csv', 'ann,bob\nbob,cid\n'))).toEqual(['ann>bob', 'bob>cid']);
  });

  it('passes over comments and reads the direction that SNAP writes there', () => {
    const graph = readText(
      'graph.txt',
      '# Directed graph (each unordered pair of nodes is saved once)\n# FromNodeId\tToNodeId\n30\t1412\n30\t3352\n% more\n\n3352\t30\n',
    );
    expect(edgesOf(graph)).toEqual(['30>1412', '30>3352', '3352>30']);
    expect(graph.directed).toBe(true);
    expect(readText('u.txt', '# Undirected graph: x\n1 2\n').directed).toBe(false);
  });

  it('keeps zeros at the front, signs and long digits of ids as they are', () => {
    const graph = readText('ids.csv', 'source,target\n007,7\n-1,99999999999999999999\n1e3,1000\n');
    expect(edgesOf(graph)).toEqual(['007>7', '-1>99999999999999999999', '1e3>1000']);
    expect(graph.nodeIds).toHaveLength(6);
  });

  it('reads the dictionaries of write_edgelist without running them', () => {
    const graph = readText(
      'karate.edgelist',
      `0 1 {'weight': 4, 'kind': "it's"}\n0 2 {}\n1 2 {'weight': 3.5, 'old': True, 'none': None}\n`,
    );
    expect(edgesOf(graph)).toEqual(['0>1', '0>2', '1>2']);
    expect(edgeColumn(graph, 'weight')).toEqual([4, null, 3.5]);
    expect(edgeColumn(graph, 'kind')).toEqual(["it's", null, null]);
    expect(edgeColumn(graph, 'old')).toEqual([null, null, true]);
  });

  it('leaves out dictionaries that hold more than plain values', () => {
    const graph = readText('a.edgelist', "0 1 {'a': __import__('os')}\n1 2 {'a': [1]}\n");
    expect(edgesOf(graph)).toEqual(['0>1', '1>2']);
    expect(graph.edgeColumns).toEqual([]);
    expect(graph.remarks.join()).toContain('left out');
  });

  it('reads a third column of numbers as the weight', () => {
    expect(edgeColumn(readText('w.edgelist', '0 1 0.5\n1 2 3\n'), 'weight')).toEqual([0.5, 3]);
  });

  it("reads Gephi's column of directions", () => {
    const head = 'Source,Target,Type,Id,Label,timeset,Weight\n';
    const graph = readText('e.csv', `${head}1,2,Undirected,0,,,1.0\n2,3,Undirected,1,,,2.0\n`);
    expect(graph.directed).toBe(false);
    expect(graph.edgeColumns.map(({ name }) => name)).toEqual(['Id', 'Weight']);
    const mixed = readText('e.csv', `${head}1,2,Undirected,0,,,1.0\n2,3,Directed,1,,,2.0\n`);
    expect(mixed.directed).toBe(true);
    expect(edgesOf(mixed)).toEqual(['1>2', '2>3', '2>1']);
    expect(edgeColumn(mixed, 'Weight')).toEqual([1, 2, 1]);
    expect(mixed.remarks.join()).toContain('both directions');
  });

  it('reads quotation marks, also around delimiters, line ends and themselves', () => {
    const graph = readText('q.csv', 'source,target,note\r\n"a, b","c ""d""","two\r\nlines"\r\ne,f,x\r\n');
    expect(edgesOf(graph)).toEqual(['a, b>c "d"', 'e>f']);
    expect(edgeColumn(graph, 'note')).toEqual(['two\r\nlines', 'x']);
  });

  it('keeps markup as plain text', () => {
    const name = '<script>alert(1)</script>';
    expect(readText('x.csv', `source,target\n${name},b\n`).nodeIds[0]).toBe(name);
  });

  it('takes __proto__ and constructor for names', () => {
    const graph = readText('p.csv', 'source,target,__proto__\n__proto__,constructor,toString\n');
    expect(edgesOf(graph)).toEqual(['__proto__>constructor']);
    expect(edgeColumn(graph, '__proto__')).toEqual(['toString']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('reads NaN and Infinity as missing and says so', () => {
    const graph = readText('n.csv', 'source,target,weight\na,b,NaN\nb,c,-Infinity\nc,d,1e999\nd,e,2\ne,f,\n');
    expect(edgeColumn(graph, 'weight')).toEqual([null, null, null, 2, null]);
    expect(graph.remarks.join()).toContain('3 values are no finite numbers');
  });

  it('reads UTF-16 from a spreadsheet', () => {
    const text = '\ufeffsource\ttarget\r\nÄnne\tŽofie\r\n';
    const bytes = new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
    expect(edgesOf(readFiles([{ name: 'unicode.txt', bytes }]))).toEqual(['Änne>Žofie']);
  });
});

describe('a list of edges and a table of nodes', () => {
  const edges = fileOf('edges.csv', 'source,target\n1,2\n2,4\n');
  const nodes = fileOf('nodes.csv', 'Id,Label,age,class\n1,Ann,31,x\n2,Bob,,y\n3,Cid,8,x\n');

  it.each([[[edges, nodes]], [[nodes, edges]]])('tells which is which', (files) => {
    const graph = readFiles(files);
    expect(graph.nodeIds).toEqual(['1', '2', '3', '4']);
    expect(nodeColumn(graph, 'Label')).toEqual(['Ann', 'Bob', 'Cid', null]);
    expect(nodeColumn(graph, 'age')).toEqual([31, null, 8, null]);
    expect(edgesOf(graph)).toEqual(['1>2', '2>4']);
    expect(graph.name).toBe('edges');
    expect(graph.remarks).toEqual([expect.stringContaining("1 node is named by edges only ('4')")]);
  });

  it("reads Cora's two files, which have no header", () => {
    const graph = readFiles([
      fileOf('cora.cites', '35\t1033\n35\t103482\n'),
      fileOf('cora.content', '35\t0\t1\t0\tGenetic\n1033\t1\t0\t0\tTheory\n103482\t0\t0\t1\tTheory\n'),
    ]);
    expect(edgesOf(graph)).toEqual(['35>1033', '35>103482']);
    expect(nodeColumn(graph, 'column 5')).toEqual(['Genetic', 'Theory', 'Theory']);
    expect(nodeColumn(graph, 'column 2')).toEqual([0, 1, 0]);
  });

  it('reads decimal commas of nodes', () => {
    const table = fileOf('knoten.csv', 'Name;Alter;Einkommen\n1;31;3,99\n2;34;\n4;48;3\n');
    const graph = readFiles([fileOf('kanten.csv', 'Von;Nach\n1;2\n2;4\n'), table]);
    expect(nodeColumn(graph, 'Einkommen')).toEqual([3.99, null, 3]);
    expect(graph.remarks).toEqual([expect.stringContaining("'3,99' is 3.99")]);
  });

  it('says which nodes are listed again', () => {
    const graph = readFiles([edges, fileOf('n.csv', 'id,c\n1,a\n1,b\n2,a\n4,a\n')]);
    expect(nodeColumn(graph, 'c')).toEqual(['b', 'a', 'a']);
    expect(graph.remarks.join()).toContain("listed again ('1')");
  });

  it.each([
    ['two lists of edges', [edges, fileOf('more.csv', 'source,target\n5,6\n')], 'two lists of edges'],
    ['nine files', [edges, ...Array.from({ length: 8 }, () => nodes)], 'got 9 files'],
    [
      'a table of nodes alone',
      [nodes],
      'expected columns for the two ends of an edge, got Id, Label, age, class',
    ],
    ['an empty id', [edges, fileOf('n.csv', 'id,c\n1,a\n,b\n')], 'n.csv, line 3: expected the id of a node'],
  ])('refuses %s', (_, files, message) => {
    expect(() => readFiles(files)).toThrow(message);
  });
});

describe('a bad list of edges', () => {
  it.each([
    ['a row cut off', 'source,target\na,b\nc', 'list.csv, line 3: expected the two ends of an edge, got one'],
    [
      'cells too many',
      'source,target\na,b\nc,d,e\n',
      'list.csv, line 3: expected 2 cells as in line 1, got 3',
    ],
    [
      'an unclosed quotation',
      'source,target\na,b\n"c,d\ne,f\n',
      'list.csv, line 3: expected the quotation mark that is opened here to be closed, got the end of the file',
    ],
    [
      'an unclosed quotation after a cell of two lines',
      'source,target\n"a\nb","c\nd,e\n',
      'list.csv, line 3: expected the quotation mark that is opened here to be closed, got the end of the file',
    ],
    [
      'a quotation that the next one ends',
      'source,target\na,b\n"c,d\n"e,f"\n',
      "list.csv, line 3: expected the quotation mark that is opened here to be closed at the end of its cell, got the next one in line 4, before 'e,f",
    ],
    [
      'text after a quotation',
      'source,target\n"a"x,b\n',
      "list.csv, line 2: expected the next cell after a closing quotation mark, got 'x,b'",
    ],
    ['nothing', '', 'expected rows of cells, got an empty file'],
    ['comments only', '# a\n# b\n', 'expected rows of cells, got an empty file'],
    ['one column', 'source\na\nb\n', 'expected columns for the two ends of an edge'],
  ])('names the line of %s', (_, text, message) => {
    expect(() => readText('list.csv', text)).toThrow(message);
  });

  it.each(['hello this is not a graph at all, sorry', 'Please open the file below', 'one; two; three; four'])(
    'refuses a sentence (%s)',
    (text) => {
      expect(() => readText('pasted text', `\n${text}\n`)).toThrow(
        `pasted text: expected rows of edges, got a sentence: '${text}'. Put an edge on each line`,
      );
    },
  );

  it.each([
    ['a b', ['a>b']],
    ['1 2 0.5', ['1>2']],
    ['ann bob friend', ['ann>bob']],
    ['Ann Lee,Bob van Dyke', ['Ann Lee>Bob van Dyke']],
    ["a b {'kind': 'of an old kind'}", ['a>b']],
    ['Ann Lee the First\tBob', ['Ann Lee the First>Bob']],
    ['a b c d\nb c d e', ['a>b', 'b>c']],
  ])('keeps real lists of one line and longer ones (%s)', (text, edges) => {
    expect(edgesOf(readText('pasted text', text))).toEqual(edges);
  });

  it('says after a quoted cell of several lines which line it is', () => {
    expect(() => readText('list.csv', 'source,target\n"a\nb\nc",d\ne\n')).toThrow('list.csv, line 5:');
  });

  it('pads rows that end early and says so', () => {
    const graph = readText('list.csv', 'source,target,weight\na,b,1\nb,c\nc,d,3,,\n');
    expect(edgeColumn(graph, 'weight')).toEqual([1, null, 3]);
    expect(graph.remarks.join()).toContain('1 row is short of cells');
  });

  it.each(['', '"'])('refuses a cell of 10 MB (%j around it) and names the line', (mark) => {
    const text = `source,target\na,b\n${mark}${'x'.repeat(10_000_000)}${mark},d\n`;
    expect(() => readText('list.csv', text)).toThrow(
      /list\.csv, line 3: expected cells of at most 1,000,000 /,
    );
  });

  it.each([
    ['braces', `a b ${'{'.repeat(150_000)}\nb c\n`, 2],
    ['quotation marks', `source,target\na,"${'""'.repeat(150_000)}"\n`, 1],
    ['blanks', `source,target,type\na,b,${' '.repeat(150_000)}x\nb,c,Directed\n`, 2],
    ['lines', `a b\n${'\n'.repeat(150_000)}`, 1],
  ])('is not held up by a hundred and fifty thousand %s', (_, text, edges) => {
    // A quadratic reader passes the test runner's own limit.
    expect(readText('slow.csv', text).source).toHaveLength(edges);
  });

  it('refuses more nodes or edges than allowed', () => {
    const text = Array.from({ length: 50 }, (_, i) => `${i},${i + 1}`).join('\n');
    expect(() => readText('list.csv', text, { nodes: 20 })).toThrow('expected at most 20 nodes');
    expect(() => readText('list.csv', text, { edges: 20 })).toThrow('expected at most 20 edges');
    expect(() => readText('list.csv', text, { bytes: 20 })).toThrow('list.csv: expected at most');
  });

  it('refuses a binary file by its content', () => {
    const sheet = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0, 8, 0, 33, 0, 1, 2, 3, 44, 10];
    const called = (bytes: readonly number[]) => () =>
      readFiles([{ name: 'sheet.csv', bytes: Uint8Array.from(bytes) }]);
    expect(called(sheet)).toThrow('got an Excel workbook of before 2007 (.xls). Save it as .xlsx or CSV.');
    expect(called(sheet.with(0, 0xd1))).toThrow('sheet.csv: expected text, got binary data');
  });
});

describe('headers in another order', () => {
  it('are followed: the target may stand before the source, and other columns between them', () => {
    const graph = readText('g.csv', 'target,weight,source\nb,2,a\nc,3,b\n');
    expect(edgesOf(graph)).toEqual(['a>b', 'b>c']);
    expect(edgeColumn(graph, 'weight')).toEqual([2, 3]);
    expect(edgesOf(readText('g.csv', 'to,from\nb,a\n'))).toEqual(['a>b']);
  });
});
