/**
 * safetensors: the file in which weights travel. Eight bytes, little-endian, hold the length of a JSON header; the header
 * holds for each tensor its type, shape and where its bytes stand in what follows. Nothing in it can be run.
 * Source: the format's own description (huggingface/safetensors, README).
 */
import { fail } from '../../base/errors';

/** A tensor of 32-bit floats, row-major. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The data begin at a multiple of it: the header is filled up with spaces. */
const ALIGNMENT = 8;
export const LENGTH_BYTES = 8;
export const BYTES_PER_FLOAT = 4;
export const METADATA = '__metadata__';

/**
 * @param metadata any texts by name; PyTorch's loaders look for `format: pt`
 * @throws PlaygroundError for two tensors of a name, and for values that do not fill their shape
 */
export function writeSafetensors(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const header: [string, object][] = [];
  if (Object.keys(metadata).length > 0) header.push([METADATA, metadata]);
  let end = 0;
  for (const { name, shape, values } of tensors) {
    const size = shape.reduce((product, length) => product * length, 1);
    if (size !== values.length)
      throw fail('safetensors', `expected ${size} numbers for ${name} (${shape}), got ${values.length}`);
    if (header.some(([known]) => known === name))
      throw fail('safetensors', `expected names that differ, got ${name} twice`);
    const begin = end;
    end += values.length * BYTES_PER_FLOAT;
    header.push([name, { dtype: 'F32', shape, data_offsets: [begin, end] }]);
  }
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const headerBytes = Math.ceil(text.length / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(LENGTH_BYTES + headerBytes + end);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(headerBytes), true);
  file.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerBytes);
  file.set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerBytes;
  for (const { values } of tensors)
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += BYTES_PER_FLOAT;
    }
  return file;
}
