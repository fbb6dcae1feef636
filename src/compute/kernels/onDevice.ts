/** Typed arrays of a graph as tensors that outlive the tidy they are made in. */
import { keep, tensor1d, tidy, type Tensor1D } from '@tensorflow/tfjs-core';

/** Storage buffers of no bytes cannot be bound on WebGPU: an empty array becomes one element that nothing points to. */
export function onDevice(values: Float32Array | Int32Array): Tensor1D {
  const dtype = values instanceof Float32Array ? 'float32' : 'int32';
  return tidy(() => keep(tensor1d(values.length > 0 ? values : [0], dtype)));
}
