/** Access to the plain typed arrays behind tensors of the `cpu` backend. */
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';

function backendOf(backend: object): MathBackendCPU {
  if (!(backend instanceof MathBackendCPU))
    throw fail('kernels/cpu', 'expected the cpu backend, got another');
  return backend;
}

export function floats(backend: object, info: TensorInfo): Float32Array {
  const { values } = backendOf(backend).data.get(info.dataId);
  if (values instanceof Float32Array) return values;
  throw fail('kernels/cpu', `expected float32 values, got ${info.dtype}`);
}

export function integers(backend: object, info: TensorInfo): Int32Array {
  const { values } = backendOf(backend).data.get(info.dataId);
  if (values instanceof Int32Array) return values;
  throw fail('kernels/cpu', `expected int32 values, got ${info.dtype}`);
}

export function output(backend: object, shape: number[], values: Float32Array): TensorInfo {
  return backendOf(backend).makeTensorInfo(shape, 'float32', values);
}

export function integerOutput(backend: object, shape: number[], values: Int32Array): TensorInfo {
  return backendOf(backend).makeTensorInfo(shape, 'int32', values);
}
