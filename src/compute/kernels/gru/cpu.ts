/** The gated recurrent unit in plain loops. */
import type { KernelConfig, NamedTensorInfoMap } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { floats, output } from '../onCpu';
import { GRU, GRU_GRADIENT } from './index';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

interface Gates {
  /** Of the state and the result, in their flat arrays. */
  readonly at: number;
  /** Of gate r; z and n stand `width` and twice `width` further. */
  readonly gateAt: number;
  readonly reset: number;
  readonly keep: number;
  readonly fresh: number;
  /** o_n, what the state alone says of the fresh value. */
  readonly known: number;
}

function eachElement(backend: object, inputs: NamedTensorInfoMap, visit: (gates: Gates) => void): void {
  const of = (name: string) => floats(backend, input(inputs, name));
  const [message, messageBias, own, ownBias] = ['message', 'messageBias', 'own', 'ownBias'].map(of);
  const [numRows, width] = input(inputs, 'state').shape;
  for (let row = 0; row < numRows; row++) {
    for (let column = 0; column < width; column++) {
      const gateAt = 3 * row * width + column;
      const heard = (gate: number) => message[gateAt + gate * width] + messageBias[gate * width + column];
      const knownOf = (gate: number) => own[gateAt + gate * width] + ownBias[gate * width + column];
      const reset = sigmoid(heard(0) + knownOf(0));
      const keep = sigmoid(heard(1) + knownOf(1));
      const known = knownOf(2);
      const fresh = Math.tanh(heard(2) + reset * known);
      visit({ at: row * width + column, gateAt, reset, keep, fresh, known });
    }
  }
}

export const gruCpu: readonly KernelConfig[] = [
  {
    kernelName: GRU,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const state = floats(backend, input(inputs, 'state'));
      const y = new Float32Array(state.length);
      eachElement(backend, inputs, ({ at, keep, fresh }) => {
        y[at] = fresh + keep * (state[at] - fresh);
      });
      return output(backend, input(inputs, 'state').shape, y);
    },
  },
  {
    kernelName: GRU_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const dy = floats(backend, input(inputs, 'dy'));
      const state = floats(backend, input(inputs, 'state'));
      const { shape } = input(inputs, 'state');
      const gateShape = input(inputs, 'message').shape;
      const width = shape[1];
      const [dMessage, dOwn] = [new Float32Array(3 * state.length), new Float32Array(3 * state.length)];
      const dState = new Float32Array(state.length);
      eachElement(backend, inputs, ({ at, gateAt, reset, keep, fresh, known }) => {
        const dFresh = dy[at] * (1 - keep) * (1 - fresh * fresh);
        const dReset = dFresh * known * reset * (1 - reset);
        const dKeep = dy[at] * (state[at] - fresh) * keep * (1 - keep);
        [dReset, dKeep, dFresh].forEach((d, gate) => (dMessage[gateAt + gate * width] = d));
        [dReset, dKeep, dFresh * reset].forEach((d, gate) => (dOwn[gateAt + gate * width] = d));
        dState[at] = dy[at] * keep;
      });
      return [
        output(backend, gateShape, dMessage),
        output(backend, gateShape, dOwn),
        output(backend, shape, dState),
      ];
    },
  },
];
