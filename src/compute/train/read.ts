import { clone, type Tensor } from '@tensorflow/tfjs-core';

/** Values of a tensor that may be disposed while they are on their way. */
export async function read(tensor: Tensor): Promise<Float32Array> {
  const copy = clone(tensor);
  try {
    return await copy.data<'float32'>();
  } finally {
    copy.dispose();
  }
}
