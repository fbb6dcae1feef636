import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, nodeColumn, readFiles, readText } from './files';

const readJson = (value: unknown, name = 'graph.json') => readText(name, JSON.stringify(value));

describe("NetworkX's node-link", () => {
  it.each(['links', 'edges'])('reads %s, attributes and the direction', (key) => {
    const graph = readJson({
      directed: true,
      multigraph: false,
      graph: { name: 'club' },
      nodes: [
        { id: 1, club: 'a', age: 30 },
        { id: 'two', club: 'b' },
      ],
      [key]: [{ source: 1, target: 'two', weight: 0.5 }],
    });
    expect(graph).toMatchObject({ name: 'club', directed: true, remarks: [] });
    expect(edgesOf(graph)).toEqual(['1>two']);
    expect(nodeColumn(graph, 'club')).toEqual(['a', 'b']);
    expect(nodeColumn(graph, 'age')).toEqual([30, null]);
    expect(edgeColumn(graph, 'weight')).toEqual([0.5]);
  });

  it('reads the NaN and Infinity that Python writes as missing', () => {
    const graph = readText(
      'g.json',
      '{"directed": false, "nodes": [{"id": "NaN", "v": NaN}, {"id": 2, "v": -Infinity}, {"id": 3, "v": 1, "w": "Infinity \\" NaN"}], "links": []}',
    );
    expect(graph.nodeIds).toEqual(['NaN', '2', '3']);
    expect(nodeColumn(graph, 'v')).toEqual([null, null, 1]);
    expect(nodeColumn(graph, 'w')).toEqual([null, null, 'Infinity " NaN']);
    expect(graph.remarks).toEqual(['2 NaN or Infinity were read as missing values.']);
  });

  it('reads numbers beyond a double as missing', () => {
    const graph = readText('g.json', '{"nodes": [{"id": 1, "v": 1e999}, {"id": 2, "v": 3}], "links": []}');
    expect(nodeColumn(graph, 'v')).toEqual([null, 3]);
    expect(graph.remarks.join()).toContain('1 value is no finite number');
  });

  it('leaves out the keys of parallel edges', () => {
    const link = { source: 'a', target: 'b' };
    const graph = readJson({
      directed: false,
      multigraph: true,
      nodes: [{ id: 'a' }, { id: 'b' }],
      links: [
        { ...link, key: 0 },
        { ...link, key: 1 },
      ],
    });
    expect(edgesOf(graph)).toEqual(['a>b', 'a>b']);
    expect(graph.edgeColumns).toEqual([]);
  });

  it('reads tuples as ids', () => {
    const graph = readJson({
      directed: false,
      nodes: [{ id: [0, 1] }, { id: [1, 1] }],
      links: [{ source: [0, 1], target: [1, 1] }],
    });
    expect(graph.nodeIds).toEqual(['[0,1]', '[1,1]']);
    expect(edgesOf(graph)).toHaveLength(1);
  });

  it('makes one list of numbers per node the features', () => {
    const graph = readJson({
      directed: false,
      nodes: [
        { id: 1, x: [1, 0, 0.5], mask: [1] },
        { id: 2, x: [0, null, 2] },
      ],
      links: [],
    });
    expect(graph.features).toEqual({
      kind: 'dense',
      matrix: { numRows: 2, numCols: 3, values: Float32Array.of(1, 0, 0.5, 0, 0, 2) },
    });
    expect(graph.nodeColumns).toEqual([]);
    expect(graph.remarks.join(' ')).toContain("'x' was read as 3 features");
    expect(graph.remarks.join(' ')).toContain('1 features are no finite numbers');
    expect(graph.remarks.join(' ')).toContain('Lists under mask were left out');
  });

  it('leaves lists of different lengths out', () => {
    const graph = readJson({
      nodes: [
        { id: 1, x: [1] },
        { id: 2, x: [1, 2] },
      ],
      links: [],
    });
    expect(graph.features).toBeNull();
    expect(graph.remarks.join()).toContain('Lists under x were left out');
  });

  it('flattens objects once', () => {
    const graph = readJson({
      nodes: [{ id: 1, a: { b: 2, c: { d: 3 } } }],
      links: [{ source: 1, target: 1, deep: [[1]], of: { n: 5 } }],
    });
    expect(nodeColumn(graph, 'a.b')).toEqual([2]);
    expect(edgeColumn(graph, 'of.n')).toEqual([5]);
    expect(graph.remarks.join()).toContain('were left out: a.c, deep');
  });
});

describe("D3's nodes and links", () => {
  it('reads ends as places in the list', () => {
    const graph = readJson({
      nodes: [{ name: 'Myriel' }, { name: 'Valjean' }, { name: 'Javert' }],
      links: [{ source: 1, target: 0, value: 3 }],
    });
    expect(graph.nodeIds).toEqual(['Myriel', 'Valjean', 'Javert']);
    expect(edgesOf(graph)).toEqual(['Valjean>Myriel']);
    expect(edgeColumn(graph, 'value')).toEqual([3]);
    expect(graph.directed).toBeNull();
  });

  it('reads ends as ids where all of them are', () => {
    expect(edgesOf(readJson({ nodes: [{ id: 1 }, { id: 0 }], links: [{ source: 0, target: 1 }] }))).toEqual([
      '0>1',
    ]);
  });

  it('reads what is left after a simulation, with y upwards', () => {
    const node = (id: string, index: number) => ({
      id,
      index,
      x: index,
      y: 2 * index + 1,
      vx: 0,
      vy: 0,
      group: 1,
    });
    const graph = readJson({
      nodes: [node('a', 0), node('b', 1)],
      links: [{ source: node('b', 1), target: node('a', 0) }],
    });
    expect(edgesOf(graph)).toEqual(['b>a']);
    expect(graph.positions).toEqual(Float32Array.of(0, -1, 1, -3));
    expect(graph.nodeColumns.map(({ name }) => name)).toEqual(['group']);
  });

  it('numbers nodes that have no name', () => {
    const graph = readJson({ nodes: [{}, {}], edges: [{ source: 0, target: 1 }] });
    expect(edgesOf(graph)).toEqual(['0>1']);
    expect(() => readJson({ nodes: [{}, {}], links: [{ source: 0, target: 2 }] })).toThrow(
      "graph.json, links[0]: expected 'target' to be a place from 0 to 1, since nodes have no id, got '2'",
    );
  });

  it('adds nodes that only links name', () => {
    const graph = readJson({ nodes: [{ id: 'a' }], links: [{ source: 'a', target: 'b' }] });
    expect(graph.nodeIds).toEqual(['a', 'b']);
    expect(graph.remarks.join()).toContain("named by edges only ('b')");
    expect(edgesOf(readJson([{ source: 'a', target: 'b' }]))).toEqual(['a>b']);
  });
});

describe('graphology', () => {
  const nodes = [
    { key: 'a', attributes: { label: 'A', x: 1, y: 2 } },
    { key: 'b', attributes: { label: 'B', x: 3, y: 4 } },
  ];
  it('reads attributes, positions and mixed directions', () => {
    const graph = readJson({
      attributes: { name: 'G' },
      options: { type: 'mixed', multi: false, allowSelfLoops: true },
      nodes,
      edges: [
        { key: 'e1', source: 'a', target: 'b', undirected: true, attributes: { weight: 2 } },
        { source: 'b', target: 'b' },
      ],
    });
    expect(graph).toMatchObject({ name: 'G', directed: true, format: 'graphology JSON' });
    expect(edgesOf(graph)).toEqual(['a>b', 'b>b', 'b>a']);
    expect(edgeColumn(graph, 'weight')).toEqual([2, null, 2]);
    expect(nodeColumn(graph, 'label')).toEqual(['A', 'B']);
    expect(graph.positions).toEqual(Float32Array.of(1, 2, 3, 4));
  });

  it.each([
    ['directed', true],
    ['undirected', false],
  ])('reads the type %s', (type, directed) => {
    expect(readJson({ options: { type }, nodes, edges: [{ source: 'a', target: 'b' }] }).directed).toBe(
      directed,
    );
  });
});

describe('Cytoscape', () => {
  const nodes = [
    { data: { id: 'a', score: 1, SUID: 5 }, position: { x: 1, y: 2 }, selected: false },
    { data: { id: 'b', score: 2 }, position: { x: 0, y: -3 } },
  ];
  const edges = [{ data: { id: 'e', source: 'a', target: 'b', interaction: 'pp' } }];
  it.each([
    ['groups', { data: { name: 'net' }, elements: { nodes, edges } }],
    ['a list', { data: { name: 'net' }, elements: [...nodes, ...edges] }],
    [
      'a list with groups',
      {
        data: { name: 'net' },
        elements: [
          ...edges.map((e) => ({ group: 'edges', ...e })),
          ...nodes.map((n) => ({ group: 'nodes', ...n })),
        ],
      },
    ],
  ])('reads elements in %s', (_, value) => {
    const graph = readJson(value, 'net.cyjs');
    expect(graph).toMatchObject({ name: 'net', directed: null, format: 'Cytoscape JSON' });
    expect(edgesOf(graph)).toEqual(['a>b']);
    expect(nodeColumn(graph, 'score')).toEqual([1, 2]);
    expect(graph.nodeColumns).toHaveLength(1);
    expect(edgeColumn(graph, 'interaction')).toEqual(['pp']);
    expect(graph.positions).toEqual(Float32Array.of(1, -2, 0, 3));
  });

  it('reads a bare list of elements', () => {
    expect(edgesOf(readJson([...nodes, ...edges]))).toEqual(['a>b']);
  });
});

describe('hostile and broken JSON', () => {
  it('refuses brackets a hundred thousand deep before it parses them', () => {
    expect(() => readText('d.json', `{"nodes":\n${'['.repeat(100_000)}`)).toThrow(
      'd.json, line 2: expected at most 64 brackets inside each other, got more',
    );
  });

  it('does not count brackets in strings', () => {
    const id = '[{"'.repeat(100);
    expect(readJson({ nodes: [{ id }], links: [] }).nodeIds).toEqual([id]);
  });

  it('takes __proto__, constructor and hasOwnProperty for names', () => {
    const graph = readText(
      'p.json',
      '{"__proto__": {"polluted": 1}, "nodes": [{"id": "__proto__", "__proto__": {"polluted": 2}, "constructor": "c", "hasOwnProperty": 1}, {"id": "constructor"}], "links": [{"source": "__proto__", "target": "constructor", "__proto__": 7}]}',
    );
    expect(edgesOf(graph)).toEqual(['__proto__>constructor']);
    expect(nodeColumn(graph, '__proto__.polluted')).toEqual([2, null]);
    expect(nodeColumn(graph, 'constructor')).toEqual(['c', null]);
    expect(edgeColumn(graph, '__proto__')).toEqual([7]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('keeps markup as plain text', () => {
    const label = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    expect(nodeColumn(readJson({ nodes: [{ id: 1, label }], links: [] }), 'label')).toEqual([label]);
  });

  it('keeps negative and huge ids as names', () => {
    const graph = readText(
      'h.json',
      '{"nodes":[{"id":-5},{"id":"99999999999999999999"}],"links":[{"source":-5,"target":"99999999999999999999"}]}',
    );
    expect(edgesOf(graph)).toEqual(['-5>99999999999999999999']);
  });

  it('refuses a cell of 10 MB and says where', () => {
    const long = 'x'.repeat(10_000_000);
    expect(() => readJson({ nodes: [{ id: 1 }, { id: 2, label: long }], links: [] })).toThrow(
      'graph.json, nodes[1]: expected cells of at most 1,000,000 characters, got 10,000,000',
    );
    expect(() => readJson({ nodes: [{ id: long }], links: [] })).toThrow(
      'graph.json, nodes[0]: expected cells',
    );
  });

  it('refuses a million columns', () => {
    const nodes = Array.from({ length: 30_000 }, (_, id) => ({ id, [`a${id}`]: 1 }));
    expect(() => readJson({ nodes, links: [] })).toThrow(/expected at most [\d,]+ columns for [\d,]+ rows/);
  });

  it.each([
    ['cut off in a string', '{"nodes": [\n{"id": "a', 'bad.json, line 2: expected a closing quotation mark'],
    [
      'cut off between',
      '{"nodes": [\n{"id": "a"},\n',
      "bad.json, line 3: expected ']' for the bracket opened in line 1, got the end of the file",
    ],
    ['wrong brackets', '{"nodes": [\n{"id": 1]}', "bad.json, line 2: expected '}', got ']'"],
    ['closed twice', '{"nodes": []}}', "bad.json, line 1: expected the end of the file, got '}'"],
    ['no value', '{"nodes": [\n\n{"id": }]}', "bad.json, line 3: expected a value, got '}]}'"],
    ['a comma too many', '{"nodes": [1,\n]}', "line 2: expected a value, got ']}'"],
    ['a key without marks', '{nodes: []}', "line 1: expected a key or '}', got 'nodes: []}'"],
    ['no colon', '{"nodes" []}', "line 1: expected ':', got '[]}'"],
    ['a bad number', '{"nodes": [01]}', "line 1: expected ',' or a closing bracket, got '1]}'"],
    ['two values', '[] []', "line 1: expected the end, got '[]'"],
    ['a bad escape', '{"nodes": ["\\x"]}', 'line 1: expected a value or'],
    ['a line end in a string', '{"nodes": ["a\nb"]}', 'line 1: expected a value or'],
    ['empty', '', 'bad.json, line 1: expected a value, got the end of the file'],
    ['a word', 'null', 'expected a graph with'],
    ['another object', '{"a": 1, "b": 2}', 'got an object with a, b'],
    [
      'a node that is none',
      '{"nodes": [null], "links": []}',
      "bad.json, nodes[0]: expected an object, got 'null'",
    ],
    ['a link that is none', '{"nodes": [], "links": [7]}', "bad.json, links[0]: expected an object, got '7'"],
    [
      'no source',
      '{"nodes": [{"id": 1}], "links": [{"target": 1}]}',
      "expected 'source' to be a text or a number",
    ],
    [
      'an object as an id',
      '{"elements": {"nodes": [{"data": {"id": {}}}]}}',
      "elements.nodes[0]: expected 'id' to be",
    ],
    ['Cytoscape without data', '{"elements": [{}]}', 'bad.json, elements[0]: expected an object'],
  ])('names the place: %s', (_, text, message) => {
    expect(() => readText('bad.json', text)).toThrow(message);
  });

  it('refuses more text than a tab can hold as objects', () => {
    const bytes = new Uint8Array(101 * 2 ** 20);
    expect(() => readFiles([{ name: 'big.json', bytes }])).toThrow(
      'big.json: expected at most 100 MB, got 101 MB',
    );
  });

  it('refuses a file cut off anywhere', () => {
    const text =
      '{"directed": false,\n "nodes": [{"id": "a", "v": NaN}], "links": [{"source": "a", "target": "a"}]}';
    for (let length = 0; length < text.length; length++) {
      expect(() => readText('cut.json', text.slice(0, length)), `${length}`).toThrow(
        /^cut\.json, line [12]: expected/,
      );
    }
  });

  it('refuses more nodes or edges than allowed', () => {
    const value = {
      nodes: [{ id: 1 }, { id: 2 }, { id: 3 }],
      links: [
        { source: 1, target: 2 },
        { source: 2, target: 3 },
      ],
    };
    expect(() => readText('g.json', JSON.stringify(value), { nodes: 2 })).toThrow('expected at most 2 nodes');
    expect(() => readText('g.json', JSON.stringify(value), { edges: 1 })).toThrow('expected at most 1 edges');
  });
});

describe('shapes that people write by hand', () => {
  it("Cytoscape's elements at the root", () => {
    const graph = readText(
      'g.json',
      '{"nodes":[{"data":{"id":"a","n":1},"position":{"x":1,"y":2}},{"data":{"id":"b"},"position":{"x":3,"y":4}}],"edges":[{"data":{"source":"a","target":"b"}}]}',
    );
    expect(graph).toMatchObject({ format: 'Cytoscape JSON', nodeIds: ['a', 'b'], remarks: [] });
    expect(edgesOf(graph)).toEqual(['a>b']);
    expect([...(graph.positions ?? [])]).toEqual([1, -2, 3, -4]);
  });

  it('links as pairs, with a weight where there is a third', () => {
    const graph = readText('g.json', '{"nodes":["a","b"],"edges":[["a","b",2.5],["b","a"]]}');
    expect(edgesOf(graph)).toEqual(['a>b', 'b>a']);
    expect(edgeColumn(graph, 'weight')).toEqual([2.5, null]);
  });

  it('an object of neighbours', () => {
    expect(edgesOf(readText('g.json', '{"a":["b","c"],"b":["c"],"c":[]}'))).toEqual(['a>b', 'a>c', 'b>c']);
    const weighted = readText('g.json', '{"a":{"b":{"weight":2}},"b":{}}');
    expect(edgesOf(weighted)).toEqual(['a>b']);
    expect(edgeColumn(weighted, 'weight')).toEqual([2]);
  });

  it('a multigraph of NetworkX keeps every one of its edges', () => {
    const graph = readText(
      'g.json',
      '{"directed":false,"multigraph":true,"graph":{"name":"m"},"nodes":[{"id":0},{"id":1}],"adjacency":[[{"id":1,"key":0},{"id":1,"key":1},{"id":0,"key":0}],[{"id":0,"key":0},{"id":0,"key":1}]]}',
    );
    expect(graph.name).toBe('m');
    expect(edgesOf(graph)).toEqual(['0>1', '0>1', '0>0']);
  });

  it('does not take hyperedges for edges', () => {
    expect(() => readText('g.json', '{"graph":{"nodes":{"a":{}},"hyperedges":[{"nodes":["a"]}]}}')).toThrow(
      'g.json: expected edges of two ends, got hyperedges',
    );
  });
});
