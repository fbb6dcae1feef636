/** What the page shows of a score adds up to it. */
import { describe, expect, it } from 'vitest';
import { DECODERS } from '../../../src/compute/decoders/decoders';
import type { DecoderId } from '../../../src/data/run/decoders';
import golden from '../../golden/losses.json';

const { width, hidden } = golden;
const row = (node: number) => Float32Array.from(golden.z.slice(node * width, (node + 1) * width));
const NAMES: readonly DecoderId[] = ['dot', 'cosine', 'bilinear', 'mlp'];

describe.each(NAMES)('the terms of %s', (name) => {
  const { weights, value } = golden.decoders[name];
  const roles = DECODERS[name].parameters(width, hidden).map(({ role }) => role);
  const parameter = (role: string) => Float32Array.from(weights[roles.indexOf(role)]);

  it('are a product element by element, whose sum is the score', () => {
    golden.pairs.forEach(([u, v], k) => {
      const { left, right, product, offset, score } = DECODERS[name].terms(row(u), row(v), parameter);
      product.forEach((each, c) => expect(each).toBeCloseTo(left[c] * right[c], 5));
      expect(product.reduce((sum, each) => sum + each, offset)).toBeCloseTo(score, 5);
      expect(score).toBeCloseTo(value[k], 5);
    });
  });

  it('give the same score whichever way round', () => {
    for (const [u, v] of golden.pairs)
      expect(DECODERS[name].terms(row(v), row(u), parameter).score).toBeCloseTo(
        DECODERS[name].terms(row(u), row(v), parameter).score,
        5,
      );
  });
});

it('a row of zeros has no direction', () => {
  expect(DECODERS.cosine.terms(new Float32Array(width), row(1), () => new Float32Array(0)).score).toBe(0);
});
