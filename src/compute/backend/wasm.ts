/** The `wasm` backend of tfjs, one thread, with our SIMD module on its heap. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { backend, env, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { adamWasm } from '../kernels/adam/wasm';
import { biasActivationWasm } from '../kernels/biasActivation/wasm';
import { dropoutWasm } from '../kernels/dropout/wasm';
import { linearWasm } from '../kernels/linear/wasm';
import { wasmBackend } from '../kernels/onWasm';
import { softmaxCrossEntropyWasm } from '../kernels/softmaxCrossEntropy/wasm';
import { spmmWasm } from '../kernels/spmm/wasm';
import { edgeSoftmaxWasm } from '../kernels/edgeSoftmax/wasm';
import { gatScoresWasm } from '../kernels/gatScores/wasm';
import { gatv2ScoresWasm } from '../kernels/gatv2Scores/wasm';
import { gatherRowsWasm } from '../kernels/gatherRows/wasm';
import { gruWasm } from '../kernels/gru/wasm';
import { sddmmWasm } from '../kernels/sddmm/wasm';
import { segmentMaxWasm } from '../kernels/segmentMax/wasm';
import { spmmWeightedWasm } from '../kernels/spmmWeighted/wasm';
import { unpackWasm } from '../kernels/unpack/wasm';
import kernelsUrl from '../wasm/build/kernels.wasm?url';
import { instantiateKernels } from '../wasm/module';

/** The heap, which the type of the backend's module leaves out. */
function heapOf(wasm: object): WebAssembly.Memory {
  const exported: unknown = 'asm' in wasm ? wasm.asm : null;
  const memory = exported && typeof exported === 'object' && 'memory' in exported ? exported.memory : null;
  if (memory instanceof WebAssembly.Memory) return memory;
  throw fail('backend/wasm', 'expected the heap of the wasm backend, got none', 'Is tfjs still 4.22.0?');
}

let isRegistered = false;

export async function startWasm(): Promise<void> {
  // On a cross-origin isolated page tfjs would take its threaded build, whose shared heap our module cannot use.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!isRegistered) {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
    });
  }
  if (!(await setBackend('wasm')))
    throw fail('backend/wasm', 'expected the wasm backend to start, it did not');
  if (isRegistered) return;
  const response = await fetch(kernelsUrl);
  if (!response.ok)
    throw fail('backend/wasm', `expected the kernels at ${kernelsUrl}, got ${response.status}`);
  const heap = heapOf(wasmBackend(backend()).wasm);
  const kernels = await instantiateKernels(await response.arrayBuffer(), heap);
  [
    ...spmmWasm(kernels),
    dropoutWasm(kernels),
    ...linearWasm(kernels),
    unpackWasm,
    ...biasActivationWasm(kernels),
    softmaxCrossEntropyWasm(kernels),
    adamWasm(kernels),
    gatherRowsWasm(kernels),
    spmmWeightedWasm(kernels),
    sddmmWasm(kernels),
    ...edgeSoftmaxWasm(kernels),
    ...segmentMaxWasm(kernels),
    ...gatScoresWasm(kernels),
    ...gatv2ScoresWasm(kernels),
    ...gruWasm(kernels),
  ].forEach(registerKernel);
  isRegistered = true;
}
