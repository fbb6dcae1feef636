import { describe, expect, it } from 'vitest';
import { readPickle } from '../../src/data/formats/planetoid/pickle';
import { readPlanetoid } from '../../src/data/formats/planetoid/readPlanetoid';
import { connectedComponents } from '../../src/data/graph/components';
import { degrees } from '../../src/data/graph/degrees';
import type { GraphData, SparseMatrix } from '../../src/data/graph/graphData';
import { descriptorOf } from '../../src/data/run/catalogue';
import { downloadedFiles, titleOf } from './downloaded';
import { numpyArray, pickle, writePlanetoid, type PlanetoidSet } from './writePlanetoid';

const labelling = { id: 'public', name: 'topics, public split' };
const read = (id: string, files: ReadonlyMap<string, ArrayBuffer>) =>
  readPlanetoid({ id, name: descriptorOf(id).name, labelling }, files);

function sparse({ features }: GraphData): SparseMatrix {
  if (features.kind !== 'sparse') throw new Error('expected sparse features');
  return features.matrix;
}

const rowOf = ({ rowPtr, colIndex, values }: SparseMatrix, row: number) =>
  Array.from(colIndex.subarray(rowPtr[row], rowPtr[row + 1]), (column, k) => [
    column,
    values[rowPtr[row] + k],
  ]);

const countsOf = (y: Int32Array, numClasses: number) =>
  Array.from({ length: numClasses }, (_, k) => y.filter((label) => label === k).length);

/** Twelve papers in the manner of PubMed: TF-IDF weights; paper 10 is missing from the test index. */
const small: PlanetoidSet = {
  numTrain: 2,
  numClasses: 3,
  numFeatures: 300,
  dtype: 'f8',
  allx: [
    [[0, 0.125]],
    [
      [7, 0.1],
      [3, 0.7],
    ],
    [],
    [[299, 2.5]],
    [[1, 1]],
    [[2, 1]],
    [[5, 0.5]],
    [[6, 0.25]],
  ],
  ally: [0, 1, 2, 0, 1, 2, 0, 1],
  tx: [
    [[4, 0.3]],
    [
      [8, 0.6],
      [9, 0.9],
    ],
    [[10, 1.5]],
  ],
  ty: [2, 1, 0],
  testIndex: [11, 8, 9],
  graph: new Map([
    [0, [1, 1, 0]],
    [1, [0]],
    [2, [11, 3]],
    [8, [9]],
  ]),
};

const agreesWithItsDescriptor = (id: string, files: ReadonlyMap<string, ArrayBuffer>): GraphData => {
  const graph = read(id, files);
  const { counts } = descriptorOf(id);
  const { split, classNames, y } = graph.labelling;
  expect({
    nodes: graph.numNodes,
    edges: graph.edgeIndex.source.length / 2,
    directedEdges: graph.edgeIndex.source.length,
    features: sparse(graph).numCols,
    classes: classNames.length,
    train: split.train.length,
    val: split.val?.length,
    test: split.test?.length,
  }).toEqual(counts);
  expect(countsOf(y.slice(0, counts.train), counts.classes)).toEqual(
    Array.from({ length: counts.classes }, () => 20),
  );
  return graph;
};

describe('planetoid format', () => {
  it('reads a set with real-valued features, placing test rows by the test index', () => {
    const graph = read('pubmed', writePlanetoid('pubmed', small));
    expect(graph.numNodes).toBe(12);
    const x = sparse(graph);
    expect([x.numRows, x.numCols]).toEqual([12, 300]);
    expect(rowOf(x, 0)).toEqual([[0, 0.125]]);
    expect(rowOf(x, 1)).toEqual([
      [3, Math.fround(0.7)],
      [7, Math.fround(0.1)],
    ]);
    expect(rowOf(x, 3)).toEqual([[299, 2.5]]);
    expect(rowOf(x, 11)).toEqual([[4, Math.fround(0.3)]]);
    expect(rowOf(x, 8)).toEqual([
      [8, Math.fround(0.6)],
      [9, Math.fround(0.9)],
    ]);
    expect([...graph.labelling.y]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 1, 0, -1, 2]);
    expect(graph.labelling.classNames).toEqual(['class 0', 'class 1', 'class 2']);
  });

  it('keeps a node that the test index leaves out, without features, class or part in the split', () => {
    const graph = read('pubmed', writePlanetoid('pubmed', small));
    const { split, y } = graph.labelling;
    expect(rowOf(sparse(graph), 10)).toEqual([]);
    expect(y[10]).toBe(-1);
    expect([...split.train]).toEqual([0, 1]);
    expect([...(split.val ?? [])]).toEqual([2, 3, 4, 5, 6, 7]);
    expect([...(split.test ?? [])]).toEqual([8, 9, 11]);
  });

  it('drops self-loops and duplicates and stands every edge in both directions', () => {
    const { edgeIndex } = read('pubmed', writePlanetoid('pubmed', small));
    expect([...edgeIndex.target]).toEqual([0, 1, 2, 2, 3, 8, 9, 11]);
    expect([...edgeIndex.source]).toEqual([1, 0, 3, 11, 2, 9, 8, 2]);
  });

  it('keeps every byte value apart, where windows-1252 would not', () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const values = all.map((byte) => byte | (((byte + 1) & 255) << 8) | (byte << 16));
    const graph = read(
      'pubmed',
      writePlanetoid('pubmed', {
        ...small,
        graph: new Map(),
        allx: small.allx.map(() => values.map((v, k) => [k, v])),
      }),
    );
    expect(rowOf(sparse(graph), 0).map(([, value]) => value)).toEqual(values);
  });

  it('refuses a pickle that names a function, and does not call it', () => {
    const attack = pickle(Array.from('cos\nsystem\n(U\x04echotR', (letter) => letter.charCodeAt(0)));
    expect(() => readPickle('ind.cora.graph', new Uint8Array(attack))).toThrow('it names os.system');
  });

  it('says which file is missing, broken or does not fit the others', () => {
    const files = writePlanetoid('pubmed', small);
    const without = new Map(files);
    without.delete('ind.pubmed.ty');
    expect(() => read('pubmed', without)).toThrow('ind.pubmed.ty: expected the file, got none');
    const cut = new Map(files).set(
      'ind.pubmed.tx',
      (files.get('ind.pubmed.tx') ?? new ArrayBuffer()).slice(0, 99),
    );
    expect(() => read('pubmed', cut)).toThrow('ind.pubmed.tx: expected a pickle of plain data');
    const page = new TextEncoder().encode('<!doctype html><p>Not found').buffer;
    expect(() => read('pubmed', new Map(files).set('ind.pubmed.graph', page))).toThrow('ind.pubmed.graph');
    expect(() => read('pubmed', new Map(files).set('ind.pubmed.test.index', page))).toThrow(
      "expected one node number a line, got '<!doctype'",
    );
    const short = writePlanetoid('pubmed', { ...small, testIndex: [8, 9] });
    expect(() => read('pubmed', short)).toThrow('(rows of tx and lines of test.index), got 3 and 2');
    const late = writePlanetoid('pubmed', { ...small, testIndex: [12, 9, 10] });
    expect(() => read('pubmed', late)).toThrow('first test index and rows of allx');
    const swapped = new Map(files).set('ind.pubmed.x', pickle(numpyArray([1], [1], 'f4')));
    expect(() => read('pubmed', swapped)).toThrow('ind.pubmed.x: expected a scipy csr_matrix');
  });
});

describe('the real sets', () => {
  const cora = downloadedFiles('cora');
  const citeseer = downloadedFiles('citeseer');
  const pubmed = downloadedFiles('pubmed');

  it.skipIf(!cora)(titleOf('reads Cora: counts, classes, split, components', cora), () => {
    const graph = agreesWithItsDescriptor('cora', cora ?? new Map());
    expect(sparse(graph).values).toHaveLength(49_216);
    expect(sparse(graph).values.every((value) => value === 1)).toBe(true);
    // Papers per class in the original collection: the order of the class names follows from these.
    expect(countsOf(graph.labelling.y, 7)).toEqual([351, 217, 418, 818, 426, 298, 180]);
    expect(graph.labelling.classNames[3]).toBe('Neural networks');
    expect([...(graph.labelling.split.test ?? [])].slice(0, 2)).toEqual([1708, 1709]);
    const components = connectedComponents(graph.numNodes, graph.edgeIndex);
    expect([components.length, components[0].length]).toEqual([78, 2485]);
    expect(Math.max(...degrees(graph.numNodes, graph.edgeIndex))).toBe(168);
  });

  it.skipIf(!citeseer)(titleOf('reads CiteSeer with its 15 papers of no known text', citeseer), () => {
    const graph = agreesWithItsDescriptor('citeseer', citeseer ?? new Map());
    expect(sparse(graph).values).toHaveLength(105_165);
    expect(countsOf(graph.labelling.y, 6)).toEqual([249, 590, 668, 701, 596, 508]);
    const unknown = [
      2407, 2489, 2553, 2682, 2781, 2953, 3042, 3063, 3212, 3214, 3250, 3292, 3305, 3306, 3309,
    ];
    const { y, split } = graph.labelling;
    expect(Array.from(y.keys()).filter((node) => y[node] === -1)).toEqual(unknown);
    expect(unknown.flatMap((node) => rowOf(sparse(graph), node))).toEqual([]);
    expect(split.test?.some((node) => unknown.includes(node))).toBe(false);
    expect(degrees(graph.numNodes, graph.edgeIndex).filter((degree) => degree === 0)).toHaveLength(48);
    expect(connectedComponents(graph.numNodes, graph.edgeIndex)).toHaveLength(438);
  });

  it.skipIf(!pubmed)(titleOf('reads PubMed', pubmed), () => {
    agreesWithItsDescriptor('pubmed', pubmed ?? new Map());
  });
});
