/** A signed value of a model: 0.312, −1.204, 12.3, 0; very small ones as 2.1e−5. A minus as wide as a digit. */
export function writeSigned(value: number): string {
  if (!Number.isFinite(value)) return 'not a number';
  if (Number.isInteger(value)) return String(value).replace('-', '−');
  const size = Math.abs(value);
  const text = size < 0.0005 ? value.toExponential(1) : value.toFixed(size < 10 ? 3 : size < 100 ? 2 : 1);
  return text.replaceAll('-', '−');
}
