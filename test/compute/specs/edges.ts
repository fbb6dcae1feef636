/** What the specs of edge kernels share: graphs, the edges of one on the device, gradients by differences. */
import { tensor2d, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { EdgeTensor, type EdgeOptions } from '../../../src/compute/kernels/edgeTensor';
import type { EdgeIndex } from '../../../src/data/graph/graphData';
import { gradientsOf, noise, randomSparse, valuesOf } from './support';

/** Edges 0-1, 0-2, 1-2 in both directions; node 3 is isolated. */
export const FOUR_NODES: EdgeIndex = {
  source: Int32Array.of(1, 2, 0, 2, 0, 1),
  target: Int32Array.of(0, 0, 1, 1, 2, 2),
};

export const NO_EDGE: EdgeIndex = { source: new Int32Array(0), target: new Int32Array(0) };

export const NUM_TARGETS = 23;
export const NUM_SOURCES = 17;

/** From 17 sources to 23 targets, of which 0, 9 and 22 have no edge. */
export const BLOCK: EdgeIndex = (() => {
  const { rowPtr, colIndex } = randomSparse(NUM_TARGETS, NUM_SOURCES, 0.3, 1, [0, 9, 22]);
  const target = colIndex.map((_, e) => rowPtr.findIndex((start) => start > e) - 1);
  return { source: colIndex, target };
})();

/** The block's edges of each target. */
export const BLOCK_ROWS: readonly (readonly number[])[] = Array.from({ length: NUM_TARGETS }, (_, row) =>
  [...BLOCK.target.keys()].filter((e) => BLOCK.target[e] === row),
);

export const HUB_EDGES = 200_000;

/** Every node points to node 0. */
export const HUB: EdgeIndex = {
  source: Int32Array.from({ length: HUB_EDGES }, (_, i) => i),
  target: new Int32Array(HUB_EDGES),
};

/** Numbers of heads and of channels for each. */
export const HEADS = [
  [1, 1],
  [1, 4],
  [1, 7],
  [1, 11],
  [1, 33],
  [2, 3],
  [3, 1],
  [4, 4],
  [5, 2],
  [8, 8],
  [2, 21],
] as const;

export const WIDTHS = [1, 2, 3, 4, 7, 8, 21];

export async function withEdges<T>(
  edgeIndex: EdgeIndex,
  numNodes: number,
  action: (edges: EdgeTensor) => Promise<T>,
  options: EdgeOptions = {},
): Promise<T> {
  const edges = new EdgeTensor(edgeIndex, numNodes, options);
  const result = await action(edges);
  edges.dispose();
  return result;
}

export const onBlock = <T>(action: (edges: EdgeTensor) => Promise<T>): Promise<T> =>
  withEdges(BLOCK, NUM_TARGETS, action, { numSources: NUM_SOURCES });

/** A matrix as it is handed to a kernel. */
export interface Matrix {
  readonly values: Float32Array;
  readonly numCols: number;
}

export const matrix = (numRows: number, numCols: number, seed: number): Matrix => ({
  values: noise(numRows * numCols, seed),
  numCols,
});

const onDevice = ({ values, numCols }: Matrix): Tensor2D =>
  tensor2d(values, [values.length / numCols, numCols], 'float32');

type Operation = (...tensors: Tensor2D[]) => Tensor;

/** The result for these inputs, and the gradients of the sum of dy times it. */
export async function valueAndGradients(operation: Operation, inputs: readonly Matrix[], dy: Matrix) {
  const tensors = inputs.map(onDevice);
  const seed = onDevice(dy);
  const value = await valuesOf(() => operation(...tensors));
  const gradients = await gradientsOf(() => operation(...tensors), tensors, seed);
  for (const tensor of [...tensors, seed]) tensor.dispose();
  return { value, gradients };
}

const STEP = 1e-6;

/** Gradients of the sum of dy times f, in double precision by central differences, one array for each input. */
export function numericGradients(
  f: (...inputs: Float64Array[]) => ArrayLike<number>,
  inputs: readonly Matrix[],
  dy: Matrix,
): Float64Array[] {
  const exact = inputs.map(({ values }) => Float64Array.from(values));
  const loss = () => {
    const y = f(...exact);
    return dy.values.reduce((sum, weight, i) => sum + weight * y[i], 0);
  };
  return exact.map((values) =>
    values.map((value, i) => {
      values[i] = value + STEP;
      const above = loss();
      values[i] = value - STEP;
      const below = loss();
      values[i] = value;
      return (above - below) / (2 * STEP);
    }),
  );
}
