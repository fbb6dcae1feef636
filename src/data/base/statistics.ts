/** Mean and spread of a few numbers. */
export interface Spread {
  readonly mean: number;
  /** Standard deviation of the sample (n - 1 below); 0 for a single number. */
  readonly deviation: number;
}

/** @param values one or more */
export function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}
