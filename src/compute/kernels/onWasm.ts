/** Byte offsets of tensors in the heap of the `wasm` backend, which our module shares. */
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';

export function wasmBackend(backend: object): BackendWasm {
  if (!(backend instanceof BackendWasm)) throw fail('kernels/wasm', 'expected the wasm backend, got another');
  return backend;
}

/** Offsets stay valid when the heap grows; views of it do not. */
export const offset = (backend: BackendWasm, info: TensorInfo): number =>
  backend.getMemoryOffset(info.dataId);

/** A new tensor, not cleared. */
export const output = (backend: BackendWasm, shape: number[]): TensorInfo =>
  backend.makeOutput(shape, 'float32');

export const integerOutput = (backend: BackendWasm, shape: number[]): TensorInfo =>
  backend.makeOutput(shape, 'int32');
