/**
 * Puts our WASM module on a heap that somebody else allocates from. Only numbers pass: byte offsets, sizes, scalars.
 * The binary is built by `npm run wasm` from kernels.as.ts.
 */
import { fail } from '../../data/base/errors';

type Kernel = (...args: number[]) => void;

const KERNELS = [
  'spmm',
  'dropout',
  'dropoutOfEntries',
  'linear',
  'linearInputGradient',
  'linearWeightGradient',
  'biasActivation',
  'activationGradient',
  'columnSum',
  'softmaxCrossEntropy',
  'adam',
  'gatherRows',
  'spmmWeighted',
  'sddmm',
  'edgeSoftmax',
  'edgeSoftmaxGradient',
  'segmentMax',
  'segmentMaxGradient',
  'gatScores',
  'leakyGradient',
  'gatv2Scores',
  'gatv2EndGradient',
  'gatv2AttentionGradient',
  'gru',
  'gruGradient',
] as const;

/** The arguments of each stand in its .as.ts file. */
export type WasmKernels = { readonly [K in (typeof KERNELS)[number]]: Kernel };

const isKernels = (exported: WebAssembly.Exports): exported is WebAssembly.Exports & WasmKernels =>
  KERNELS.every((name) => typeof exported[name] === 'function');

/** @throws when the memory is shared: the threaded build of tfjs has such a heap, and this module does not link to it */
export async function instantiateKernels(
  binary: ArrayBuffer | Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): Promise<WasmKernels> {
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  const exported = instance.exports;
  if (isKernels(exported)) return exported;
  const missing = KERNELS.filter((name) => typeof exported[name] !== 'function');
  throw fail('wasm', `expected kernels ${missing.join(', ')}, got a module without`, 'Run npm run wasm.');
}
