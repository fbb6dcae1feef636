/** Arrays as text: lists of numbers where they are short, else their bytes, compressed, in base64. */
import { zlibSync } from 'fflate';
import type { NamedArray } from './arrays';
import { indented, list, text } from './literals';

/** Numbers that a person would still write out. */
const MOST_IN_A_LIST = 200;
const BASE64_LINE = 96;

/** A Python expression for the array. */
export function arrayLiteral({ shape, values }: NamedArray): string {
  if (values.length <= MOST_IN_A_LIST) {
    const type = values instanceof Float32Array ? ', np.float32' : ', np.int64';
    return `np.array(${list(itemsOf(shape, values))}${type})${isEmptyPairs(shape) ? '.reshape(-1, 2)' : ''}`;
  }
  const type = values instanceof Float32Array ? '<f4' : '<i4';
  const lines = base64(zlibSync(littleEndian(values), { level: 9 })).match(
    new RegExp(`.{1,${BASE64_LINE}}`, 'g'),
  );
  const body = indented((lines ?? []).map((line) => text(line)).join('\n'));
  return `unpacked("${type}", (${shape.join(', ')}${shape.length === 1 ? ',' : ''}),\n${body}\n)`;
}

const isEmptyPairs = (shape: readonly number[]) => shape.length === 2 && shape[0] === 0;

/** Rows of a matrix as lists of their own. */
function itemsOf(shape: readonly number[], values: Int32Array | Float32Array): readonly string[] {
  const numbers = Array.from(values, shortest);
  const [, columns] = shape;
  if (columns === undefined) return numbers;
  return Array.from(
    { length: shape[0] },
    (_, row) => `[${numbers.slice(row * columns, (row + 1) * columns).join(', ')}]`,
  );
}

/** The shortest decimal that gives the same 32-bit number. */
function shortest(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'np.nan' : value > 0 ? 'np.inf' : '-np.inf';
  for (let digits = 1; digits <= 9; digits++) {
    const written = Number(value.toPrecision(digits));
    if (Math.fround(written) === value) return String(written);
  }
  return String(value);
}

export function littleEndian(values: Int32Array | Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  if (values instanceof Float32Array) values.forEach((value, i) => view.setFloat32(4 * i, value, true));
  else values.forEach((value, i) => view.setInt32(4 * i, value, true));
  return bytes;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
