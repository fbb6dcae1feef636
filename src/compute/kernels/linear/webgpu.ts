/** The dense product and its gradients by the batched product of tfjs itself, which is good on webgpu. */
import { getKernel, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import { input } from '../kernelCall';
import { LINEAR, LINEAR_INPUT_GRADIENT, LINEAR_WEIGHT_GRADIENT } from './index';

const BACKEND = 'webgpu';

interface Transposes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

const asBatch = ({ dataId, shape, dtype }: TensorInfo): TensorInfo => ({
  dataId,
  shape: [1, ...shape],
  dtype,
});

function product(backend: object, a: TensorInfo, b: TensorInfo, transposes: Transposes) {
  const { kernelFunc } = getKernel('BatchMatMul', BACKEND);
  const batch = kernelFunc({
    inputs: { a: asBatch(a), b: asBatch(b) },
    backend,
    attrs: { ...transposes },
  });
  if (Array.isArray(batch)) throw fail('kernels/linear', 'expected one product from tfjs, got several');
  return { dataId: batch.dataId, shape: batch.shape.slice(1), dtype: batch.dtype };
}

export const linearWebgpu: readonly KernelConfig[] = [
  {
    kernelName: LINEAR,
    backendName: BACKEND,
    kernelFunc: ({ inputs, backend }) =>
      product(backend, input(inputs, 'x'), input(inputs, 'w'), {
        transposeA: false,
        transposeB: false,
      }),
  },
  {
    kernelName: LINEAR_INPUT_GRADIENT,
    backendName: BACKEND,
    kernelFunc: ({ inputs, backend }) =>
      product(backend, input(inputs, 'dy'), input(inputs, 'w'), {
        transposeA: false,
        transposeB: true,
      }),
  },
  {
    kernelName: LINEAR_WEIGHT_GRADIENT,
    backendName: BACKEND,
    kernelFunc: ({ inputs, backend }) =>
      product(backend, input(inputs, 'x'), input(inputs, 'dy'), {
        transposeA: true,
        transposeB: false,
      }),
  },
];
