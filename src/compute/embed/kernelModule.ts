/** The SIMD module as the page serves it, compiled: to be instantiated on a memory of its own (see tableWasm.ts). */
import { fail } from '../../data/base/errors';
import kernelsUrl from '../wasm/build/kernels.wasm?url';

/** @throws PlaygroundError when the file is not where the page expects it */
export async function compileKernels(): Promise<WebAssembly.Module> {
  const response = await fetch(kernelsUrl);
  if (!response.ok) throw fail('wasm', `expected the kernels at ${kernelsUrl}, got ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
