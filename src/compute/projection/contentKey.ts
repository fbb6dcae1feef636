/** Tells sets of rows apart by what is in them: two 32-bit hashes over shape and bits (FNV-1a, two offsets). */
import { isSparse, type Rows } from './matrix';

const PRIME = 0x01000193;

export function contentKey(rows: Rows): string {
  const shape = Int32Array.of(rows.numRows, rows.numCols);
  const parts = isSparse(rows) ? [shape, rows.rowPtr, rows.colIndex] : [shape];
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  const mix = (bits: Int32Array) => {
    for (const word of bits) {
      a = Math.imul(a ^ word, PRIME);
      b = Math.imul(b ^ (word >>> 16) ^ (word << 16), PRIME);
    }
  };
  for (const part of parts) mix(part);
  const { buffer, byteOffset, length } = rows.values;
  mix(new Int32Array(buffer, byteOffset, length));
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}
