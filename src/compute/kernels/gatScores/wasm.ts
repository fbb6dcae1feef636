/** gatScores on the wasm backend's heap: see wasm/gatScores.as.ts. */
import { util, type KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { GAT_SCORES, LEAKY_GRADIENT } from './index';

export const gatScoresWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: GAT_SCORES,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const [numEdges] = input(inputs, 'targets').shape;
      const heads = input(inputs, 'ofTarget').shape[1];
      const y = output(backend, [numEdges, heads]);
      kernels.gatScores(
        at('targets'),
        at('sources'),
        at('ofTarget'),
        at('ofSource'),
        offset(backend, y),
        numEdges,
        heads,
        number(attrs, 'slope'),
      );
      return y;
    },
  },
  {
    kernelName: LEAKY_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const dy = input(inputs, 'dy');
      const dz = output(backend, dy.shape);
      kernels.leakyGradient(
        offset(backend, dy),
        offset(backend, input(inputs, 'y')),
        offset(backend, dz),
        util.sizeFromShape(dy.shape),
        number(attrs, 'slope'),
      );
      return dz;
    },
  },
];
