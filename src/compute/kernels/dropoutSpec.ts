/**
 * How dropout is told to a kernel. The mask is never stored: entry i survives when
 * `randomBits(key, i) >>> 8 >= threshold` (data/base/random.ts), in the forward pass and in the gradient alike.
 */
export interface DropoutSpec {
  /** From `randomKey`: one for each layer and step. */
  readonly key: number;
  /** Share dropped, 0 <= rate < 1. */
  readonly rate: number;
}

/** As kernel attributes: integers that compare alike in float and integer arithmetic on every backend. */
export interface DropoutAttrs {
  readonly key: number;
  /** Of 2^24. */
  readonly threshold: number;
  /** What survives is multiplied by it, so that the expected value stays: 1 / (1 - rate). */
  readonly scale: number;
}

export const dropoutAttrs = ({ key, rate }: DropoutSpec): DropoutAttrs => ({
  key,
  threshold: Math.ceil(rate * 2 ** 24),
  scale: 1 / (1 - rate),
});
