import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { instantiateKernels } from '../../../src/compute/wasm/module';
import { randomBits } from '../../../src/data/base/random';

const binary = new Uint8Array(readFileSync('src/compute/wasm/build/kernels.wasm'));

const DATA_SECTION = 11;

/** Ids of the sections of a WASM binary, in order (WebAssembly core specification, 5.5). */
function sectionIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  let at = 8;
  while (at < bytes.length) {
    ids.push(bytes[at++]);
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++];
      size |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    at += size;
  }
  return ids;
}

it('has no data segment, which would overwrite the tensor backend’s own data', () => {
  const ids = sectionIds(binary);
  expect(ids).toContain(10);
  expect(ids).not.toContain(DATA_SECTION);
});

it('touches nothing of the heap but what it is given', async () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const heap = new Uint8Array(memory.buffer).fill(0xa5);
  const kernels = await instantiateKernels(binary, memory);
  expect(heap.every((byte) => byte === 0xa5)).toBe(true);
  const [x, y] = [4096, 8192];
  new Float32Array(memory.buffer, x, 5).fill(1);
  kernels.dropout(x, y, 5, 12345, 2 ** 23, 2);
  const expected = [0, 1, 2, 3, 4].map((i) => (randomBits(12345, i) >>> 8 >= 2 ** 23 ? 2 : 0));
  expect([...new Float32Array(memory.buffer, y, 5)]).toEqual(expected);
  expect(heap.subarray(0, x).every((byte) => byte === 0xa5)).toBe(true);
  expect(heap.subarray(y + 20).every((byte) => byte === 0xa5)).toBe(true);
});

it('says which kernels a stale build lacks', async () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const memory = new WebAssembly.Memory({ initial: 1 });
  await expect(instantiateKernels(empty, memory)).rejects.toThrow('expected kernels spmm');
});
