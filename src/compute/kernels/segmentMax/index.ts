/**
 * Largest value among the neighbours, channel by channel: y[i, c] = max over edges e = j -> i of x[j, c].
 *
 * x: numSources x width, y: numTargets x width. The winner of (i, c) is the edge that the value came over: the first
 * of them (lowest source) on a tie. Nodes without edges get 0 and no winner (-1), as in PyTorch Geometric. A NaN
 * among the values is the result, on WebGPU if the driver keeps NaN at all.
 */
import { engine, tensor2d, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import type { EdgeTensor, Incidence } from '../edgeTensor';

export const SEGMENT_MAX = 'PlaygroundSegmentMax';
export const SEGMENT_MAX_GRADIENT = 'PlaygroundSegmentMaxGradient';

export interface SegmentMax {
  readonly value: Tensor2D;
  /** numTargets x width edge indices (int32), -1 where there is none. */
  readonly winners: Tensor2D;
}

/** @param of what is compared: 'nodes' reads x at the source of each edge, 'edges' takes one row for each edge */
export function segmentMaxForward(x: Tensor, edges: EdgeTensor, of: 'nodes' | 'edges'): SegmentMax {
  const expected = of === 'nodes' ? edges.numSources : edges.numEdges;
  const [numRows, width = 1] = x.shape;
  if (numRows !== expected) throw fail('kernels/segmentMax', `expected ${expected} rows, got ${numRows}`);
  const { rowPtr, node, edge } = edges.incoming;
  if (edges.numEdges === 0) {
    const shape: [number, number] = [edges.numTargets, width];
    const winners = tensor2d(new Int32Array(shape[0] * width).fill(-1), shape, 'int32');
    return { value: zeros(shape), winners };
  }
  const inputs = { rowPtr, from: of === 'nodes' ? node : edge, x };
  const [value, winners] = engine().runKernel<Tensor2D[]>(SEGMENT_MAX, inputs);
  return { value, winners };
}

/** dx[j, c] = sum over the edges e = j -> i of j that won (i, c) of dy[i, c]; `along` groups edges by what x has rows for. */
export function segmentMaxGradient(dy: Tensor, winners: Tensor, along: Incidence): Tensor2D {
  const { rowPtr, edge, node } = along;
  return engine().runKernel<Tensor2D>(SEGMENT_MAX_GRADIENT, { rowPtr, edge, node, winners, dy });
}
