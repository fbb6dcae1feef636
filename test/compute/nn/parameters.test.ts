import { expect, it } from 'vitest';
import { bindLayer } from '../../../src/compute/nn/layers';
import {
  decayOf,
  initialParameters,
  parameterCount,
  parametersOf,
  ratesOf,
} from '../../../src/compute/nn/parameters';
import { layer } from '../specs/runs';

const LAYERS = [layer(16, 'relu', true), layer(3, 'none')];
const PARAMETERS = parametersOf(LAYERS.map(bindLayer), 10);

it('packs weight before bias, layer by layer', () => {
  expect(PARAMETERS.map(({ role, shape, offset, size }) => [role, shape, offset, size])).toEqual([
    ['weight', [10, 16], 0, 160],
    ['bias', [16], 160, 16],
    ['weight', [16, 3], 176, 48],
  ]);
  expect(parameterCount(PARAMETERS)).toBe(224);
});

it('draws weights within the Glorot bounds, with their spread, and starts biases at zero', () => {
  const parameters = parametersOf([layer(200, 'relu', true)].map(bindLayer), 100);
  const packed = initialParameters(parameters, 5);
  const weights = packed.slice(0, 20_000);
  const limit = Math.sqrt(6 / 300);
  expect(weights.every((w) => Math.abs(w) <= limit)).toBe(true);
  const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
  expect(Math.abs(variance / (limit ** 2 / 3) - 1)).toBeLessThan(0.05);
  expect(packed.slice(20_000).every((b) => b === 0)).toBe(true);
});

it('draws the same for the same seed, and each weight matrix on its own', () => {
  expect(initialParameters(PARAMETERS, 1)).toEqual(initialParameters(PARAMETERS, 1));
  expect(initialParameters(PARAMETERS, 1)).not.toEqual(initialParameters(PARAMETERS, 2));
  const square = initialParameters(parametersOf([layer(4), layer(4)].map(bindLayer), 4), 1);
  expect(square.slice(0, 16)).not.toEqual(square.slice(16));
});

it('lets only the first weight decay', () => {
  const decay = decayOf(PARAMETERS, LAYERS, 0.5);
  expect(decay.slice(0, 160).every((value) => value === 0.5)).toBe(true);
  expect(decay.slice(160).every((value) => value === 0)).toBe(true);
});

it('gives a layer the decay and the learning rate that it has for itself', () => {
  const own = LAYERS.map((each, i) => (i === 1 ? { ...each, weightDecay: 0.25, learningRate: 0 } : each));
  const sizeOf = (index: number) =>
    PARAMETERS.filter(({ layer: of }) => of === index).reduce((sum, { size }) => sum + size, 0);
  const first = sizeOf(0);
  const decay = decayOf(PARAMETERS, own, 0.5);
  expect(decay[0]).toBe(0.5);
  expect(decay[first]).toBe(0.25);
  const rates = ratesOf(PARAMETERS, own, 0.01);
  expect(rates[0]).toBe(Math.fround(0.01));
  expect(rates.slice(first, first + sizeOf(1)).every((rate) => rate === 0)).toBe(true);
});
