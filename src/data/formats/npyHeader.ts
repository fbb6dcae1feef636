/**
 * The header of NumPy's array files: a Python dictionary of three entries, found here by their patterns and never
 * evaluated. Source: NumPy Enhancement Proposal 1.
 */
import { fail } from '../base/errors';
import { quoted } from './guards';
import type { ImportFile } from './rawGraph';

export interface NpyHeader {
  /** `f8`, `i4`, `b1`, `U12`, `S3`; `O` for Python objects. */
  readonly type: string;
  readonly isBigEndian: boolean;
  readonly isFortran: boolean;
  readonly shape: readonly number[];
  /** Where the elements begin. */
  readonly start: number;
}

export const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** More dimensions than any array of a graph has. */
const MAX_DIMENSIONS = 8;
/** Headers of honest arrays take 128 bytes; those of structures with many fields some thousand. */
const MAX_HEADER = 65_536;

export const isNpy = ({ bytes }: ImportFile): boolean => NPY_MAGIC.every((byte, i) => bytes[i] === byte);

/** @throws PlaygroundError that names the file */
export function readNpyHeader({ name, bytes }: ImportFile): NpyHeader {
  const version = bytes[6];
  const lengthBytes = version === 1 ? 2 : 4;
  if (!isNpy({ name, bytes }) || bytes.length < 8 + lengthBytes)
    throw fail(name, 'expected a NumPy array, got something else or a file cut short');
  if (version < 1 || version > 3)
    throw fail(name, `expected the .npy format in version 1 to 3, got ${version}.${bytes[7]}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = lengthBytes === 2 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = 8 + lengthBytes + length;
  if (length > MAX_HEADER || start > bytes.length)
    throw fail(name, `expected a header of ${length} bytes, got a file cut short`);
  const text = new TextDecoder().decode(bytes.subarray(8 + lengthBytes, start));
  return { ...parseHeader(name, text), start };
}

/** `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`, padded with blanks. */
function parseHeader(name: string, text: string): Omit<NpyHeader, 'start'> {
  const descr = /'descr'\s{0,9}:\s{0,9}'([<>|=]?)([a-zA-Z]\d{0,9})'/.exec(text);
  const order = /'fortran_order'\s{0,9}:\s{0,9}(True|False)/.exec(text);
  // Python 2 wrote long numbers as 12L.
  const shape = /'shape'\s{0,9}:\s{0,9}\(([\d,\sL]{0,200})\)/.exec(text);
  if (!descr && /'descr'\s{0,9}:\s{0,9}\[/.test(text))
    throw fail(
      name,
      'expected numbers, truth values or text, got an array of records',
      'Save its fields as arrays of their own.',
    );
  if (!descr || !order || !shape)
    throw fail(name, `expected a header with descr, fortran_order and shape, got ${quoted(text, 80)}`);
  const sizes = shape[1]
    .split(',')
    .map((size) => size.trim().replace(/L$/, ''))
    .filter((size) => size !== '');
  if (sizes.length > MAX_DIMENSIONS || sizes.some((size) => !/^\d{1,15}$/.test(size)))
    throw fail(name, `expected at most ${MAX_DIMENSIONS} sizes as shape, got ${quoted(shape[1])}`);
  return {
    type: descr[2],
    isBigEndian: descr[1] === '>',
    isFortran: order[1] === 'True',
    shape: sizes.map(Number),
  };
}
