/** gatv2Scores on the wasm backend's heap: see wasm/gatv2Scores.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { GATV2_ATTENTION_GRADIENT, GATV2_END_GRADIENT, GATV2_SCORES } from './index';

export const gatv2ScoresWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: GATV2_SCORES,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const [numEdges] = input(inputs, 'targets').shape;
      const [heads, channels] = input(inputs, 'attention').shape;
      const y = output(backend, [numEdges, heads]);
      kernels.gatv2Scores(
        at('targets'),
        at('sources'),
        at('ofTarget'),
        at('ofSource'),
        at('attention'),
        offset(backend, y),
        numEdges,
        heads,
        channels,
        number(attrs, 'slope'),
      );
      return y;
    },
  },
  {
    kernelName: GATV2_END_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const numRows = input(inputs, 'rowPtr').shape[0] - 1;
      const [heads, channels] = input(inputs, 'attention').shape;
      const d = output(backend, [numRows, heads * channels]);
      kernels.gatv2EndGradient(
        at('rowPtr'),
        at('edge'),
        at('node'),
        at('own'),
        at('other'),
        at('attention'),
        at('ds'),
        offset(backend, d),
        numRows,
        heads,
        channels,
        number(attrs, 'slope'),
      );
      return d;
    },
  },
  {
    kernelName: GATV2_ATTENTION_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const numRows = input(inputs, 'rowPtr').shape[0] - 1;
      const heads = input(inputs, 'ds').shape[1];
      const channels = input(inputs, 'ofTarget').shape[1] / heads;
      const d = output(backend, [heads, channels]);
      kernels.gatv2AttentionGradient(
        at('rowPtr'),
        at('sources'),
        at('ofTarget'),
        at('ofSource'),
        at('ds'),
        offset(backend, d),
        numRows,
        heads,
        channels,
        number(attrs, 'slope'),
      );
      return d;
    },
  },
];
