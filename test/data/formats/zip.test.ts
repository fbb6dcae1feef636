import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/data/formats/crc32';
import { IMPORT_LIMITS } from '../../../src/data/formats/rawGraph';
import { openZip } from '../../../src/data/formats/zip';
import { readFiles } from './files';

const text = (value: string) => new TextEncoder().encode(value);
/** `toEqual` takes seconds for a megabyte. */
const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const archive = (bytes: Uint8Array, bytesAllowed = IMPORT_LIMITS.bytes) =>
  openZip({ name: 'a.zip', bytes }, { ...IMPORT_LIMITS, bytes: bytesAllowed });

/** Sets 4 bytes in the first header of a kind: 1 local, 2 in the directory. */
function patched(bytes: Uint8Array, kind: 1 | 2, field: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const signature = kind === 1 ? 0x04034b50 : 0x02014b50;
  let at = 0;
  while (view.getUint32(at, true) !== signature) at++;
  view.setUint32(at + field, value, true);
  return copy;
}

describe('zip archives', () => {
  it('have the checksum of the standard', () => {
    // The check value of CRC-32 (ISO 3309).
    expect(crc32(text('123456789'))).toBe(0xcbf43926);
  });

  it('list their files first and unpack each when asked, packed or stored', () => {
    const long = text('graph '.repeat(20_000));
    const made = zipSync({
      'b/long.txt': long,
      'short.txt': [text('hi'), { level: 0 }],
      'empty.txt': text(''),
    });
    const { names, unpack } = archive(made);
    expect(names).toEqual(['b/long.txt', 'short.txt', 'empty.txt']);
    expect(isSame(unpack('b/long.txt').bytes, long)).toBe(true);
    expect(unpack('b/long.txt').name).toBe('a.zip: b/long.txt');
    expect(unpack('short.txt').bytes).toEqual(text('hi'));
    expect(unpack('empty.txt').bytes).toHaveLength(0);
    expect(() => unpack('other')).toThrow("a.zip: expected 'other' in it, got none");
  });

  it('take names as names: ../ and __proto__ do nothing', () => {
    const made = zipSync({ '../../etc/passwd': text('x'), '--proto--': text('y') });
    // The library that packs cannot write that name.
    const bytes = Uint8Array.from(made, (byte) => (byte === '-'.charCodeAt(0) ? '_'.charCodeAt(0) : byte));
    const { names, unpack } = archive(bytes);
    expect(names).toEqual(['../../etc/passwd', '__proto__']);
    expect(unpack('../../etc/passwd').bytes).toEqual(text('x'));
    expect(unpack('__proto__').bytes).toEqual(text('y'));
  });

  it('are not entered where one lies in another', () => {
    const inner = zipSync({ 'DS_A.txt': text('1, 2'), 'DS_graph_indicator.txt': text('1\n1') });
    expect(() => readFiles([{ name: 'outer.zip', bytes: zipSync({ 'inner.zip': inner }) }])).toThrow(
      "outer.zip: expected the files of a TUDataset, DS_A.txt and DS_graph_indicator.txt, got 'inner.zip'",
    );
  });

  it('stop a bomb while it is unpacked: by the ratio, and by the total', () => {
    // 24 MB of zeros in 24 KB.
    const bomb = zipSync({ 'DS_A.txt': new Uint8Array(24 * 2 ** 20) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => archive(bomb).unpack('DS_A.txt')).toThrow('a.zip: expected files, got a zip bomb');
    expect(() => archive(bomb, 2 ** 20).unpack('DS_A.txt')).toThrow(
      'a.zip: expected at most 1 MB when unpacked',
    );
  });

  it('stop a bomb whose directory says that it is small', () => {
    const bomb = zipSync({ a: new Uint8Array(24 * 2 ** 20) }, { level: 9 });
    const lying = patched(patched(bomb, 1, 22, 10), 2, 24, 10);
    expect(() => archive(lying).unpack('a')).toThrow('got a zip bomb');
  });

  it('stop at the total of all entries together', () => {
    const half = Uint8Array.from({ length: 600_000 }, (_, i) => (i * 7919) >> 5);
    const { unpack } = archive(zipSync({ a: half, b: half }), 2 ** 20);
    expect(isSame(unpack('a').bytes, half)).toBe(true);
    expect(() => unpack('b')).toThrow('expected at most 1 MB when unpacked');
  });

  it('allow a small file of nothing but ones, which packs as tightly as a bomb', () => {
    const ones = new Uint8Array(2 ** 20).fill(1);
    expect(isSame(archive(zipSync({ ones }, { level: 9 })).unpack('ones').bytes, ones)).toBe(true);
  });

  it('are refused where they claim more entries than they have, or huge ones', () => {
    const made = zipSync({ a: text('hello') });
    expect(() => archive(patched(made, 2, 20, 0x7fffffff))).toThrow("in which 'a' is cut short");
    expect(() => archive(patched(made, 2, 42, 0x7fffffff))).toThrow("in which 'a' is not where");
    const end = made.slice();
    new DataView(end.buffer).setUint16(end.length - 22 + 10, 9, true);
    expect(() => archive(end)).toThrow(
      'a.zip: expected a whole zip archive, got one whose directory breaks off',
    );
    expect(() => archive(patched(made, 2, 10, 99))).toThrow(
      "a.zip: 'a': expected an entry that is stored or deflated",
    );
  });

  it('are refused where a byte has changed', () => {
    const made = zipSync({ a: text('hello, hello, hello') });
    const at = 30 + 1;
    const damaged = made.slice();
    damaged[at + 3] ^= 4;
    expect(() => archive(damaged).unpack('a')).toThrow(/^a\.zip: a: expected/);
  });

  it('are refused at any length short of the whole', () => {
    const made = zipSync({ a: text('hello'), b: text('world') });
    for (let length = 0; length < made.length; length++)
      expect(() => archive(made.subarray(0, length))).toThrow('a.zip: expected a whole zip archive');
  });
});
