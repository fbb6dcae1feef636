const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a word writes in full, `-1.5e3`; null for `NaN`, `Infinity`, `0x10`, `1e999` and whatever is none. */
export function decimal(word: string): number | null {
  const value = DECIMAL.test(word) ? Number(word) : NaN;
  return Number.isFinite(value) ? value : null;
}
