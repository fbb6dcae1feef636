/** Graph attention, against plain arithmetic in double precision. */
import { describe, expect, it } from 'vitest';
import { createModel, NO_DROPOUT } from '../../../../src/compute/nn/model';
import { initialParameters, parameterTensors } from '../../../../src/compute/nn/parameters';
import { randomKey } from '../../../../src/data/base/random';
import { karate } from '../../../../src/data/generators/karate';
import { defaultLayer } from '../../../../src/data/run/layers/defaults';
import type { GatLayerSpec } from '../../../../src/data/run/layers/gat';
import { tensor1d } from '@tensorflow/tfjs-core';
import { expectClose, noise, survival, times, valuesOf } from '../support';
import { outputOf, PATH, type Roles } from './alone';
import { layersAsBuilt } from '../../../../src/data/run/layers/lastLayer';
import { runOf } from '../runs';

/** Sources of the edges that reach each node of the path, its self-loop among them, in the order of the edges. */
const HEARD = [[0, 1], [0, 1, 2], [1, 2], [3]];
const CHANNELS = 5;

function specOf(change: Partial<GatLayerSpec>): GatLayerSpec {
  const spec = defaultLayer('gat', { activation: 'none', bias: false, ...change });
  if (spec.kind !== 'gat') throw new Error(`expected a GAT layer, got ${spec.kind}`);
  return spec;
}

const valuesFor = (heads: number, channels: number) => ({
  weight: noise(CHANNELS * heads * channels, 1),
  'target weight': noise(CHANNELS * heads * channels, 2),
  attention: noise(heads * channels, 3),
  'source attention': noise(heads * channels, 4),
  'target attention': noise(heads * channels, 5),
});

/** @param kept factor of the coefficient of edge e and head h */
function plain(
  spec: GatLayerSpec,
  x: ArrayLike<number>,
  values: ReturnType<typeof valuesFor>,
  kept: (e: number, h: number) => number = () => 1,
): number[] {
  const { heads, slope, attention } = spec;
  const channels = values.attention.length / heads;
  const size = heads * channels;
  const own = times(x, values.weight, 4, CHANNELS, size);
  const asTarget = times(x, values['target weight'], 4, CHANNELS, size);
  const leaky = (z: number) => (z > 0 ? z : slope * z);
  const score = (i: number, j: number, h: number): number => {
    let sum = 0;
    for (let at = h * channels; at < (h + 1) * channels; at++)
      sum +=
        attention === 'v1'
          ? own[i * size + at] * values['target attention'][at] +
            own[j * size + at] * values['source attention'][at]
          : values.attention[at] * leaky(asTarget[i * size + at] + own[j * size + at]);
    return attention === 'v1' ? leaky(sum) : sum;
  };
  let first = 0;
  return HEARD.flatMap((sources, i) => {
    const row = Array.from({ length: size }, () => 0);
    for (let h = 0; h < heads; h++) {
      const weights = sources.map((j) => Math.exp(score(i, j, h)));
      const total = weights.reduce((a, b) => a + b, 0);
      sources.forEach((j, k) => {
        for (let at = h * channels; at < (h + 1) * channels; at++)
          row[at] += (weights[k] / total) * kept(first + k, h) * own[j * size + at];
      });
    }
    first += sources.length;
    if (spec.combine === 'concatenate') return row;
    return Array.from({ length: channels }, (_, c) => {
      const ofHeads = row.filter((_value, at) => at % channels === c);
      return ofHeads.reduce((a, b) => a + b, 0) / heads;
    });
  });
}

export function attentionSpec(): void {
  describe('gat', () => {
    it('hears all neighbours and itself alike where nothing tells them apart', async () => {
      const spec = specOf({ width: 1, heads: 1 });
      const values: Roles = { weight: [2], 'source attention': [0], 'target attention': [1] };
      expectClose(await outputOf(spec, PATH, [3, 6, 9, 7], values), [9, 12, 15, 14]);
    });

    it('hears almost nobody but the neighbour that it looks for', async () => {
      const spec = specOf({ width: 1, heads: 1 });
      const values: Roles = { weight: [1], 'source attention': [50], 'target attention': [0] };
      expectClose(await outputOf(spec, PATH, [1, 2, 3, 7], values), [2, 3, 3, 7]);
    });

    it.each([
      ['v1', 'concatenate', 6],
      ['v1', 'average', 3],
      ['v2', 'concatenate', 6],
      ['v2', 'average', 3],
    ] as const)('equals its plain form, %s, heads together: %s', async (attention, combine, width) => {
      const spec = specOf({ width, heads: 2, attention, combine });
      const [x, values] = [noise(20, 6), valuesFor(2, 3)];
      expectClose(await outputOf(spec, PATH, x, values), plain(spec, x, values));
    });

    it.each([
      ['v1', 0],
      ['v1', 0.7],
      ['v2', 0],
      ['v2', 0.7],
    ] as const)('leaves of what is below zero what its slope says, %s, %d', async (attention, slope) => {
      const [x, values] = [noise(20, 6), valuesFor(2, 3)];
      const spec = specOf({ width: 6, heads: 2, attention, slope });
      const y = await outputOf(spec, PATH, x, values);
      expectClose(y, plain(spec, x, values));
      // The numbers are such that it matters.
      expect(y).not.toEqual(await outputOf({ ...spec, slope: 0.2 }, PATH, x, values));
    });

    it('drops the coefficients that the hash names, each head its own', async () => {
      const spec = specOf({ width: 6, heads: 2, attentionDropout: 0.5 });
      const [x, values, key] = [noise(20, 6), valuesFor(2, 3), randomKey(3, 2, 8)];
      const kept = (e: number, h: number) => survival(key, 0.5, e * 2 + h);
      const y = await outputOf(spec, PATH, x, values, (rate) => ({ key, rate }));
      expectClose(y, plain(spec, x, values, kept));
      expect(y).not.toEqual(await outputOf(spec, PATH, x, values));
    });

    it('averages its heads at the end of a model, whatever they do elsewhere', async () => {
      const graph = karate('modularity');
      const model = createModel(
        layersAsBuilt(runOf({}, [specOf({ width: 64, heads: 8 })]), graph),
        graph,
        graph.features,
      );
      expect(model.parameters.map(({ shape }) => shape)).toEqual([
        [34, 32],
        [8, 4],
        [8, 4],
      ]);
      const z = await valuesOf(() =>
        model
          .forward(
            parameterTensors(tensor1d(initialParameters(model.parameters, 1)), model.parameters),
            NO_DROPOUT,
          )
          .at(-1)!,
      );
      expect(z.length).toBe(34 * 4);
      model.dispose();
    });

    it('is not made with heads that do not divide its width, unless they are averaged', () => {
      expect(() => specOf({ width: 10, heads: 4 })).toThrow(
        'gat.heads: expected a number that divides the width 10, got 4',
      );
      expect(specOf({ width: 10, heads: 4, combine: 'average' }).width).toBe(10);
    });
  });
}
