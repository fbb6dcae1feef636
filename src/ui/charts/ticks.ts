/** Round numbers for axes and for reading. */

/** The smallest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is at least `value`; 1 if there is none. */
export function roundCeiling(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Two decimals; small numbers keep two significant digits, so that a falling loss never reads 0.00. */
export function readable(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (value !== 0 && Math.abs(value) < 0.01) return value.toExponential(1);
  return value.toFixed(2);
}

/** A tick without trailing zeros: 0, 0.5, 1, 1.5. */
export const tickText = (value: number): string => String(Number(value.toPrecision(3)));
