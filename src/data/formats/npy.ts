/**
 * NumPy's array files (.npy), reading and writing. Arrays of Python objects are pickles and are not read at all.
 * Source: NumPy Enhancement Proposal 1 and numpy/lib/format.py.
 */
import { fail } from '../base/errors';
import { quoted } from './guards';
import { NPY_MAGIC, readNpyHeader, type NpyHeader } from './npyHeader';
import type { ImportFile } from './rawGraph';

export type NumberArray =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Row-major whatever the file's order; 64-bit integers as doubles, exact below 2^53; a single value has shape []. */
export type NpyArray =
  | { readonly kind: 'number' | 'boolean'; readonly shape: readonly number[]; readonly values: NumberArray }
  | { readonly kind: 'text'; readonly shape: readonly number[]; readonly values: readonly string[] };

/** How elements of each type are read one by one, and the array that holds them. */
interface Element {
  readonly bytes: number;
  readonly make: (length: number) => NumberArray;
  readonly read: (view: DataView, at: number, isLittle: boolean) => number;
}

const ELEMENTS: ReadonlyMap<string, Element> = new Map<string, Element>([
  ['b1', { bytes: 1, make: (n) => new Uint8Array(n), read: (view, at) => Number(view.getUint8(at) !== 0) }],
  ['i1', { bytes: 1, make: (n) => new Int8Array(n), read: (view, at) => view.getInt8(at) }],
  ['u1', { bytes: 1, make: (n) => new Uint8Array(n), read: (view, at) => view.getUint8(at) }],
  ['i2', { bytes: 2, make: (n) => new Int16Array(n), read: (view, at, le) => view.getInt16(at, le) }],
  ['u2', { bytes: 2, make: (n) => new Uint16Array(n), read: (view, at, le) => view.getUint16(at, le) }],
  ['i4', { bytes: 4, make: (n) => new Int32Array(n), read: (view, at, le) => view.getInt32(at, le) }],
  ['u4', { bytes: 4, make: (n) => new Uint32Array(n), read: (view, at, le) => view.getUint32(at, le) }],
  ['i8', { bytes: 8, make: (n) => new Float64Array(n), read: (v, at, le) => Number(v.getBigInt64(at, le)) }],
  ['u8', { bytes: 8, make: (n) => new Float64Array(n), read: (v, at, le) => Number(v.getBigUint64(at, le)) }],
  ['f2', { bytes: 2, make: (n) => new Float32Array(n), read: (v, at, le) => half(v.getUint16(at, le)) }],
  ['f4', { bytes: 4, make: (n) => new Float32Array(n), read: (view, at, le) => view.getFloat32(at, le) }],
  ['f8', { bytes: 8, make: (n) => new Float64Array(n), read: (view, at, le) => view.getFloat64(at, le) }],
]);

/** IEEE 754 half precision: 1 sign, 5 exponent, 10 mantissa bits. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const mantissa = bits & 1023;
  if (exponent === 31) return mantissa ? NaN : sign * Infinity;
  return sign * (exponent ? (1 + mantissa / 1024) * 2 ** (exponent - 15) : mantissa * 2 ** -24);
}

/** `U7`: characters of 4 bytes; `S7`: bytes. Both are filled up with zeros. */
const textBytes = (type: string): number | null =>
  /^[US]\d+$/.test(type) ? Number(type.slice(1)) * (type.startsWith('U') ? 4 : 1) : null;

/** @throws PlaygroundError that names the file, where the elements are neither numbers nor text or are cut short */
export function readNpy(file: ImportFile): NpyArray {
  const header = readNpyHeader(file);
  const { type, shape, start } = header;
  if (type === 'O')
    throw fail(
      file.name,
      'expected numbers, truth values or text, got an array of Python objects, which is a pickle and is not read',
      'Save it as numbers or text: numpy.asarray(x, dtype=...).',
    );
  const element = ELEMENTS.get(type);
  const size = element?.bytes ?? textBytes(type);
  if (size === null)
    throw fail(file.name, `expected numbers, truth values or text, got NumPy's type ${quoted(type)}`);
  const count = shape.reduce((product, each) => product * each, 1);
  const found = file.bytes.length - start;
  if (count * size > found || (size === 0 && count > found))
    throw fail(
      file.name,
      `expected ${count * size} bytes for shape (${shape.join(', ')}), got ${found}`,
      'The file is cut short: save or copy it again.',
    );
  const order = header.isFortran && shape.length > 1 ? rowMajor(shape, count) : null;
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset + start, count * size);
  if (!element) return { kind: 'text', shape, values: texts(view, header, count, size, order) };
  const values = element.make(count);
  for (let i = 0; i < count; i++)
    values[order ? order[i] : i] = element.read(view, i * size, !header.isBigEndian);
  return { kind: type === 'b1' ? 'boolean' : 'number', shape, values };
}

/** Place in row-major order of each element in column-major (Fortran) order. */
function rowMajor(shape: readonly number[], count: number): Int32Array {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const place = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    let rest = i;
    for (const [axis, size] of shape.entries()) {
      place[i] += (rest % size) * strides[axis];
      rest = Math.floor(rest / size);
    }
  }
  return place;
}

function texts(
  view: DataView,
  { type, isBigEndian }: NpyHeader,
  count: number,
  size: number,
  order: Int32Array | null,
): string[] {
  const values = Array.from({ length: count }, () => '');
  const step = type.startsWith('U') ? 4 : 1;
  for (let i = 0; i < count; i++) {
    let text = '';
    for (let at = i * size; at < (i + 1) * size; at += step) {
      const code = step === 4 ? view.getUint32(at, !isBigEndian) : view.getUint8(at);
      // What is no character at all is shown as the mark for that.
      if (code !== 0) text += String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd);
    }
    values[order ? order[i] : i] = text;
  }
  return values;
}

const WRITTEN = [
  { array: Float32Array, type: '<f4' },
  { array: Float64Array, type: '<f8' },
  { array: Int32Array, type: '<i4' },
  { array: Uint8Array, type: '|u1' },
] as const;

/** Elements begin at a multiple of this, so that they can be mapped into memory. */
const ALIGNMENT = 64;

/**
 * The bytes of a .npy file (version 1.0, row-major, little-endian).
 *
 * @throws PlaygroundError when the values do not fill the shape
 */
export function writeNpy(
  values: Float32Array | Float64Array | Int32Array | Uint8Array,
  shape: readonly number[],
): Uint8Array<ArrayBuffer> {
  const count = shape.reduce((product, size) => product * size, 1);
  if (count !== values.length)
    throw fail('writeNpy', `expected ${count} values for shape (${shape.join(', ')}), got ${values.length}`);
  const type = WRITTEN.find(({ array }) => values instanceof array)?.type ?? '<f4';
  const sizes = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': ${sizes}, }`;
  const start = Math.ceil((10 + header.length + 1) / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(start + values.byteLength);
  file.set([...NPY_MAGIC, 1, 0]);
  new DataView(file.buffer).setUint16(8, start - 10, true);
  file.set(new TextEncoder().encode(`${header.padEnd(start - 11)}\n`), 10);
  const little = new DataView(file.buffer, start);
  const bytes = values.BYTES_PER_ELEMENT;
  for (const [i, value] of values.entries()) {
    if (type === '<f4') little.setFloat32(i * bytes, value, true);
    else if (type === '<f8') little.setFloat64(i * bytes, value, true);
    else if (type === '<i4') little.setInt32(i * bytes, value, true);
    else little.setUint8(i, value);
  }
  return file;
}
