import { describe, expect, it } from 'vitest';
import { readSafetensors } from '../../src/data/formats/safetensors/read';
import { writeSafetensors, type NamedTensor } from '../../src/data/formats/safetensors/write';

const tensors: readonly NamedTensor[] = [
  { name: 'layers.0.weight', shape: [2, 3], values: Float32Array.of(1, -2, 3.5, 0, 1e-9, -1e9) },
  { name: 'layers.0.bias', shape: [3], values: Float32Array.of(0.1, 0.2, 0.3) },
  { name: 'empty', shape: [0, 4], values: new Float32Array(0) },
  { name: 'scalar "quoted" ω', shape: [], values: Float32Array.of(7) },
];

/** A file of this header, and of so many bytes after it. */
function fileOf(header: string, dataBytes: number, length = header.length): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + dataBytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(text, 8);
  return file;
}

const entry = (change: object) =>
  JSON.stringify({ w: { dtype: 'F32', shape: [2], data_offsets: [0, 8], ...change } });

describe('safetensors', () => {
  it('gives back what was written, metadata included', () => {
    const file = writeSafetensors(tensors, { format: 'pt', epoch: '200' });
    expect(readSafetensors(file)).toEqual({ tensors, metadata: { format: 'pt', epoch: '200' } });
  });

  it('reads from the middle of a larger buffer', () => {
    const file = writeSafetensors(tensors);
    const larger = new Uint8Array(file.length + 3);
    larger.set(file, 3);
    expect(readSafetensors(larger.subarray(3))).toEqual({ tensors, metadata: {} });
  });

  it('begins with the length of the header, and the data at a multiple of eight', () => {
    const file = writeSafetensors(tensors);
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(length % 8).toBe(0);
    const header: unknown = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
    expect(header).toMatchObject({
      'layers.0.weight': { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
      'layers.0.bias': { data_offsets: [24, 36] },
    });
    expect(file.length).toBe(8 + length + 4 * 10);
  });

  it('refuses two tensors of a name and values that do not fill their shape', () => {
    const [first] = tensors;
    expect(() => writeSafetensors([first!, first!])).toThrow(/layers.0.weight twice/);
    expect(() => writeSafetensors([{ ...first!, shape: [7] }])).toThrow(/expected 7 numbers/);
  });

  it.each([
    ['nothing', new Uint8Array(3), /expected 8 bytes or more/],
    ['a header longer than the file', fileOf('{}', 0, 3), /header within the 2 bytes/],
    ['a header of 2^60 bytes', fileOf('{}', 0, 2 ** 60), /header within/],
    ['a header that is no JSON', fileOf('{"w"', 8), /header of JSON/],
    ['a header that is a list', fileOf('[]', 0), /an object in the header/],
    ['another type', fileOf(entry({ dtype: 'F64' }), 8), /expected F32 for w, got "F64"/],
    ['data that are cut short', fileOf(entry({}), 7), /expected 8 bytes for w within 7/],
    ['offsets that do not fit the shape', fileOf(entry({ shape: [3] }), 8), /expected 12 bytes/],
    ['a negative shape', fileOf(entry({ shape: [-2] }), 8), /a shape and two offsets/],
    ['metadata of other things than texts', fileOf('{"__metadata__":{"a":1}}', 0), /a text as metadata 'a'/],
  ])('refuses %s', (_what, file, message) => {
    expect(() => readSafetensors(file)).toThrow(message);
  });
});
