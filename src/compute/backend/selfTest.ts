/**
 * Runs every kernel and gradient on the backend in force, on a small graph with an empty row. The same numbers from
 * the plain loops of the cpu backend are the reference: on WebGPU a shader that does not compile gives zeros and no
 * exception, and some drivers get gradients wrong. This stands between that and a wrong picture.
 */
import { engine, tensor1d, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { randomKey } from '../../data/base/random';
import type { SparseMatrix } from '../../data/graph/graphData';
import { ACTIVATIONS } from '../../data/run/params';
import { adam } from '../kernels/adam/index';
import { biasActivation } from '../kernels/biasActivation/gradient';
import { dropout } from '../kernels/dropout/gradient';
import { gru } from '../kernels/gru/gradient';
import { linear } from '../kernels/linear/gradient';
import { softmaxCrossEntropy } from '../kernels/softmaxCrossEntropy/gradient';
import { SparseTensor } from '../kernels/sparseTensor';
import { spmm } from '../kernels/spmm/gradient';
import { checkedEdges, edgeChecks } from './edgeChecks';

const TOLERANCE = 1e-4;
const DROPOUT = { key: randomKey(7, 99, 3), rate: 0.5 };

/** Rows 0 to 3; row 2 is empty. */
const MATRIX: SparseMatrix = {
  numRows: 4,
  numCols: 4,
  rowPtr: Int32Array.of(0, 1, 3, 3, 5),
  colIndex: Int32Array.of(1, 0, 2, 0, 3),
  values: Float32Array.of(2, 1, 3, 4, 5),
};

const wave = (size: number, phase: number) =>
  Float32Array.from({ length: size }, (_, i) => Math.sin(i + phase));

/** Name and result of each check, for the backend in force. */
export type SelfTestResults = ReadonlyMap<string, Float32Array>;

const gradients = <T extends Tensor>(f: () => T, xs: Tensor[], dy?: T): Tensor[] =>
  engine().gradients(f, xs, dy).grads;

function results(matrix: SparseTensor): Record<string, Tensor> {
  const x = tensor2d(wave(20, 1), [4, 5]);
  const dy = tensor2d(wave(20, 2), [4, 5]);
  const weight = tensor2d(wave(25, 3), [5, 5]);
  const bias = tensor1d(wave(5, 4));
  const classes = tensor1d([-1, 2, 0, -1], 'int32');
  const state = { weights: tensor1d(wave(5, 5)), moments: tensor1d(wave(10, 6).map(Math.abs)) };
  const stepped = adam(state, bias, tensor1d([0.01, 0.01, 0, 0.02, 0.01]), tensor1d([1, 0, 1, 0, 1]), 3);
  const [dProduct] = gradients(() => spmm(matrix, x, DROPOUT), [x], dy);
  const [dDropout] = gradients(() => dropout(x, DROPOUT), [x], dy);
  const [dX, dWeight] = gradients(() => linear(x, weight), [x, weight], dy);
  const [dLogits] = gradients(() => softmaxCrossEntropy(x, classes, 2), [x]);
  const [message, own] = [tensor2d(wave(24, 7), [4, 6]), tensor2d(wave(24, 8), [4, 6])];
  const [gateBias, held] = [tensor1d(wave(6, 9)), tensor2d(wave(8, 10), [4, 2])];
  const gated = () => gru(message, gateBias, own, gateBias, held);
  const [dMessage, dGateBias, dOwn, dHeld] = gradients(gated, [message, gateBias, own, held]);
  const checks: Record<string, Tensor> = {
    spmm: spmm(matrix, x),
    'spmm with dropout': spmm(matrix, x, DROPOUT),
    'gradient of spmm': dProduct,
    dropout: dropout(x, DROPOUT),
    'gradient of dropout': dDropout,
    linear: linear(x, weight),
    'gradient of linear (input)': dX,
    'gradient of linear (weight)': dWeight,
    'cross-entropy': softmaxCrossEntropy(x, classes, 2),
    'gradient of cross-entropy': dLogits,
    gru: gated(),
    'gradient of gru (message)': dMessage,
    'gradient of gru (bias)': dGateBias,
    'gradient of gru (own)': dOwn,
    'gradient of gru (state)': dHeld,
    'weights after Adam': stepped.weights,
    'moments after Adam': stepped.moments,
  };
  for (const activation of ACTIVATIONS) {
    const [dSum, dBias] = gradients(() => biasActivation(x, bias, activation), [x, bias], dy);
    checks[activation] = biasActivation(x, bias, activation);
    checks[`gradient of ${activation}`] = dSum;
    checks[`gradient of the bias (${activation})`] = dBias;
  }
  return checks;
}

export async function runSelfTest(): Promise<SelfTestResults> {
  const matrix = new SparseTensor(MATRIX);
  const edges = checkedEdges();
  const checks = tidy(() => ({ ...results(matrix), ...edgeChecks(edges) }));
  const read = new Map<string, Float32Array>();
  for (const [name, tensor] of Object.entries(checks)) {
    read.set(name, await tensor.data<'float32'>());
    tensor.dispose();
  }
  matrix.dispose();
  edges.dispose();
  return read;
}

/** @returns the first check that differs, in words; null when all agree */
export function disagreement(reference: SelfTestResults, tested: SelfTestResults): string | null {
  for (const [name, expected] of reference) {
    const got = tested.get(name);
    const at = expected.findIndex((value, i) => !(Math.abs(value - (got?.[i] ?? NaN)) <= TOLERANCE));
    if (at >= 0) return `${name} gives ${got?.[at]} instead of ${expected[at]}`;
  }
  return null;
}
