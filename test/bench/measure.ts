/** Medians of repeated timings. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export interface Plan {
  readonly warmUp: number;
  readonly samples: number;
  /** Steps timed together for one sample: short steps are below the clock's resolution. */
  readonly stepsPerSample: number;
}

/** Milliseconds per step, one number for each sample. `settle` resolves when all submitted work is done. */
export async function timeSteps(
  step: () => void,
  settle: () => Promise<unknown>,
  { warmUp, samples, stepsPerSample }: Plan,
): Promise<number[]> {
  for (let i = 0; i < warmUp; i++) step();
  await settle();
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const began = performance.now();
    for (let i = 0; i < stepsPerSample; i++) step();
    await settle();
    times.push((performance.now() - began) / stepsPerSample);
  }
  return times;
}
