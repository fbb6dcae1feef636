/** Reads what `writeSafetensors` writes, from wherever it comes: every number in the header is checked. */
import { fail } from '../../base/errors';
import { BYTES_PER_FLOAT, LENGTH_BYTES, METADATA, type NamedTensor } from './write';

const AREA = 'safetensors';
/** As in the format's own reader. */
const LONGEST_HEADER = 100_000_000;

export interface Safetensors {
  readonly tensors: readonly NamedTensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCounts = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0);

const field = (entry: object, key: string): unknown =>
  Object.entries(entry).find(([name]) => name === key)?.[1];

/** @throws PlaygroundError for a file that is cut short, a header that does not fit it, and other types than F32 */
export function readSafetensors(file: Uint8Array): Safetensors {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const dataStart = endOfHeader(view);
  const header = headerOf(file.subarray(LENGTH_BYTES, dataStart));
  const entries = Object.entries(header);
  return {
    tensors: entries
      .filter(([name]) => name !== METADATA)
      .map(([name, entry]) => tensorOf(name, entry, view, dataStart)),
    metadata: metadataOf(entries.find(([name]) => name === METADATA)?.[1]),
  };
}

function endOfHeader(view: DataView): number {
  if (view.byteLength < LENGTH_BYTES)
    throw fail(AREA, `expected ${LENGTH_BYTES} bytes or more, got ${view.byteLength}`);
  const length = view.getBigUint64(0, true);
  const room = view.byteLength - LENGTH_BYTES;
  if (length > BigInt(Math.min(room, LONGEST_HEADER)))
    throw fail(AREA, `expected a header within the ${room} bytes of the file, got one of ${length}`);
  return LENGTH_BYTES + Number(length);
}

function headerOf(bytes: Uint8Array): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw fail(AREA, 'expected a header of JSON, got something else');
  }
  if (!isObject(header)) throw fail(AREA, 'expected an object in the header, got something else');
  return header;
}

function metadataOf(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  if (!isObject(value)) throw fail(AREA, 'expected texts by name as metadata, got something else');
  return Object.fromEntries(
    Object.entries(value).map(([key, text]: [string, unknown]): [string, string] => {
      if (typeof text !== 'string')
        throw fail(AREA, `expected a text as metadata '${key}', got ${typeof text}`);
      return [key, text];
    }),
  );
}

function tensorOf(name: string, entry: unknown, view: DataView, dataStart: number): NamedTensor {
  const [dtype, shape, offsets] = isObject(entry)
    ? ['dtype', 'shape', 'data_offsets'].map((key) => field(entry, key))
    : [];
  if (dtype !== 'F32') throw fail(AREA, `expected F32 for ${name}, got ${JSON.stringify(dtype)}`);
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2)
    throw fail(AREA, `expected a shape and two offsets for ${name}, got something else`);
  const [begin, end] = offsets;
  const size = shape.reduce((product, length) => product * length, 1);
  const room = view.byteLength - dataStart;
  if (end > room || end - begin !== size * BYTES_PER_FLOAT)
    throw fail(
      AREA,
      `expected ${size * BYTES_PER_FLOAT} bytes for ${name} within ${room}, got ${begin} to ${end}`,
      'The file may be cut short.',
    );
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) values[i] = view.getFloat32(dataStart + begin + i * BYTES_PER_FLOAT, true);
  return { name, shape, values };
}
