import { afterEach, expect, it, vi } from 'vitest';
import { findAdapter } from '../../../src/compute/backend/adapter';

const withAdapter = (requestAdapter: () => Promise<unknown>) =>
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });
const info = (words: object) => ({
  info: { vendor: '', architecture: '', device: '', description: '', isFallbackAdapter: false, ...words },
});

afterEach(() => vi.unstubAllGlobals());

it('says that a page which is no secure context gets no WebGPU', async () => {
  vi.stubGlobal('navigator', {});
  expect((await findAdapter(false)).why).toBe(
    'this page is not a secure context, and browsers offer WebGPU only over https or from localhost',
  );
});

it('says that a browser has no WebGPU', async () => {
  vi.stubGlobal('navigator', {});
  expect((await findAdapter(true)).why).toBe('this browser has no WebGPU');
  vi.stubGlobal('navigator', undefined);
  expect((await findAdapter(true)).why).toBe('this browser has no WebGPU');
});

it('says that there is no adapter, or that asking for one failed', async () => {
  withAdapter(async () => null);
  expect((await findAdapter(true)).why).toContain('offers no adapter');
  withAdapter(() => Promise.reject(new Error('blocked by policy')));
  expect((await findAdapter(true)).why).toContain('blocked by policy');
});

it('takes a GPU, and names it', async () => {
  withAdapter(async () => info({ vendor: 'nvidia', architecture: 'hopper' }));
  expect(await findAdapter(true)).toEqual({ adapter: 'nvidia hopper', isSoftware: false, why: null });
});

it('knows a software adapter by what it says and by its name', async () => {
  withAdapter(async () => info({ vendor: 'acme', isFallbackAdapter: true }));
  expect((await findAdapter(true)).isSoftware).toBe(true);
  withAdapter(async () => info({ vendor: 'google', architecture: 'swiftshader' }));
  expect((await findAdapter(true)).isSoftware).toBe(true);
  withAdapter(async () => info({ vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.7, 256 bits)' }));
  expect((await findAdapter(true)).isSoftware).toBe(true);
});
