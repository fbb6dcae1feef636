/** spmm in plain loops: the readable reference that the other backends are held against. */
import type { KernelConfig, NamedAttrMap, NamedTensorInfoMap } from '@tensorflow/tfjs-core';
import { hash32 } from '../../../data/base/random';
import { input, number } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { SPMM, SPMM_DROPOUT } from './index';

function product(backend: object, inputs: NamedTensorInfoMap, values: Float32Array) {
  const rowPtr = integers(backend, input(inputs, 'rowPtr'));
  const colIndex = integers(backend, input(inputs, 'colIndex'));
  const xInfo = input(inputs, 'x');
  const x = floats(backend, xInfo);
  const numRows = rowPtr.length - 1;
  const width = xInfo.shape[1];
  const y = new Float32Array(numRows * width);
  for (let row = 0; row < numRows; row++) {
    for (let e = rowPtr[row]; e < rowPtr[row + 1]; e++) {
      const value = values[e];
      const from = colIndex[e] * width;
      for (let c = 0; c < width; c++) y[row * width + c] += value * x[from + c];
    }
  }
  return output(backend, [numRows, width], y);
}

function dropped(values: Float32Array, draws: Int32Array, attrs: NamedAttrMap | undefined): Float32Array {
  const key = number(attrs, 'key');
  const threshold = number(attrs, 'threshold');
  const scale = number(attrs, 'scale');
  return values.map((value, e) => (hash32(key ^ draws[e]) >>> 8 >= threshold ? value * scale : 0));
}

export const spmmCpu: readonly KernelConfig[] = [
  {
    kernelName: SPMM,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => product(backend, inputs, floats(backend, input(inputs, 'values'))),
  },
  {
    kernelName: SPMM_DROPOUT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const values = floats(backend, input(inputs, 'values'));
      const draws = integers(backend, input(inputs, 'draws'));
      return product(backend, inputs, dropped(values, draws, attrs));
    },
  },
];
