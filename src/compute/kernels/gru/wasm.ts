/** The gated recurrent unit on the wasm backend's heap: see wasm/gru.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { GRU, GRU_GRADIENT } from './index';

/** In the order of the arguments of both kernels. */
const INPUTS = ['message', 'messageBias', 'own', 'ownBias', 'state'] as const;

export const gruWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: GRU,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const { shape } = input(inputs, 'state');
      const y = output(backend, shape);
      const from = INPUTS.map((name) => offset(backend, input(inputs, name)));
      kernels.gru(...from, offset(backend, y), ...shape);
      return y;
    },
  },
  {
    kernelName: GRU_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const { shape } = input(inputs, 'state');
      const gateShape = input(inputs, 'message').shape;
      const made = [gateShape, gateShape, shape].map((each) => output(backend, each));
      const from = ['dy', ...INPUTS].map((name) => offset(backend, input(inputs, name)));
      kernels.gruGradient(...from, ...made.map((each) => offset(backend, each)), ...shape);
      return made;
    },
  },
];
