import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeNpy } from '../../../src/data/formats/npy';
import type { RawGraph } from '../../../src/data/formats/rawGraph';
import { buildGraph } from '../../../src/data/import/buildGraph';
import { previewOf } from '../../../src/data/import/preview';
import { edgeColumn, edgesOf, nodeColumn, readFiles } from './files';
import { sampleFile } from './sampleFiles';

const sample = (name: string): RawGraph => readFiles([sampleFile(name)]);

const npzOf = (arrays: Record<string, Uint8Array>) => ({
  name: 'made.npz',
  bytes: zipSync(Object.fromEntries(Object.entries(arrays).map(([key, npy]) => [`${key}.npy`, npy]))),
});
const ints = (shape: number[], ...values: number[]) => writeNpy(Int32Array.from(values), shape);
const floats = (shape: number[], ...values: number[]) => writeNpy(Float64Array.from(values), shape);

const EDGES = ['0>1', '1>2', '2>0', '3>3'];

describe('NumPy archives', () => {
  it('reads the sparse layout of the gnn-benchmark sets, and leaves pickled objects alone', () => {
    const graph = sample('benchmark.npz');
    expect(edgesOf(graph)).toEqual(EDGES);
    expect(edgeColumn(graph, 'weight')).toEqual([1, 0.5, 2, 1]);
    expect(nodeColumn(graph, 'name')).toEqual(['ann', 'bob', 'cid', 'dov', 'eva\u0308']);
    expect(nodeColumn(graph, 'class')).toEqual(['red', 'green', 'red', 'green', null]);
    expect(graph.labelColumn).toBe('class');
    expect(graph.features).toEqual({
      kind: 'sparse',
      matrix: {
        numRows: 5,
        numCols: 3,
        rowPtr: Int32Array.of(0, 1, 2, 3, 5, 5),
        colIndex: Int32Array.of(0, 1, 2, 0, 1),
        values: Float32Array.of(1, 2, 3, 1, 1),
      },
    });
    expect(graph.remarks).toEqual([
      'Left out, because they are Python objects (pickles), which are never read: idx_to_attr.',
    ]);
  });

  it("reads PyTorch Geometric's arrays as numpy.savez keeps them", () => {
    const graph = sample('plain.npz');
    expect(edgesOf(graph)).toEqual(EDGES);
    expect(graph.nodeIds).toHaveLength(5);
    expect(edgeColumn(graph, 'edge_attr 1')).toEqual([1, 0.5, 2, 1]);
    expect(edgeColumn(graph, 'edge_attr 2')).toEqual([10, 20, 30, 40]);
    expect(graph.features).toEqual({
      kind: 'dense',
      matrix: {
        numRows: 5,
        numCols: 3,
        values: Float32Array.of(1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 1, 0, 0, 0, 0),
      },
    });
    expect(nodeColumn(graph, 'class')).toEqual(['0', '1', '0', '1', '1']);
    expect(nodeColumn(graph, 'split')).toEqual(['train', 'val', 'test', 'test', null]);
    expect(graph.splitColumn).toBe('split');
    expect(graph.positions).toEqual(Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    expect(graph.remarks).toEqual([]);
  });

  it('reads sets with several splits, of which it takes the first', () => {
    const graph = sample('heterophilous.npz');
    expect(edgesOf(graph)).toEqual(EDGES);
    expect(nodeColumn(graph, 'split')).toEqual(['train', 'val', 'test', 'test', null]);
    expect(graph.remarks).toEqual(['The file has 2 splits; the first is taken.']);
    expect(graph.features?.kind).toBe('dense');
  });

  it('reads a matrix of scipy.sparse.save_npz in any of its three usual forms', () => {
    for (const form of ['csr', 'csc', 'coo']) {
      const graph = sample(`scipy-${form}.npz`);
      const weights = edgeColumn(graph, 'weight') ?? [];
      expect(
        edgesOf(graph)
          .map((edge, k) => `${edge} ${weights[k]}`)
          .sort(),
      ).toEqual(['0>1 1', '1>2 0.5', '2>0 2', '3>3 1']);
      expect(graph.nodeIds).toHaveLength(5);
    }
  });

  it('reads a dense adjacency matrix', () => {
    const graph = readFiles([npzOf({ adj: floats([2, 2], 0, 0.5, 3, 0) })]);
    expect(edgesOf(graph)).toEqual(['0>1', '1>0']);
    expect(edgeColumn(graph, 'weight')).toEqual([0.5, 3]);
  });

  it('says what is missing, and which array does not fit', () => {
    const read = (arrays: Record<string, Uint8Array>) => () => readFiles([npzOf(arrays)]);
    const edge_index = ints([2, 1], 0, 1);
    expect(read({ foo: ints([1], 1) })).toThrow('made.npz: expected a graph (edge_index;');
    expect(read({ edge_index: ints([2, 1], 0, -1) })).toThrow(
      'made.npz: edge_index.npy: expected node numbers from 0',
    );
    expect(read({ edge_index: floats([2, 1], 0, NaN) })).toThrow('got NaN at edge 0');
    expect(read({ edge_index, x: floats([2, 1], 1, Infinity) })).toThrow(
      'made.npz: x.npy: expected finite numbers, got Infinity for node 1',
    );
    expect(read({ edge_index, x: floats([1, 2], 1, 2) })).toThrow('expected edges between the 1 nodes of x');
    expect(read({ edge_index, y: ints([3], 1, 2, 3), num_nodes: ints([], 2) })).toThrow(
      'expected a class for each of 2 nodes, got shape (3)',
    );
    expect(read({ edge_index, num_nodes: ints([], 2_000_000_000) })).toThrow(
      'expected at most 500,000 nodes',
    );
    const csr = {
      adj_shape: ints([2], 2, 2),
      adj_data: floats([1], 1),
      adj_indices: ints([1], 1),
      adj_indptr: ints([3], 0, 1, 1),
    };
    expect(edgesOf(readFiles([npzOf(csr)]))).toEqual(['0>1']);
    expect(read({ ...csr, adj_indptr: ints([3], 0, 7, 1) })).toThrow('row offset 7 at 1');
    expect(read({ ...csr, adj_indices: ints([1], 2) })).toThrow('got column 2');
    expect(read({ ...csr, adj_shape: ints([2], 2, 3) })).toThrow(
      'expected as many rows as columns, got 2 x 3',
    );
    expect(read({ ...csr, adj_data: floats([1], Infinity) })).toThrow('got Infinity as a value');
    expect(() => readFiles([{ name: 'text.npz', bytes: new TextEncoder().encode('hello') }])).toThrow(
      'text.npz: expected a .npz archive',
    );
  });

  it('names the file wherever it is cut short', () => {
    const { bytes } = sampleFile('benchmark.npz');
    for (let length = 0; length < bytes.length; length += 7)
      expect(() => readFiles([{ name: 'cut.npz', bytes: bytes.subarray(0, length) }])).toThrow('cut.npz');
  });

  it('keeps names that are numbers, for the nodes to be called by', () => {
    const file = npzOf({
      edge_index: ints([2, 2], 0, 1, 1, 2),
      node_names: ints([3], 104, 7, 31),
    });
    const graph = readFiles([file]);
    expect(nodeColumn(graph, 'name')).toEqual(['104', '7', '31']);
    const { suggested } = previewOf(graph, [file]);
    expect(suggested.names).toBe('name');
    expect(buildGraph(graph, suggested, () => {}).nodeNames).toEqual(['104', '7', '31']);
  });

  it('gives each edge its own row of attributes, in the order of the file', () => {
    const graph = readFiles([
      npzOf({
        edge_index: ints([2, 3], 2, 0, 1, 0, 1, 2),
        edge_attr: floats([3, 2], 1, 10, 2, 20, 3, 30),
      }),
    ]);
    expect(edgesOf(graph)).toEqual(['2>0', '0>1', '1>2']);
    expect(graph.edgeColumns.map(({ values }) => values)).toEqual([
      [1, 2, 3],
      [10, 20, 30],
    ]);
  });
});
