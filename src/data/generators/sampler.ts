/** Draws indices in proportion to weights, by a running sum and a binary search. */
export interface Sampler {
  /** An index; `draw` gives numbers in [0, 1). */
  pick(draw: () => number): number;
}

export function weightedSampler(weights: ArrayLike<number>): Sampler {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i];
  return {
    pick: (draw) => {
      const at = draw() * sum;
      let [low, high] = [0, sums.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sums[middle] > at) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

/** A random order of 0 .. count - 1 (Fisher and Yates). */
export function shuffled(count: number, draw: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
