/**
 * Cuts a flat tensor into flat tensors: part k holds packed[offsets[k]] .. packed[offsets[k] + sizes[k] - 1]. The
 * slice of tfjs does the same, but on wasm it copies the whole of its input for every part.
 */
import { engine, type Tensor1D } from '@tensorflow/tfjs-core';

export const UNPACK = 'PlaygroundUnpack';

export const unpack = (packed: Tensor1D, offsets: readonly number[], sizes: readonly number[]): Tensor1D[] =>
  engine().runKernel<Tensor1D[]>(UNPACK, { packed }, { offsets: [...offsets], sizes: [...sizes] });
