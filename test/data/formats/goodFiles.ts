/** Good files of every format, by the reader's id: what the fuzz test spoils. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import type { ImportFile } from '../../../src/data/formats/rawGraph';
import { fileOf } from './files';
import { planetoidSample, sampleFile } from './sampleFiles';

/** A set of files that is dropped together. */
export type Drop = readonly ImportFile[];

const lines = (...rows: string[]): string => rows.join('\n');

const TU: Readonly<Record<string, string>> = {
  'DS_A.txt': '1, 2\n2, 1\n4,5\n',
  'DS_graph_indicator.txt': '1\n1\n2\n2\n2\n',
  'DS_graph_labels.txt': '-1\n1\n',
  'DS_node_labels.txt': '0\n3\n0\n0\n3\n',
  'DS_node_attributes.txt': '1, 0.5\n2, 0\n3, 0\n4, 0\n5, -1e-1\n',
  'DS_edge_labels.txt': '7\n7\n8\n',
};
const tuFiles: Drop = Object.entries(TU).map(([name, text]) => fileOf(name, text));
const tuZip: Drop = [
  { name: 'DS.zip', bytes: zipSync(Object.fromEntries(tuFiles.map(({ name, bytes }) => [name, bytes]))) },
];

const GEXF = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><description>Two &amp; more</description></meta>
  <graph defaultedgetype="undirected">
    <attributes class="node"><attribute id="0" title="topic" type="string"><default>none</default></attribute>
      <attribute id="1" title="year" type="integer"/></attributes>
    <attributes class="edge"><attribute id="0" title="kind" type="string"/></attributes>
    <nodes>
      <node id="a" label="Ann"><attvalues><attvalue for="0" value="x"/><attvalue for="1" value="1999"/></attvalues>
        <viz:position x="1.5" y="-2" z="0"/><viz:color r="1" g="2" b="3"/></node>
      <node id="b" label="Bob"><viz:position x="0" y="3"/></node>
      <node id="c"><viz:position x="4" y="4"/></node>
    </nodes>
    <edges><edge id="0" source="a" target="b" weight="2.5"><attvalues><attvalue for="0" value="k"/></attvalues></edge>
      <edge id="1" source="b" target="c" type="directed"/></edges>
  </graph>
</gexf>`;

const GRAPHML = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="colour" attr.type="string"><default>yellow</default></key>
  <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d2" for="node" attr.name="x" attr.type="double"/><key id="d3" for="node" attr.name="y" attr.type="double"/>
  <graph id="G" edgedefault="directed">
    <node id="n0"><data key="d0">green</data><data key="d2">1</data><data key="d3">2.5</data></node>
    <node id="n1"/><node id="n2"><data key="d0">blue</data></node>
    <edge id="e0" source="n0" target="n2"><data key="d1">1.0</data></edge>
    <edge source="n0" target="n1" directed="false"><data key="d1">-2e1</data></edge>
  </graph>
</graphml>`;

const NODE_LINK = JSON.stringify({
  directed: false,
  multigraph: false,
  graph: { name: 'g' },
  nodes: [{ id: 0, club: 'Hi', x: 1.5, y: 2 }, { id: 'b', club: 'Officer', tags: ['p', 'q'] }, { id: 2 }],
  links: [
    { source: 0, target: 'b', weight: 4 },
    { source: 'b', target: 2, weight: 0.5 },
  ],
});
const GRAPHOLOGY = JSON.stringify({
  attributes: { name: 'g' },
  options: { type: 'mixed', multi: false },
  nodes: [{ key: 'a', attributes: { x: 0, y: 1, label: 'A' } }, { key: 'b' }],
  edges: [{ key: 'e', source: 'a', target: 'b', attributes: { weight: 2 }, undirected: true }],
});
const CYTOSCAPE = JSON.stringify({
  elements: {
    nodes: [{ data: { id: 'a', name: 'A' }, position: { x: 1, y: 2 } }, { data: { id: 'b' } }],
    edges: [{ data: { id: 'ab', source: 'a', target: 'b', weight: 3 } }],
  },
});

const NX_ADJACENCY = JSON.stringify({
  directed: false,
  multigraph: false,
  graph: [['name', 'g']],
  nodes: [{ id: 0, club: 'Hi' }, { id: 1 }, { id: 2 }],
  adjacency: [[{ id: 1, weight: 2 }], [{ id: 0, weight: 2 }, { id: 2 }], [{ id: 1 }]],
});
const JGF = JSON.stringify({
  graph: {
    label: 'g',
    nodes: { a: { label: 'A', metadata: { role: 'x', age: 3 } }, b: { label: 'B' }, c: {} },
    edges: [
      { source: 'a', target: 'b', relation: 'knows', metadata: { since: 2001 } },
      { source: 'b', target: 'c' },
    ],
  },
});
const BY_HAND = JSON.stringify({ nodes: { a: { g: 1 }, b: { g: 2 } }, edges: [['a', 'b', 2.5]] });
const VIS = JSON.stringify({ nodes: [{ id: 1, label: 'A' }, { id: 2 }], edges: [{ from: 1, to: 2 }] });
const NEIGHBOURS = JSON.stringify({ a: { b: { weight: 2 }, c: {} }, b: { a: { weight: 2 } }, c: ['a'] });
const ELEMENTS = JSON.stringify({
  nodes: [{ data: { id: 'a' } }, { data: { id: 'b' } }],
  edges: [{ data: { source: 'a', target: 'b' } }],
});

const GML = `Creator "Mark Newman on Sat Jul 22 05:32:16 2006"
graph
[
  # two books and a pamphlet
  directed 0
  node [ id 0 label "&quot;1000 Years&quot;" value "n" graphics [ x 1.5 y -2 w 3 fill "#FF0000" ] x 1 x 2 ]
  node [ id 1 label "B" value "c" graphics [ x 0 y 4 ] x 3 x 4 ]
  node [ id 2 graphics [ x 9 y 9 ] x 5 x 6 ]
  edge [ source 0 target 1 weight 2.5 ]
  edge [ source 1 target 2 ]
]`;
const PAJEK = lines(
  '% a comment',
  '*Network small world',
  '*Vertices 4 2',
  '1 "Ann B." 0.1 0.2 0.5 ellipse ic Red',
  '2 "Bob" 0.3 0.4 0.5',
  '3 c 0.5 0.5',
  '4 "d" .9 1e-1',
  '*Arcs :1 "likes"',
  '1 2 3 c Blue',
  '2 1 1.5',
  '*Edges',
  '3 4 l "both"',
  '*Arcslist',
  '4 1 2 3',
);
const PROJECT = lines(
  '*Network n',
  '*Vertices 3',
  '*Matrix',
  '0 1 0',
  '0 0 2.5',
  '1 0 0',
  '*Partition p',
  '*Vertices 3',
  '1',
  '2',
  '1',
);
const GDF = lines(
  'nodedef>name VARCHAR,label VARCHAR,year INTEGER,x DOUBLE,y DOUBLE,color VARCHAR',
  "a,'Ann, A',1999,1,2,'1,2,3'",
  'b,"Bob\'s",2001,3,4,',
  'c,007,,5,6,',
  'edgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE,directed BOOLEAN',
  'a,b,1.5,true',
  'b,c,2,true',
);
const PERSONS = lines('personId:ID(P),name,born:int,:LABEL', '1,Adam,1980,Person', '2,"Eve, E",,Person;Boss');
const FILMS = lines('id:ID(F)\ttitle:string\tx:IGNORE', '1\t007\tz');
const SAW = lines(':START_ID(P),:END_ID(F),:TYPE,weight:float', '1,1,SAW,2.5', '2,1,MADE,');

const EDGES = lines('source,target,weight', 'a,b,1.5', 'b,"c, d",2', '"c, d",a,0');
const NODES = lines('id,label,size,text', 'a,x,1,one two', 'b,y,2,"three ""four"""', '"c, d",x,,five');

const matrix = (kind: string, sizes: string, entry: (k: number) => string): string =>
  lines(
    `%%MatrixMarket matrix ${kind}`,
    '% A comment that says where the matrix is from, as such files have it,',
    '% and another one.',
    sizes,
    ...Array.from({ length: sizes === '5 5' ? 25 : 24 }, (_, k) => entry(k)),
  );

export const GOOD_FILES: Readonly<Record<string, readonly Drop[]>> = {
  gexf: [[fileOf('g.gexf', GEXF)]],
  graphml: [[fileOf('g.graphml', GRAPHML)]],
  gml: [[fileOf('g.gml', GML)], [fileOf('g.gml', GML.replaceAll('\n', '\r\n'))]],
  pajek: [
    [fileOf('g.net', PAJEK)],
    [fileOf('g.paj', PROJECT.replaceAll('\n', '\r\n'))],
    [fileOf('g.net', PAJEK), fileOf('g.clu', '*Vertices 4\n1\n1\n2\n2\n'), fileOf('g.vec', '1\n2.5\n3\n4\n')],
  ],
  gdf: [[fileOf('g.gdf', GDF)]],
  neo4j: [
    [fileOf('persons.csv', PERSONS), fileOf('films.tsv', FILMS), fileOf('saw.csv', SAW)],
    [fileOf('saw.csv', ':START_ID,:END_ID\n1,2\n2,3\n')],
  ],
  json: [NODE_LINK, GRAPHOLOGY, CYTOSCAPE, NX_ADJACENCY, JGF, BY_HAND, VIS, NEIGHBOURS, ELEMENTS].map(
    (text) => [fileOf('g.json', text)],
  ),
  edgeList: [
    [fileOf('edges.csv', EDGES)],
    [fileOf('edges.csv', EDGES), fileOf('nodes.csv', NODES)],
    [fileOf('kanten.csv', 'Von;Nach;Gewicht\r\na;b;1,5\r\nb;c;-2,25e1\r\nc;a;1\r\n')],
    [fileOf('g.tsv', 'a\tb\n# comment\nb\tc\n')],
    [fileOf('g.edgelist', "1 2 {'weight': 3}\n2 3 {}\n")],
    [fileOf('matrix.csv', ';A;B;C\nA;0;1,5;0\nB;1,5;;2\nC;0;2;0\n')],
    [
      fileOf('matrix.txt', '0 1 0 2\r\n1 0 0 0\r\n0 0 0 1e0\r\n2 0 1 0\r\n'),
      fileOf('labels.csv', 'label\nx\ny\nx\ny\n'),
    ],
    [fileOf('a.adjlist', '# of neighbours\na b c d\nb c\nd\ne a\n')],
    [fileOf('net.sif', 'a pp b c\nb pd c\nd\n')],
    [fileOf('triples.txt', 'a\tknows\tb\nb\t"likes"\tc\nc\tknows\ta\n')],
    [fileOf('list.csv', 'sep=;\nA title;;\n\nPerson;Friend;;\nAnn;Bob;;\n;;;\nBob;Cem;;\nCem;Ann;;\n')],
    [
      fileOf('edge.csv', '0,1\n1,2\n2,0\n'),
      fileOf('node-feat.csv', '0.5,1\n2,1\n-1,0\n'),
      fileOf('node-label.csv', '0\n1\n0\n'),
    ],
    [
      fileOf('edges.csv', '# source, target, weight\n0, 1, 3\n1, 2, 5\n'),
      fileOf(
        'nodes.csv',
        '# index, name, _pos\n0, A, "array([1.0, 2.0])"\n1, B, "array([2, 0.5])"\n2, C, "array([0, 0])"\n',
      ),
    ],
  ],
  matrixMarket: [
    [
      fileOf(
        'g.mtx',
        matrix(
          'coordinate real general',
          '12 12 24',
          (k) => `${(k % 12) + 1} ${((k * 5) % 12) + 1} ${k / 4}`,
        ),
      ),
    ],
    [
      fileOf(
        'g.mtx',
        matrix('coordinate pattern symmetric', '24 24 24', (k) => `${k + 1} ${(k >> 1) + 1}`),
      ),
    ],
    [
      fileOf(
        'g.mtx',
        matrix('array integer general', '5 5', (k) => String(k % 3)),
      ),
    ],
  ],
  planetoid: [planetoidSample('protocol2'), planetoidSample('protocol5')],
  tudataset: [tuFiles, tuZip],
  npz: ['benchmark', 'plain', 'heterophilous', 'scipy-csr', 'scipy-coo'].map((name) => [
    sampleFile(`${name}.npz`),
  ]),
};

/** Good files in others that have to be opened first. */
export const PACKED_FILES: readonly Drop[] = [
  [{ name: 'edges.csv.gz', bytes: gzipSync(strToU8(EDGES)) }],
  [{ name: 'g.zip', bytes: zipSync({ 'a/edges.csv': strToU8(EDGES), 'a/nodes.csv': strToU8(NODES) }) }],
  [{ name: 'g.zip', bytes: zipSync({ 'g.gml.gz': gzipSync(strToU8(GML)), 'readme.md': strToU8('x') }) }],
  [sampleFile('friends.xlsx')],
];
