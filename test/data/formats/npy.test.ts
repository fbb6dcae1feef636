import { describe, expect, it } from 'vitest';
import { readNpy, writeNpy } from '../../../src/data/formats/npy';
import { sampleFile } from './sampleFiles';

const read = (name: string) => {
  const { kind, shape, values } = readNpy(sampleFile(name));
  return { kind, shape, values: Array.from<number | string>(values) };
};

const npyOf = (header: string, elements: readonly number[] = []) => ({
  name: 'made.npy',
  bytes: Uint8Array.from([
    0x93,
    ...new TextEncoder().encode('NUMPY'),
    1,
    0,
    header.length & 255,
    header.length >> 8,
    ...new TextEncoder().encode(header),
    ...elements,
  ]),
});

describe('NumPy arrays', () => {
  it('reads what NumPy wrote: half precision, big-endian, Fortran order, truth values, text, bytes, a single value', () => {
    expect(read('f2.npy')).toEqual({
      kind: 'number',
      shape: [4],
      values: [0.5, -2, 6.103515625e-5, 5.960464477539063e-8],
    });
    expect(read('big-i8.npy')).toEqual({
      kind: 'number',
      shape: [2, 3],
      values: [1, -2, 3, 4, 5, -(2 ** 40)],
    });
    expect(read('fortran-u2.npy')).toEqual({
      kind: 'number',
      shape: [2, 3],
      values: [1, 2, 3, 4, 5, 65535],
    });
    expect(read('truth.npy')).toEqual({ kind: 'boolean', shape: [2], values: [1, 0] });
    expect(read('text.npy')).toEqual({ kind: 'text', shape: [3], values: ['ja', 'nein', '😀'] });
    expect(read('bytes.npy')).toEqual({ kind: 'text', shape: [2], values: ['ab', 'c'] });
    expect(read('scalar.npy')).toEqual({ kind: 'number', shape: [], values: [7] });
    expect(read('version2.npy')).toEqual({ kind: 'number', shape: [3], values: [0, 1, 2] });
  });

  it('refuses Python objects, which are pickles, and records', () => {
    expect(() => read('object.npy')).toThrow('object.npy: expected numbers, truth values or text');
    expect(() => read('object.npy')).toThrow('a pickle and is not read');
    expect(() => read('record.npy')).toThrow(
      'record.npy: expected numbers, truth values or text, got an array of records',
    );
  });

  it('never evaluates a header', () => {
    const header = "{'descr': __import__('os').system('x'), 'fortran_order': False, 'shape': (1,), }";
    expect(() => readNpy(npyOf(header))).toThrow('made.npy: expected a header with descr');
  });

  it('says where an array is cut short, and does not make one for a size that is only claimed', () => {
    const huge = "{'descr': '<f8', 'fortran_order': True, 'shape': (999999999999, 99999, 99999), }";
    expect(() => readNpy(npyOf(huge, [0, 0]))).toThrow('got 2');
    const whole = sampleFile('big-i8.npy');
    for (let length = 0; length < whole.bytes.length; length++)
      expect(() => readNpy({ name: 'cut.npy', bytes: whole.bytes.subarray(0, length) })).toThrow('cut.npy: ');
    expect(() => readNpy(npyOf("{'descr': '<c16', 'fortran_order': False, 'shape': (), }"))).toThrow(
      "got NumPy's type 'c16'",
    );
  });

  it('writes what it reads, and aligns the elements', () => {
    for (const values of [
      Float32Array.of(1.5, -2, 3, 4, 5, NaN),
      Float64Array.of(0.1, 2, 3, 4, 5, Infinity),
      Int32Array.of(1, -2, 3, 4, 5, 6),
      Uint8Array.of(1, 2, 3, 4, 5, 255),
    ])
      for (const shape of [[6], [2, 3], [1, 6, 1]]) {
        const bytes = writeNpy(values, shape);
        expect((bytes.length - values.byteLength) % 64).toBe(0);
        const back = readNpy({ name: 'back.npy', bytes });
        expect(back.shape).toEqual(shape);
        expect(back.values).toEqual(values);
      }
    expect(() => writeNpy(new Float32Array(5), [2, 3])).toThrow('expected 6 values for shape (2, 3), got 5');
  });

  it('writes the very bytes that NumPy writes', () => {
    const ours = writeNpy(Int32Array.of(0, 1, 2), [3]);
    const numpys = sampleFile('version2.npy').bytes;
    // That sample is of version 2, whose header is longer by two bytes of length.
    const headerOf = (bytes: Uint8Array, from: number) =>
      new TextDecoder().decode(bytes.subarray(from)).replace(/\s*\n[^]*$/, '');
    expect(headerOf(ours, 10)).toBe(headerOf(numpys, 12));
    expect(ours.slice(-12)).toEqual(numpys.slice(-12));
  });
});
