/** Initial parameters, drawn on the CPU once: the same numbers for a seed whatever the backend. */
import { randomKey, STREAM, uniform } from '../../data/base/random';

/**
 * Glorot and Bengio, AISTATS 2010: uniform in [-a, a] with a = sqrt(6 / (inChannels + outChannels)).
 *
 * @param size how many numbers, where the tensor has further dimensions
 * @param tensor number of the parameter in its model, so that each has draws of its own
 */
export function glorotUniform(
  inChannels: number,
  outChannels: number,
  seed: number,
  tensor: number,
  size = inChannels * outChannels,
): Float32Array {
  const limit = Math.sqrt(6 / (inChannels + outChannels));
  const key = randomKey(seed, STREAM.init, tensor);
  return Float32Array.from({ length: size }, (_, i) => limit * (2 * uniform(key, i) - 1));
}
