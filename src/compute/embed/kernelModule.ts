/** The SIMD module as the page serves it, compiled: to be instantiated on a memory of its own (see tableWasm.ts). */
import kernelsUrl from '../wasm/build/kernels.wasm?url';

/** null where the file cannot be had or compiled: outside of a page, offline, or in a browser without SIMD. */
export async function compileKernels(): Promise<WebAssembly.Module | null> {
  try {
    const response = await fetch(kernelsUrl);
    return response.ok ? await WebAssembly.compile(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
