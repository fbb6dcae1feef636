/** The gated recurrent unit in WGSL, one thread for each element; a program writes one buffer, so gradients are three. */
import type { KernelConfig, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { elementwise } from '../onWebgpu';
import { GRU, GRU_GRADIENT } from './index';

const OF_GATES = ['message', 'messageBias', 'own', 'ownBias'] as const;
const INPUTS = [...OF_GATES, 'state'] as const;

/** The exponent is bounded because exp may overflow to something that is no number; tanh as in biasActivation. */
const GATES = `
  struct Gates { reset : f32, keep : f32, fresh : f32, known : f32 }
  fn sigmoid(x : f32) -> f32 { return 1.0 / (1.0 + exp(clamp(-x, -80.0, 80.0))); }
  fn gatesOf(row : i32, column : i32) -> Gates {
    let w = uniforms.width;
    let at = 3 * row * w + column;
    let known = own[at + 2 * w] + ownBias[column + 2 * w];
    var gates : Gates;
    gates.known = known;
    gates.reset = sigmoid(message[at] + messageBias[column] + own[at] + ownBias[column]);
    gates.keep = sigmoid(message[at + w] + messageBias[column + w] + own[at + w] + ownBias[column + w]);
    let sum = message[at + 2 * w] + messageBias[column + 2 * w] + gates.reset * known;
    gates.fresh = tanh(clamp(sum, -15.0, 15.0));
    return gates;
  }`;

const ofStates = (value: string) => `${GATES}
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let gates = gatesOf(index / uniforms.width, index % uniforms.width);
    result[index] = ${value};
  }`;

/** @param fresh gradient of what gate n takes, from dFresh */
const ofGates = (fresh: string) => `${GATES}
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / (3 * uniforms.width);
    let gate = (index / uniforms.width) % 3;
    let column = index % uniforms.width;
    let at = row * uniforms.width + column;
    let gates = gatesOf(row, column);
    let dFresh = dy[at] * (1.0 - gates.keep) * (1.0 - gates.fresh * gates.fresh);
    var value = ${fresh};
    if (gate == 0) { value = dFresh * gates.known * gates.reset * (1.0 - gates.reset); }
    if (gate == 1) { value = dy[at] * (state[at] - gates.fresh) * gates.keep * (1.0 - gates.keep); }
    result[index] = value;
  }`;

function program(
  backend: object,
  inputs: NamedTensorInfoMap,
  key: string,
  names: readonly string[],
  outputShape: number[],
  code: string,
): TensorInfo {
  return elementwise(backend, {
    key,
    inputs: names.map((name) => [name, input(inputs, name)]),
    uniforms: [['width', 'i32', input(inputs, 'state').shape[1]]],
    code,
    outputShape,
  });
}

export const gruWebgpu: readonly KernelConfig[] = [
  {
    kernelName: GRU,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const code = ofStates('gates.fresh + gates.keep * (state[index] - gates.fresh)');
      return program(backend, inputs, GRU, INPUTS, input(inputs, 'state').shape, code);
    },
  },
  {
    kernelName: GRU_GRADIENT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const names = ['dy', ...INPUTS];
      const gateShape = input(inputs, 'message').shape;
      const { shape } = input(inputs, 'state');
      return [
        program(backend, inputs, `${GRU_GRADIENT}_message`, names, gateShape, ofGates('dFresh')),
        program(backend, inputs, `${GRU_GRADIENT}_own`, names, gateShape, ofGates('dFresh * gates.reset')),
        // Bindings that a program does not read are an error: this one takes no state.
        program(
          backend,
          inputs,
          `${GRU_GRADIENT}_state`,
          ['dy', ...OF_GATES],
          shape,
          ofStates('dy[index] * gates.keep'),
        ),
      ];
    },
  },
];
