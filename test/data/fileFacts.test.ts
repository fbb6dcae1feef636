/** What a file says beyond what models see goes along: through links and edits, into tables and into files that go out. */
import { csvParse, tsvParseRows } from 'd3-dsv';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunFacts } from '../../src/data/export/facts';
import type { FileId } from '../../src/data/export/kinds';
import { writeFile } from '../../src/data/export/write';
import { packGraph } from '../../src/data/formats/packed/packGraph';
import { unpackGraph } from '../../src/data/formats/packed/unpackGraph';
import { IMPORT_LIMITS } from '../../src/data/formats/rawGraph';
import { readerFor } from '../../src/data/formats/readers';
import { applyEdits } from '../../src/data/graph/applyEdits';
import type { Cell, GraphData } from '../../src/data/graph/graphData';
import { buildGraph } from '../../src/data/import/buildGraph';
import { previewOf } from '../../src/data/import/preview';
import { defaultRun } from '../../src/data/run/defaults';
import { NO_EDITS } from '../../src/data/run/edits';
import { columnsOf, rawGraph } from './import/raw';

const files = ['ids-edges.csv', 'ids-nodes.csv'].map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`import/cases/${name}`, import.meta.url))),
}));
const raw = readerFor(files).read(files, IMPORT_LIMITS);
const team: GraphData = buildGraph(raw, { ...previewOf(raw, files).suggested, names: 'Label' }, () => {});

const facts = (graph: GraphData): RunFacts => ({
  graph,
  positions: Float32Array.from({ length: 2 * graph.numNodes }, (_, i) => i),
  palette: ['#0072b2'],
  colourOf: new Uint16Array(graph.numNodes),
  pairs: null,
  predictions: new Int32Array(graph.numNodes),
  probabilities: new Float32Array(graph.labelling.classNames.length * graph.numNodes).fill(0.5),
  projection: { positions: new Float32Array(2 * graph.numNodes), kept: null },
  layer: 'h1',
  embedding: {
    kind: 'dense',
    matrix: { numRows: graph.numNodes, numCols: 1, values: new Float32Array(graph.numNodes) },
  },
  run: defaultRun({ id: 'karate', labelling: null }, 7),
  epoch: 1,
  backend: 'wasm',
  records: [],
});
const textOf = (kind: FileId, graph = team) => new TextDecoder().decode(writeFile(kind, facts(graph)));
const readBack = (kind: 'graph.gexf' | 'graph.graphml', graph = team) => {
  const file = { name: kind, bytes: writeFile(kind, facts(graph)) };
  return readerFor([file]).read([file], IMPORT_LIMITS);
};

describe("the file's own ids", () => {
  it.each(['predictions.csv', 'embedding.csv', 'projection.csv'] as const)('are in %s', (kind) => {
    const rows = csvParse(textOf(kind));
    expect(rows.map(({ id }) => id)).toEqual(raw.nodeIds);
    // Two people of one name are told apart by nothing else.
    expect(rows.filter(({ name }) => name === 'Smith').map(({ id }) => id)).toEqual(['u3', 'u4']);
  });

  it.each(['graph.gexf', 'graph.graphml'] as const)('are the ids in %s', (kind) => {
    expect(readBack(kind).nodeIds).toEqual(raw.nodeIds);
  });

  it('stay distinct beside an added node of the same name', () => {
    const ids = team.file!.nodeIds.with(0, 'new 24');
    const edited = applyEdits(
      { ...team, file: { ...team.file!, nodeIds: ids } },
      { ...NO_EDITS, addedNodes: [{ x: 0, y: 0 }] },
    );
    const back = readBack('graph.gexf', edited).nodeIds;
    expect(back).toHaveLength(25);
    expect(new Set(back).size).toBe(25);
  });
});

describe("the file's own columns", () => {
  it.each(['predictions.csv', 'embedding.csv', 'projection.csv'] as const)(
    'of nodes are in %s, behind what the node is called by',
    (kind) => {
      const rows = csvParse(textOf(kind));
      const own = raw.nodeColumns.map(({ name }) => name);
      expect(own).toContain('team');
      expect(rows.columns.slice(0, 3 + own.length)).toEqual(['node', 'id', 'name', ...own]);
      for (const { name, values } of raw.nodeColumns)
        expect(rows.map((row) => row[name])).toEqual(values.map((value) => String(value ?? '')));
    },
  );

  it('are in the JSON of predictions and the metadata of the Embedding Projector', () => {
    const teams = raw.nodeColumns.find(({ name }) => name === 'team')!.values;
    const { nodes } = JSON.parse(textOf('predictions.json'));
    expect(nodes.map(({ team: each }: { team: string }) => each)).toEqual(teams);
    const zipped = unzipSync(writeFile('embedding.zip', facts(team)));
    const [head, ...rows] = tsvParseRows(strFromU8(zipped['metadata.tsv']!));
    expect(rows.map((row) => row[head!.indexOf('team')])).toEqual(teams);
  });

  it.each(['graph.gexf', 'graph.graphml'] as const)('of nodes and edges are in %s', (kind) => {
    const back = readBack(kind);
    const nodes = (name: string) => back.nodeColumns.find((column) => column.name === name)?.values;
    expect(nodes('team')).toEqual(raw.nodeColumns.find(({ name }) => name === 'team')?.values);
    const kinds = back.edgeColumns.find(({ name }) => name.toLowerCase() === 'kind')?.values;
    expect(kinds).toEqual(Array.from({ length: 24 }, () => 'likes'));
  });

  it('keep their types and their names, and ours beside them are told apart', () => {
    const columns = {
      class: ['a', 'b', 'c'],
      age: [31, 42, 53],
      rate: [0.5, 1, null],
      isNew: [true, false, true],
    };
    const own = rawGraph(3, [[0, 1]], {
      nodeColumns: columnsOf(columns),
    });
    const graph = buildGraph(own, { ...previewOf(own, []).suggested, label: 'class' }, () => {});
    const text = textOf('graph.graphml', graph);
    for (const [name, type] of [
      ['class', 'string'],
      ['age', 'int'],
      ['rate', 'double'],
      ['isNew', 'boolean'],
      ['class (2)', 'string'],
    ])
      expect(text).toContain(`attr.name="${name}" attr.type="${type}"`);
  });

  describe.each(['graph.gexf', 'graph.graphml'] as const)('that weigh edges, in %s', (kind) => {
    const edgesFrom = (weights: readonly Cell[], pairs: readonly (readonly [number, number])[]) => {
      const own = rawGraph(4, pairs, {
        nodeColumns: columnsOf({ y: ['a', 'b', 'a', 'b'] }),
        edgeColumns: columnsOf({ weight: weights, since: weights.map((_, e) => 2003 + e) }),
      });
      const graph = buildGraph(own, { ...previewOf(own, []).suggested, directions: 'undirected' }, () => {});
      return readBack(kind, graph).edgeColumns.map(({ name, values }) => [name, values.map(Number)]);
    };
    const path = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;

    it('are the weights, once, as they stand in the file', () => {
      expect(edgesFrom([1, 0.1, 5], path)).toEqual([
        ['weight', [1, 0.1, 5]],
        ['since', [2003, 2004, 2005]],
      ]);
      expect(edgesFrom([1, 1, 1], path).map(([name]) => name)).toEqual(['weight', 'since']);
    });

    it('stand beside weights that were added up under a name that says so', () => {
      const both = edgesFrom([1, 2, 5], [...path.slice(0, 2), [1, 0]]);
      expect(both[0]).toEqual(['weight', [6, 2]]);
      expect(both.find(([name]) => name === 'weight in the file')).toEqual(['weight in the file', [1, 2]]);
    });
  });

  it('follow their edges: the first that says an edge, in either direction, and nothing for an added one', () => {
    const pairs = [
      [2, 1],
      [1, 2],
      [0, 1],
      [0, 1],
    ] as const;
    const own = rawGraph(4, pairs, { edgeColumns: columnsOf({ what: ['first', 'other', 'x', 'y'] }) });
    const { suggested } = previewOf(own, []);
    const graph = buildGraph(own, { ...suggested, directions: 'undirected' }, () => {});
    const said = ({ edgeIndex, file }: GraphData) =>
      Array.from(edgeIndex.source, (from, e) => [from, edgeIndex.target[e], file!.edgeColumns[0]!.values[e]]);
    expect(said(graph)).toEqual([
      [1, 0, 'x'],
      [0, 1, 'x'],
      [2, 1, 'first'],
      [1, 2, 'other'],
    ]);
    const edited = applyEdits(graph, { ...NO_EDITS, removedEdges: [[0, 1]], addedEdges: [[0, 3]] });
    expect(said(edited)).toEqual([
      [3, 0, null],
      [2, 1, 'first'],
      [1, 2, 'other'],
      [0, 3, null],
    ]);
  });

  it('go through links, one way and both ways', () => {
    for (const directions of ['undirected', 'directed'] as const) {
      const graph = buildGraph(raw, { ...previewOf(raw, files).suggested, directions }, () => {});
      expect(graph.file!.edgeColumns.length).toBeGreaterThan(0);
      expect(unpackGraph(packGraph(graph))).toEqual(graph);
    }
  });

  it('are extended by an added node', () => {
    const edited = applyEdits(team, { ...NO_EDITS, addedNodes: [{ x: 0, y: 0 }] });
    for (const { values } of edited.file!.nodeColumns) {
      expect(values).toHaveLength(25);
      expect(values[24]).toBeNull();
    }
  });
});

describe('features', () => {
  const own = rawGraph(4, [[0, 1]], {
    nodeColumns: columnsOf({
      age: [31, 42, 53, 20],
      member: [0, 1, 1, 0],
      town: ['Rome', 'Oslo', 'Rome', null],
      text: ['red fox', 'red sea', 'sea fox', ''],
    }),
  });
  const answers = previewOf(own, []).suggested;

  it('are called as the columns that they are made of, through links and in tables', () => {
    const features = {
      kind: 'columns',
      columns: [
        { name: 'age', as: 'number' },
        { name: 'member', as: 'number' },
        { name: 'town', as: 'category' },
        { name: 'text', as: 'text' },
      ],
    } as const;
    const graph = buildGraph(own, { ...answers, label: null, features }, () => {});
    const names = [
      'age (standardised)',
      'member',
      'town = Oslo',
      'town = Rome',
      'text: fox',
      'text: red',
      'text: sea',
    ];
    expect(graph.featureNames).toEqual(names);
    expect(unpackGraph(packGraph(graph)).featureNames).toEqual(names);
    const x = {
      ...facts(graph),
      layer: 'x',
      embedding: {
        kind: 'dense' as const,
        matrix: { numRows: 4, numCols: 7, values: new Float32Array(28) },
      },
    };
    expect(csvParse(new TextDecoder().decode(writeFile('embedding.csv', x))).columns.slice(-7)).toEqual(
      names,
    );
  });

  it('made of the graph say what they are', () => {
    const named = (kind: 'degree' | 'constant') =>
      buildGraph(own, { ...answers, features: { kind } }, () => {}).featureNames;
    expect(named('degree')).toEqual(['degree 0', 'degree 1']);
    expect(named('constant')).toEqual(['constant']);
  });
});

describe('a table for spreadsheets', () => {
  it('runs nothing: a text that would be a formula begins with an apostrophe, and numbers stay numbers', () => {
    const nodeNames = ['=HYPERLINK("http://a")', '@sum', '+1+1', '-2+3', '-5', 'plain'];
    const graph = { ...team, nodeNames: [...nodeNames, ...team.nodeNames!.slice(6)] };
    const rows = csvParse(textOf('predictions.csv', graph));
    expect(rows.slice(0, 6).map(({ name }) => name)).toEqual([
      `'=HYPERLINK("http://a")`,
      `'@sum`,
      `'+1+1`,
      `'-2+3`,
      '-5',
      'plain',
    ]);
  });
});

describe('columns that are too long to go along', () => {
  it('are left out from the first that has no room, and the preview says so', () => {
    const values = Array.from({ length: 1000 }, () => 'x');
    const nodeColumns = Array.from({ length: 1001 }, (_, k) => ({ name: `c${k}`, values }));
    const own = rawGraph(1000, [[0, 1]], { nodeColumns });
    const { remarks, suggested } = previewOf(own, []);
    expect(remarks.some((each) => each.startsWith("Column 'c1000' is too long for the table"))).toBe(true);
    const graph = buildGraph(own, { ...suggested, features: { kind: 'degree' }, label: null }, () => {});
    expect(graph.file!.nodeColumns).toHaveLength(1000);
  });
});
