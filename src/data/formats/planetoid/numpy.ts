/** Numpy arrays and scipy matrices, as pickle.ts collects them, into typed arrays. */
import { fail } from '../../base/errors';
import type { SparseMatrix } from '../../graph/graphData';
import { csrMatrix } from '../csr';
import { quoted } from '../guards';
import { NumpyArray, NumpyDtype, ScipyCsr } from './pickle';

/** Reads element number i of a byte buffer, little endian or not. */
type ElementReader = (view: DataView, i: number, isLittle: boolean) => number;

const ELEMENTS: Readonly<Record<string, { bytes: number; read: ElementReader }>> = {
  b1: { bytes: 1, read: (view, i) => view.getUint8(i) },
  i1: { bytes: 1, read: (view, i) => view.getInt8(i) },
  u1: { bytes: 1, read: (view, i) => view.getUint8(i) },
  i2: { bytes: 2, read: (view, i, isLittle) => view.getInt16(2 * i, isLittle) },
  i4: { bytes: 4, read: (view, i, isLittle) => view.getInt32(4 * i, isLittle) },
  i8: { bytes: 8, read: (view, i, isLittle) => Number(view.getBigInt64(8 * i, isLittle)) },
  f4: { bytes: 4, read: (view, i, isLittle) => view.getFloat32(4 * i, isLittle) },
  f8: { bytes: 8, read: (view, i, isLittle) => view.getFloat64(8 * i, isLittle) },
};

export interface NumberArray {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float64Array;
}

/** Any array of numbers, in double precision: exact for every integer below 2^53. */
export function readArray(area: string, value: unknown): NumberArray {
  if (!(value instanceof NumpyArray) || !Array.isArray(value.state) || value.state.length !== 5)
    throw fail(area, 'expected a numpy array, got something else');
  const [, shape, dtype, isFortran, raw]: readonly unknown[] = value.state;
  if (!isShape(shape) || !(dtype instanceof NumpyDtype) || !isRaw(raw))
    throw fail(area, 'expected a numpy array with a shape, a dtype and its bytes, got something else');
  const element = ELEMENTS[dtype.code];
  if (!element)
    throw fail(
      area,
      `expected numbers (${Object.keys(ELEMENTS).join(', ')}), got dtype ${quoted(dtype.code)}`,
    );
  if (isFortran === true && shape.length > 1)
    throw fail(area, 'expected rows one after the other, got an array in Fortran order');
  const count = shape.reduce((product, size) => product * size, 1);
  if (raw.length !== count * element.bytes)
    throw fail(
      area,
      `expected ${count * element.bytes} bytes for shape ${shape.join(' x ')}, got ${raw.length}`,
    );
  const bytes = typeof raw === 'string' ? bytesOf(raw) : raw;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = element.read(view, i, dtype.byteOrder !== '>');
  return { shape, values };
}

/** Bytes are a string in Python 2. */
const isRaw = (value: unknown): value is string | Uint8Array =>
  typeof value === 'string' || value instanceof Uint8Array;

function bytesOf(raw: string): Uint8Array {
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = raw.charCodeAt(at);
  return bytes;
}

/** No array of a set has more dimensions. */
const MAX_DIMENSIONS = 4;

const isShape = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length <= MAX_DIMENSIONS &&
  value.every((size) => typeof size === 'number' && Number.isInteger(size) && size >= 0);

/** A scipy CSR matrix with its columns ascending within each row. */
export function readCsr(area: string, value: unknown): SparseMatrix {
  if (!(value instanceof ScipyCsr)) throw fail(area, 'expected a scipy csr_matrix, got something else');
  const { attributes } = value;
  const shape = attributes.get('_shape') ?? attributes.get('shape');
  if (!isShape(shape) || shape.length !== 2) throw fail(area, 'expected a matrix of two dimensions');
  const [numRows = 0, numCols = 0] = shape;
  const part = (name: string) => readArray(`${area}: ${name}`, attributes.get(name)).values;
  return csrMatrix(area, [numRows, numCols], {
    indptr: part('indptr'),
    indices: part('indices'),
    data: part('data'),
  });
}
