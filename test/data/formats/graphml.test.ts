import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, nodeColumn, readText } from './files';

const graphml = (inside: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${head}<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">\n${inside}\n</graphml>`;

const key = (id: string, of: string, name: string, type: string, inside = ''): string =>
  `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}">${inside}</key>`;

const NETWORKX = graphml(`
${key('d2', 'edge', 'weight', 'double')}
${key('d1', 'node', 'age', 'long')}
${key('d0', 'node', 'club', 'string', '<default>none</default>')}
${key('d3', 'graph', 'name', 'string')}
<graph edgedefault="undirected"><data key="d3">Zoo &lt;b&gt;</data>
  <node id="0"><data key="d0">red</data><data key="d1">31</data></node>
  <node id="1"/>
  <edge source="0" target="1"><data key="d2">0.5</data></edge>
  <edge source="1" target="1"/>
</graph>`);

describe('GraphML', () => {
  it('reads keys, types, defaults and the name of the graph', () => {
    const graph = readText('zoo.graphml', NETWORKX);
    expect(graph).toMatchObject({ format: 'GraphML', name: 'Zoo <b>', directed: false, remarks: [] });
    expect(edgesOf(graph)).toEqual(['0>1', '1>1']);
    expect(nodeColumn(graph, 'club')).toEqual(['red', 'none']);
    expect(nodeColumn(graph, 'age')).toEqual([31, null]);
    expect(edgeColumn(graph, 'weight')).toEqual([0.5, null]);
  });

  it('is told by how it begins, whatever it is called', () => {
    expect(readText('zoo.xml', NETWORKX).format).toBe('GraphML');
  });

  it('reads keys for all, and data without a key declared', () => {
    const graph = readText(
      'a.graphml',
      graphml(
        `${key('k', 'all', 'note', 'string')}<graph edgedefault="directed"><node id="a"><data key="k">x</data><data key="free">7</data></node><edge source="a" target="a"><data key="k">y</data></edge></graph>`,
      ),
    );
    expect(graph.directed).toBe(true);
    expect(nodeColumn(graph, 'note')).toEqual(['x']);
    expect(nodeColumn(graph, 'free')).toEqual(['7']);
    expect(edgeColumn(graph, 'note')).toEqual(['y']);
  });

  it('reads directed edges of an undirected graph', () => {
    const graph = readText(
      'm.graphml',
      graphml(
        '<graph edgedefault="undirected"><node id="a"/><node id="b"/><edge source="a" target="b" directed="true"/><edge source="b" target="a"/></graph>',
      ),
    );
    expect(graph.directed).toBe(true);
    expect(edgesOf(graph)).toEqual(['a>b', 'b>a', 'a>b']);
  });

  it('reads positions from Gephi and leaves out how it drew the nodes', () => {
    const names = ['r', 'g', 'b', 'size', 'x', 'y'];
    const node = (id: string, x: number): string =>
      `<node id="${id}"><data key="label">L${id}</data>${names.map((name) => `<data key="${name}">${x}</data>`).join('')}<data key="degree">2</data></node>`;
    const graph = readText(
      'g.graphml',
      graphml(
        `${key('label', 'node', 'label', 'string')}${names.map((name) => key(name, 'node', name, 'float')).join('')}${key('degree', 'node', 'degree', 'int')}<graph edgedefault="directed">${node('1', 3)}${node('2', 5)}</graph>`,
      ),
    );
    expect(graph.positions).toEqual(Float32Array.of(3, 3, 5, 5));
    expect(graph.nodeColumns.map(({ name }) => name)).toEqual(['label', 'degree']);
    expect(graph.remarks.join()).toContain('How Gephi drew');
  });

  it('reads the labels of yEd, opens its groups and leaves its drawings out', () => {
    const drawn = (label: string): string =>
      `<data key="d6"><y:ShapeNode><y:Geometry height="30" x="1" y="2"/><y:Fill color="#FF"/><y:NodeLabel fontSize="12">${label}<y:LabelModel><y:Smart/></y:LabelModel></y:NodeLabel></y:ShapeNode></data>`;
    const graph = readText(
      'y.graphml',
      graphml(
        `<key for="port" id="d0" yfiles.type="portgraphics"/><key attr.name="url" attr.type="string" for="node" id="d4"/><key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G"><data key="d7"/><node id="n0"><data key="d4"/>${drawn('First')}</node>
<node id="n1" yfiles.foldertype="group">${drawn('Group')}<graph edgedefault="directed" id="n1:"><node id="n1::n0">${drawn('Inner')}</node></graph></node>
<edge id="e0" source="n0" target="n1::n0"><data key="d9"><y:PolyLineEdge><y:EdgeLabel>tie</y:EdgeLabel></y:PolyLineEdge></data></edge></graph><data key="d7"><y:Resources/></data>`,
      ),
    );
    expect(graph.nodeIds).toEqual(['n0', 'n1', 'n1::n0']);
    expect(nodeColumn(graph, 'label')).toEqual(['First', 'Group', 'Inner']);
    expect(edgesOf(graph)).toEqual(['n0>n1::n0']);
    expect(graph.nodeColumns).toHaveLength(1);
    expect(graph.edgeColumns).toHaveLength(0);
    expect(graph.remarks.join(' ')).toContain('Drawings of yEd');
    expect(graph.remarks.join(' ')).toContain('Groups of nodes were opened');
  });

  it('reads the first of several graphs and says so', () => {
    const graph = readText(
      's.graphml',
      graphml(
        '<graph edgedefault="directed"><node id="a"/></graph><graph edgedefault="undirected"><node id="b"/></graph>',
      ),
    );
    expect(graph.nodeIds).toEqual(['a']);
    expect(graph.directed).toBe(true);
    expect(graph.remarks).toEqual(['The file has several graphs; the first was read.']);
  });

  it('leaves hyperedges and ports out', () => {
    const graph = readText(
      'h.graphml',
      graphml(
        '<graph edgedefault="directed"><node id="a"><port name="p"><data key="z">1</data></port></node><node id="b"/><hyperedge><endpoint node="a"/><data key="q">2</data></hyperedge><edge source="a" target="b" sourceport="p"/></graph>',
      ),
    );
    expect(edgesOf(graph)).toEqual(['a>b']);
    expect(graph.remarks.join()).toContain('Hyperedges were left out');
    expect(nodeColumn(graph, 'q')).toBeUndefined();
  });

  it('reads NaN and Infinity as missing', () => {
    const node = (value: string, i: number): string => `<node id="${i}"><data key="v">${value}</data></node>`;
    const graph = readText(
      'n.graphml',
      graphml(
        `${key('v', 'node', 'v', 'double')}<graph>${['NaN', 'inf', '-Infinity', '1e999', ' 4 '].map(node).join('')}</graph>`,
      ),
    );
    expect(nodeColumn(graph, 'v')).toEqual([null, null, null, null, 4]);
    expect(graph.remarks.join()).toContain('4 values are no finite numbers');
  });

  it('keeps markup and __proto__ as plain text, also in CDATA', () => {
    const graph = readText(
      'x.graphml',
      graphml(
        `${key('__proto__', 'node', 'constructor', 'string')}<graph><node id="__proto__"><data key="__proto__"><![CDATA[<script>alert(1)</script>]]> &amp; more</data></node></graph>`,
      ),
    );
    expect(graph.nodeIds).toEqual(['__proto__']);
    expect(nodeColumn(graph, 'constructor')).toEqual(['<script>alert(1)</script> & more']);
  });
});

describe('hostile and broken GraphML', () => {
  it.each([
    [
      'entities',
      graphml('<graph/>', '<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
      /bad\.graphml, line 2: expected a graph, got declarations of entities/,
    ],
    [
      'elements too deep',
      graphml(`<graph><node id="a"><data key="k">${'<y:a>'.repeat(1000)}`),
      'expected at most 64 elements inside each other',
    ],
    [
      'data without a key',
      graphml('<graph>\n<node id="a"><data>1</data></node></graph>'),
      "line 4: expected <data> with the attribute 'key'",
    ],
    ['another kind of XML', '<svg/>', 'expected <graphml> with a <graph> in it, got neither'],
    [
      'a text of 10 MB',
      graphml(`<graph><node id="a"><data key="k">${'x'.repeat(10_000_000)}</data></node></graph>`),
      'bad.graphml, line 3: expected cells of at most 1,000,000 characters',
    ],
    [
      'a label of 10 MB inside a drawing',
      graphml(
        `<graph><node id="a"><data key="k"><NodeLabel>${'x'.repeat(10_000_000)}</NodeLabel></data></node></graph>`,
      ),
      'expected cells of at most 1,000,000 characters',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => readText('bad.graphml', text)).toThrow(message);
  });

  it('refuses a file cut off anywhere', () => {
    for (let length = 1; length < NETWORKX.length; length++) {
      expect(() => readText('cut.graphml', NETWORKX.slice(0, length)), `${length}`).toThrow(
        /^cut\.graphml.*: expected/,
      );
    }
  });

  it('refuses more nodes or edges than allowed', () => {
    expect(() => readText('g.graphml', NETWORKX, { nodes: 1 })).toThrow('expected at most 1 nodes');
    expect(() => readText('g.graphml', NETWORKX, { edges: 1 })).toThrow('expected at most 1 edges');
  });
});
