/**
 * Lists of numbers in few bytes. Whole numbers as zigzag differences, so that sorted lists are small and others still
 * exact. float32 in the shortest of three forms, all exact to the bit; none may hold NaN or infinities.
 */
import { fail } from '../../base/errors';
import { broken, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';

export function writeIntegers(out: ByteWriter, list: Int32Array): void {
  let last = 0;
  for (const value of list) {
    out.signed(value - last);
    last = value;
  }
}

/** Every number is checked to be from `min` to `max`. */
export function readIntegers(
  bytes: ByteReader,
  length: number,
  what: string,
  min: number,
  max: number,
): Int32Array {
  if (length > bytes.left) throw broken(`expected ${length} ${what}, got ${bytes.left} bytes for them`);
  const list = new Int32Array(length);
  let value = 0;
  for (let k = 0; k < length; k++) {
    value += bytes.signed(what);
    if (!(value >= min && value <= max)) throw broken(`expected ${what} from ${min} to ${max}, got ${value}`);
    list[k] = value;
  }
  return list;
}

const FORM = { table: 0, integers: 1, planes: 2 } as const;
/** A table's indices are bytes. */
const MAX_TABLE = 256;
/** Whole numbers up to here are exact as float32, and their zigzag differences fit 32 bits. */
const MAX_INTEGER = 2 ** 24;

const bitsOf = (values: Float32Array): Uint32Array =>
  new Uint32Array(values.buffer, values.byteOffset, values.length);

/**
 * `table`: the distinct values, then an index of one byte each, or none where all are the same. `integers`: their
 * zigzag varints. `planes`: the first bytes of all (little endian), then the second and so on, which deflate shortens
 * better than float after float.
 */
export function writeFloats(out: ByteWriter, values: Float32Array): void {
  if (!values.every(Number.isFinite)) throw fail('packed graph', 'expected finite numbers, got others');
  const bits = bitsOf(values);
  const table = tableOf(bits);
  const size = table ? 4 * table.size + (table.size > 1 ? values.length : 0) : Infinity;
  const integers = integerBytes(values);
  if (table && size <= Math.min(integers, 4 * values.length)) {
    out.varint(FORM.table);
    out.varint(table.size);
    writePlanes(out, Uint32Array.from(table.keys()));
    if (table.size > 1) out.bytes(Uint8Array.from(bits, (each) => table.get(each) ?? 0));
  } else if (integers < 4 * values.length) {
    out.varint(FORM.integers);
    for (const value of values) out.signed(value);
  } else {
    out.varint(FORM.planes);
    writePlanes(out, bits);
  }
}

/** Bit patterns with their places; null where there are too many, or no value at all. */
function tableOf(bits: Uint32Array): Map<number, number> | null {
  if (bits.length === 0) return null;
  const table = new Map<number, number>();
  for (const each of bits) {
    if (table.has(each)) continue;
    if (table.size === MAX_TABLE) return null;
    table.set(each, table.size);
  }
  return table;
}

/** Bytes as zigzag varints; Infinity where a value is not whole, or is -0. */
function integerBytes(values: Float32Array): number {
  let bytes = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (!Number.isInteger(value) || size > MAX_INTEGER || Object.is(value, -0)) return Infinity;
    bytes += size < 64 ? 1 : size < 8192 ? 2 : size < 1_048_576 ? 3 : 4;
  }
  return bytes;
}

function writePlanes(out: ByteWriter, bits: Uint32Array): void {
  const plane = new Uint8Array(bits.length);
  for (let shift = 0; shift < 32; shift += 8) {
    for (let k = 0; k < bits.length; k++) plane[k] = bits[k] >>> shift;
    out.bytes(plane);
  }
}

function readPlanes(bytes: ByteReader, length: number, what: string): Float32Array {
  const planes = bytes.bytes(4 * length, what);
  const values = new Float32Array(length);
  const bits = bitsOf(values);
  for (let plane = 0; plane < 4; plane++)
    for (let k = 0; k < length; k++) bits[k] |= planes[plane * length + k] << (8 * plane);
  if (!values.every(Number.isFinite)) throw broken(`expected finite numbers for ${what}, got others`);
  return values;
}

/** @param length known from elsewhere and checked against a limit there: a table of one value takes no more bytes */
export function readFloats(bytes: ByteReader, length: number, what: string): Float32Array {
  const form = bytes.varint(`the form of ${what}`, FORM.planes);
  if (form === FORM.planes) return readPlanes(bytes, length, what);
  if (form === FORM.integers) {
    if (length > bytes.left) throw broken(`expected ${length} ${what}, got ${bytes.left} bytes for them`);
    const values = new Float32Array(length);
    for (let k = 0; k < length; k++) values[k] = bytes.signed(what);
    return values;
  }
  const size = bytes.varint(`the different values of ${what}`, MAX_TABLE);
  if (size === 0) throw broken(`expected a value of ${what}, got none`);
  const table = readPlanes(bytes, size, what);
  if (size === 1) return new Float32Array(length).fill(table[0]);
  return Float32Array.from(bytes.bytes(length, what), (place) => {
    if (place >= size) throw broken(`expected one of ${size} values of ${what}, got number ${place}`);
    return table[place];
  });
}
