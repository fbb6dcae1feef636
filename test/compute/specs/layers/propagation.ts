/** The layers that propagate several steps with one linear map: SGC and APPNP. */
import { describe, expect, it } from 'vitest';
import { gcnNormalise } from '../../../../src/data/graph/normalise';
import { defaultLayer } from '../../../../src/data/run/layers/defaults';
import { dense, expectClose, noise, times } from '../support';
import { outputOf, PATH } from './alone';

const FULL = dense(gcnNormalise(PATH));
const P = (z: ArrayLike<number>, width: number) => times(FULL, z, 4, 4, width);

export function propagationSpec(): void {
  describe('sgc', () => {
    it('takes the weighted mean once per hop, and leaves the isolated node alone', async () => {
      const spec = defaultLayer('sgc', { width: 1, hops: 2, bias: false, activation: 'none' });
      // Node 0 after one hop: 1/2 and 1/sqrt(6) of what 0 and 1 hold; node 1: 1/3, and 1/sqrt(6) of 0 and 2.
      const y = await outputOf(spec, PATH, [6, 0, 0, 7], { weight: [2] });
      const r = 1 / Math.sqrt(6);
      expectClose(y, [12 * (1 / 4 + r * r), 12 * (r / 2 + r / 3), 12 * r * r, 14]);
    });

    it('equals its dense form', async () => {
      const spec = defaultLayer('sgc', { width: 3, hops: 3, bias: true, activation: 'tanh' });
      const [x, weight, bias] = [noise(20, 1), noise(15, 2), noise(3, 3)];
      const h = P(P(P(times(x, weight, 4, 5, 3), 3), 3), 3);
      const expected = h.map((value, i) => Math.tanh(value + bias[i % 3]));
      expectClose(await outputOf(spec, PATH, x, { weight, bias }), expected);
    });
  });

  describe('appnp', () => {
    it('goes back to its own prediction at every step, by the teleport share', async () => {
      const spec = defaultLayer('appnp', {
        width: 1,
        hops: 1,
        teleport: 0.25,
        bias: false,
        activation: 'none',
      });
      const y = await outputOf(spec, PATH, [6, 0, 0, 8], { weight: [1] });
      expectClose(y, [0.75 * 3 + 1.5, (0.75 * 6) / Math.sqrt(6), 0, 8]);
    });

    it('keeps the prediction where it always teleports', async () => {
      const spec = defaultLayer('appnp', { width: 2, teleport: 1, bias: false, activation: 'none' });
      const [x, weight] = [noise(12, 1), noise(6, 2)];
      expectClose(await outputOf(spec, PATH, x, { weight }), times(x, weight, 4, 3, 2));
    });

    it('equals its dense form', async () => {
      const spec = defaultLayer('appnp', {
        width: 3,
        hops: 5,
        teleport: 0.1,
        bias: true,
        activation: 'relu',
      });
      const [x, weight, bias] = [noise(20, 1), noise(15, 2), noise(3, 3)];
      const start = times(x, weight, 4, 5, 3);
      let z = start;
      for (let k = 0; k < 5; k++) z = P(z, 3).map((value, i) => 0.9 * value + 0.1 * start[i]);
      const expected = z.map((value, i) => Math.max(0, value + bias[i % 3]));
      expectClose(await outputOf(spec, PATH, x, { weight, bias }), expected);
    });

    it('nears what it converges to with every step', async () => {
      const x = noise(4, 1);
      const after = async (hops: number) =>
        outputOf(
          defaultLayer('appnp', { width: 1, hops, teleport: 0.3, bias: false, activation: 'none' }),
          PATH,
          x,
          { weight: [1] },
        );
      const limit = await after(20);
      const distance = async (hops: number) =>
        Math.hypot(...(await after(hops)).map((value, i) => value - limit[i]));
      expect(await distance(6)).toBeLessThan(0.5 * (await distance(3)));
    });
  });
}
