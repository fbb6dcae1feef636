/** The table of embeddings in plain typed arrays: the readable reference, and the way without WebAssembly. */
import { ADAM, adamStepSize, type EmbeddingTable, type TableShape, type TableState } from './skipGram';

/** @param start numNodes x dimension each; copied */
export function plainTable(
  { numNodes, dimension, walkLength, context }: TableShape,
  start: TableState,
): EmbeddingTable {
  const weights = start.weights.slice();
  const firstMoment = start.firstMoment.slice();
  const secondMoment = start.secondMoment.slice();
  const gradient = new Float32Array(weights.length);
  const touched = new Uint8Array(numNodes);

  /** Adds the gradient of one pair; returns its loss. */
  const addPair = (u: number, v: number, sign: number, scale: number): number => {
    const a = u * dimension;
    const b = v * dimension;
    let dot = 0;
    for (let c = 0; c < dimension; c++) dot += weights[a + c] * weights[b + c];
    const x = sign * dot;
    const e = Math.exp(-Math.abs(x));
    const coefficient = (sign * scale * (x > 0 ? 1 : e)) / (1 + e);
    for (let c = 0; c < dimension; c++) {
      gradient[a + c] += coefficient * weights[b + c];
      gradient[b + c] += coefficient * weights[a + c];
    }
    return Math.max(x, 0) + Math.log1p(e);
  };

  return {
    addWalks: (walks, isNegative, scale) => {
      const sign = isNegative ? 1 : -1;
      for (const node of walks) touched[node] = 1;
      let total = 0;
      for (let walk = 0; walk < walks.length; walk += walkLength)
        for (let u = walk; u <= walk + walkLength - context; u++)
          for (let v = u + 1; v < u + context; v++) total += addPair(walks[u], walks[v], sign, scale);
      return total;
    },
    step: (learningRate, step) => {
      const size = adamStepSize(learningRate, step);
      for (let node = 0; node < numNodes; node++) {
        if (touched[node] === 0) continue;
        touched[node] = 0;
        for (let i = node * dimension; i < (node + 1) * dimension; i++) {
          const g = gradient[i];
          gradient[i] = 0;
          firstMoment[i] += (1 - ADAM.beta1) * (g - firstMoment[i]);
          secondMoment[i] += (1 - ADAM.beta2) * (g * g - secondMoment[i]);
          weights[i] -= (size * firstMoment[i]) / (Math.sqrt(secondMoment[i]) + ADAM.epsilon);
        }
      }
    },
    read: () => ({
      weights: weights.slice(),
      firstMoment: firstMoment.slice(),
      secondMoment: secondMoment.slice(),
    }),
  };
}
