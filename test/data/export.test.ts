import { csvParse, tsvParseRows } from 'd3-dsv';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RunFacts } from '../../src/data/export/facts';
import { EXPORTS, tellsEmbedding, type FileId } from '../../src/data/export/kinds';
import { writeFile } from '../../src/data/export/write';
import { readNpy } from '../../src/data/formats/npy';
import { IMPORT_LIMITS, type RawGraph } from '../../src/data/formats/rawGraph';
import { readerFor } from '../../src/data/formats/readers';
import { karate } from '../../src/data/generators/karate';
import { applyEdits } from '../../src/data/graph/applyEdits';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import type { GraphData } from '../../src/data/graph/graphData';
import { defaultRun } from '../../src/data/run/defaults';
import { NO_EDITS } from '../../src/data/run/edits';
import type { HeldOutPairs } from '../../src/data/run/pairs';
import { recordOf } from '../records';

const HOSTILE = '<script>alert("1")</script> & \u0000 ]]>, "quoted"\nnew line';
const NUMBERS = Float32Array.from({ length: 34 * 3 }, (_, i) =>
  Math.fround(Math.sin(i) * 10 ** ((i % 9) - 4)),
);

/** Karate with node 5 deleted, and a node that is called whatever a file may say. */
const club: GraphData = (() => {
  const whole = karate(null);
  const nodeNames = Array.from({ length: 34 }, (_, i) => (i === 3 ? HOSTILE : `member ${i}`));
  return applyEdits({ ...whole, nodeNames }, { ...NO_EDITS, removedNodes: [5] });
})();

const HELD_OUT: HeldOutPairs = {
  source: Int32Array.of(0, 2),
  target: Int32Array.of(1, 4),
  part: ['val', 'test'],
  isPositive: Uint8Array.of(1, 0),
};

const facts = (graph: GraphData = club): RunFacts => ({
  graph,
  positions: Float32Array.from({ length: 68 }, (_, i) => i / 7),
  palette: ['#e69f00', '#0072b2'],
  colourOf: Uint16Array.from({ length: 34 }, (_, i) => i % 2),
  predictions: Int32Array.from({ length: 34 }, (_, i) => i % 2),
  probabilities: Float32Array.from({ length: 68 }, (_, i) => (i % 4 === 0 || i % 4 === 3 ? 0.75 : 0.25)),
  projection: {
    positions: Float32Array.from({ length: 68 }, (_, i) => i / 3),
    kept: Float32Array.from({ length: 34 }, (_, i) => (i === 1 ? NaN : 0.5)),
  },
  layer: 'h1',
  embedding: { kind: 'dense', matrix: { numRows: 34, numCols: 3, values: NUMBERS } },
  run: defaultRun({ id: 'karate', labelling: null }, 7),
  epoch: 1,
  backend: 'wasm',
  pairs: { heldOut: HELD_OUT, scores: Float32Array.of(0, 1.5) },
  records: [0, 1].map((epoch) =>
    recordOf({ train: 1, val: null, test: null, all: 0.5 }, { epoch, loss: 0.5 - epoch / 8, ms: 2 }),
  ),
});

const textOf = (kind: FileId, of = facts()): string => new TextDecoder().decode(writeFile(kind, of));
const rowsOf = (kind: FileId) => [...csvParse(textOf(kind))];

/** Read back as a visitor would. */
function readBack(kind: 'graph.gexf' | 'graph.graphml', of = facts()): RawGraph {
  const file = { name: kind, bytes: writeFile(kind, of) };
  return readerFor([file]).read([file], IMPORT_LIMITS);
}

describe('a graph', () => {
  it.each(['graph.gexf', 'graph.graphml'] as const)(
    'says in %s how sure the model is of the class that it predicts, whichever that is',
    (kind) => {
      const { nodeColumns } = readBack(kind);
      const valuesOf = (name: string) => nodeColumns.find((column) => column.name === name)?.values;
      expect(new Set(valuesOf('predicted')).size).toBe(2);
      expect(new Set(valuesOf('confidence')?.map(Number))).toEqual(new Set([0.75]));
    },
  );
});

describe('tables', () => {
  it('have a row for every node that is there, under the name that it is shown by', () => {
    for (const kind of ['embedding.csv', 'projection.csv', 'predictions.csv'] as const) {
      const rows = rowsOf(kind);
      expect(rows.map(({ node }) => Number(node))).toEqual([...Array(34).keys()].filter((i) => i !== 5));
      expect(rows[3]!['name']).toBe(HOSTILE);
    }
  });

  it('give every number of an embedding back as the same 32-bit float', () => {
    const back = rowsOf('embedding.csv').flatMap((row) => [row['h1_1'], row['h1_2'], row['h1_3']]);
    const wanted = [...NUMBERS].filter((_, i) => Math.floor(i / 3) !== 5);
    expect(back.map((text) => Math.fround(Number(text)))).toEqual(wanted);
  });

  it('leave a neighbour score that is not known empty', () => {
    const [, unknown, known] = rowsOf('projection.csv');
    expect([unknown!['neighbours_kept'], known!['neighbours_kept']]).toEqual(['', '0.5']);
  });

  it('tell class, prediction, part and every probability', () => {
    const [first] = rowsOf('predictions.csv');
    const [one, two] = club.labelling.classNames;
    expect(first).toEqual({
      node: '0',
      name: 'member 0',
      class: one,
      predicted: one,
      part: 'train',
      [`p_${one}`]: '0.75',
      [`p_${two}`]: '0.25',
    });
    const told = JSON.parse(textOf('predictions.json'));
    expect(told.run).toEqual(facts().run);
    expect(told.nodes).toHaveLength(33);
    expect(told.nodes[0][`p_${one}`]).toBe(0.75);
  });

  it('tell what is true and what is predicted, place and quality each in its own column', () => {
    const [, second] = rowsOf('predictions.csv');
    const [one, two] = club.labelling.classNames;
    expect(second).toMatchObject({ class: one, predicted: two });
    const header = (kind: FileId) => textOf(kind).split('\n', 1)[0];
    expect(header('predictions.csv')).toBe(`node,name,class,predicted,part,p_${one},p_${two}`);
    expect(header('projection.csv')).toBe('node,name,x,y,neighbours_kept');
    expect(rowsOf('projection.csv')[2]).toMatchObject({ x: '1.33333337', y: '1.66666663' });
    expect(header('metrics.csv')).toBe('part,class,precision,recall,f1,support');
    const [{ classes }] = JSON.parse(textOf('metrics.json')).parts.toReversed();
    const rows = rowsOf('metrics.csv').filter(({ part }) => part === 'all');
    classes.forEach(({ name, precision, recall, f1, support }: Record<string, number>, k: number) => {
      expect(new Set([precision, recall, f1, support]).size).toBe(4);
      const told = { class: name, precision, recall, f1, support };
      expect(rows[k]).toMatchObject(
        Object.fromEntries(Object.entries(told).map(([key, value]) => [key, String(value)])),
      );
    });
  });

  it('tell the history, epoch by epoch', () => {
    expect(textOf('history.csv')).toBe(
      'epoch,loss,val_loss,train,val,test,all,step_ms\n0,0.5,,1,,,0.5,2\n1,0.375,,1,,,0.5,2\n',
    );
    // Validation loss and headline metric stand by themselves too, as they did before there were others.
    const accuracy = { train: 1, val: null, test: null, all: 0.5 };
    expect(JSON.parse(textOf('history.json')).epochs).toEqual(
      facts().records.map((record) => ({ ...record, valLoss: null, accuracy })),
    );
    expect(JSON.parse(textOf('metrics.json'))).toMatchObject({ loss: 0.375, accuracy });
  });

  it('tell scores of every class, by part, with the confusion matrix', () => {
    const told = JSON.parse(textOf('metrics.json'));
    const all = told.parts.find(({ part }: { part: string }) => part === 'all');
    const { y } = club.labelling;
    const right = [...y].filter((label, i) => label === i % 2).length;
    expect(all.nodes).toBe(33);
    expect(all.accuracy).toBeCloseTo(right / 33, 12);
    expect(all.confusion.flat().reduce((a: number, b: number) => a + b)).toBe(33);
    expect(told.parts.map(({ part }: { part: string }) => part)).toEqual(['train', 'all']);
    const rows = rowsOf('metrics.csv').filter(({ part }) => part === 'all');
    expect(rows.map((row) => row['class'])).toEqual([...club.labelling.classNames, 'macro F1', 'accuracy']);
  });

  it('are vectors and metadata for the Embedding Projector, line by line', () => {
    const files = unzipSync(writeFile('embedding.zip', facts()));
    const vectors = tsvParseRows(strFromU8(files['vectors.tsv']!));
    const metadata = tsvParseRows(strFromU8(files['metadata.tsv']!));
    expect(vectors).toHaveLength(33);
    expect(metadata).toHaveLength(34);
    expect(metadata[0]).toEqual(['name', 'node', 'class', 'predicted', 'part']);
    // The projector splits at every line break: a name must not have one.
    expect(strFromU8(files['metadata.tsv']!).trimEnd().split('\n')).toHaveLength(34);
    expect(vectors[4]!.map((text) => Math.fround(Number(text)))).toEqual([...NUMBERS.subarray(12, 15)]);
  });
});

describe('a NumPy file', () => {
  it('holds the matrix', () => {
    const bytes = writeFile('embedding.npy', facts());
    expect(readNpy({ name: 'embedding.npy', bytes })).toEqual({
      kind: 'number',
      shape: [34, 3],
      values: NUMBERS,
    });
  });
});

describe.each(['graph.gexf', 'graph.graphml'] as const)('%s', (kind) => {
  it('has each self-loop once, with its weight, whether the graph has directions or not', () => {
    const loops = [2, 33];
    const { source, target } = club.edgeIndex;
    const looped = (from: ArrayLike<number>, to: ArrayLike<number>): GraphData => {
      const [sources, targets] = [
        [...Array.from(from), ...loops],
        [...Array.from(to), ...loops],
      ];
      const edgeIndex = buildEdgeIndex(34, sources, targets, { undirected: false, keepsLoops: true });
      const edgeWeight = Float32Array.from(edgeIndex.source, (a, e) => (a === edgeIndex.target[e] ? 2.5 : 1));
      return { ...club, edgeIndex, edgeWeight };
    };
    for (const [graph, directed, edges] of [
      [looped(source, target), false, source.length / 2 + 2],
      [looped([0, 0], [1, 2]), true, 4],
    ] as const) {
      const back = readBack(kind, facts(graph));
      expect(back.directed).toBe(directed);
      expect(back.source).toHaveLength(edges);
      const weights = back.edgeColumns.find(({ name }) => name === 'weight')!.values;
      const said = Array.from(back.source, (from, e) => [
        back.nodeIds[from],
        from === back.target[e],
        weights[e],
      ]);
      expect(said.filter(([, isLoop]) => isLoop)).toEqual([
        ['2', true, 2.5],
        ['33', true, 2.5],
      ]);
    }
  });

  it('comes back as the same graph, without what is deleted', () => {
    const back = readBack(kind);
    expect(back.nodeIds).toHaveLength(33);
    expect(back.directed).toBe(false);
    const pairs = Array.from(back.source, (from, e) =>
      [Number(back.nodeIds[from]), Number(back.nodeIds[back.target[e]!])].sort((a, b) => a - b).join(),
    ).sort();
    const { source, target } = club.edgeIndex;
    const wanted = Array.from(source, (from, e) => [from, target[e]!] as const)
      .filter(([a, b]) => a < b)
      .map((pair) => pair.join())
      .sort();
    expect(pairs).toEqual(wanted);
  });

  it('keeps names, classes, predictions and the embedding, whatever they are called', () => {
    const back = readBack(kind);
    const column = (name: string) => back.nodeColumns.find((each) => each.name === name)?.values;
    const safe = HOSTILE.replace('\u0000', '\ufffd');
    expect(column('label')?.[3]).toBe(safe);
    expect(column('class')?.[0]).toBe(club.labelling.classNames[0]);
    expect(column('predicted')?.slice(0, 2)).toEqual([...club.labelling.classNames]);
    expect(Number(column('confidence')?.[0])).toBe(0.75);
    expect(
      column('h1 2')
        ?.slice(0, 3)
        .map((value) => Math.fround(Number(value))),
    ).toEqual([NUMBERS[1], NUMBERS[4], NUMBERS[7]]);
    expect(Number(column('projection x')?.[3])).toBe(2);
  });

  it('keeps directions and weights', () => {
    const { edgeIndex } = karate(null);
    const oneWay = Array.from(edgeIndex.source.keys()).filter(
      (e) => edgeIndex.source[e]! < edgeIndex.target[e]!,
    );
    const directed: GraphData = {
      ...karate(null),
      edgeIndex: {
        source: Int32Array.from(oneWay, (e) => edgeIndex.source[e]!),
        target: Int32Array.from(oneWay, (e) => edgeIndex.target[e]!),
      },
      edgeWeight: Float32Array.from(oneWay, (_, i) => 0.5 + i),
    };
    const back = readBack(kind, facts(directed));
    expect(back.directed).toBe(true);
    expect([...back.source]).toEqual([...directed.edgeIndex.source]);
    expect(back.edgeColumns.find(({ name }) => name === 'weight')?.values.map(Number)).toEqual([
      ...directed.edgeWeight!,
    ]);
  });
});

describe('GEXF', () => {
  const dense = (values: Float32Array) =>
    ({ kind: 'dense', matrix: { numRows: 34, numCols: 3, values } }) as const;

  it('has every column of an embedding for doubles, whatever its numbers', () => {
    const values = NUMBERS.map((value, i) => (i % 3 === 1 ? 0 : value));
    const text = textOf('graph.gexf', { ...facts(), embedding: dense(values) });
    for (const unit of [1, 2, 3]) expect(text).toContain(`title="h1 ${unit}" type="double"`);
    const featureNames = ['"a" & <b>\n', 'b', 'c'];
    const named = {
      ...facts({ ...club, featureNames }),
      layer: 'x',
      embedding: dense(new Float32Array(102)),
    };
    expect(textOf('graph.gexf', named).match(/type="integer"/g)).toBeNull();
  });

  it('has positions and colours for Gephi', () => {
    const back = readBack('graph.gexf');
    const [left, right] = [back.positions![0]!, back.positions![2 * 32]!];
    expect(right - left).toBeCloseTo(2000, 3);
    expect(textOf('graph.gexf')).toContain('<viz:color r="230" g="159" b="0"/>');
    // Readers that go by the namespace, as NetworkX does, find them.
    expect(textOf('graph.gexf')).toContain('xmlns:viz="http://www.gexf.net/1.2draft/viz"');
  });
});

describe('the rows of the chosen layer', () => {
  it('are asked for by the files that tell them, and by no other', () => {
    for (const { id } of EXPORTS) {
      if (id.startsWith('weights') || id.startsWith('scene') || id.startsWith('picture')) continue;
      const without = () => writeFile(id as FileId, { ...facts(), embedding: null });
      if (tellsEmbedding(id as FileId)) expect(without).toThrow('expected the rows of the chosen layer');
      else expect(without()).toEqual(writeFile(id as FileId, facts()));
    }
  });

  it('are written of sparse rows as of the dense ones that they stand for', () => {
    const matrix = {
      numRows: 34,
      numCols: 3,
      rowPtr: Int32Array.from({ length: 35 }, (_, i) => i),
      colIndex: new Int32Array(34).fill(1),
      values: new Float32Array(34).fill(2),
    };
    const dense = { ...matrix, values: Float32Array.from({ length: 102 }, (_, i) => (i % 3 === 1 ? 2 : 0)) };
    expect(textOf('embedding.csv', { ...facts(), embedding: { kind: 'sparse', matrix } })).toBe(
      textOf('embedding.csv', { ...facts(), embedding: { kind: 'dense', matrix: dense } }),
    );
  });
});

describe('what a graph without labels can be taken out as', () => {
  const labelling = { ...club.labelling, classNames: [], y: new Int32Array(34).fill(-1) };
  const bare = { ...facts({ ...club, labelling }), predictions: null, probabilities: new Float32Array() };

  it('is everything but predictions and metrics, which say why not', () => {
    for (const { id } of EXPORTS) {
      if (id.startsWith('weights') || id.startsWith('scene') || id.startsWith('picture')) continue;
      const write = () => writeFile(id as FileId, bare);
      if (/^(predictions|metrics)/.test(id)) expect(write).toThrow(/expected predictions, found none/);
      else expect(write().length).toBeGreaterThan(50);
    }
  });
});

describe('held-out pairs', () => {
  it('are a row each, with names that are no formula, score and probability', () => {
    const graph = { ...club, nodeNames: club.nodeNames!.map((name, i) => (i === 2 ? '=cmd' : name)) };
    const rows = [...csvParse(textOf('pairs.csv', facts(graph)))];
    expect(rows.map(({ source, target, part, edge }) => [source, target, part, edge])).toEqual([
      ['0', '1', 'val', '1'],
      ['2', '4', 'test', '0'],
    ]);
    expect(rows[1]!['source_name']).toBe("'=cmd");
    expect(Number(rows[0]!['probability'])).toBe(0.5);
    expect(Number(rows[1]!['probability'])).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 8);
  });

  it('are missed where a task holds none out', () => {
    expect(() => writeFile('pairs.csv', { ...facts(), pairs: null })).toThrow(
      /expected pairs that are held out, found none/,
    );
  });
});
