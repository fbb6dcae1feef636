/** What is dropped is a matter of seed, step, layer and place, and of nothing else. */
import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { createModel, type StepDropout } from '../../../src/compute/nn/model';
import { initialParameters, parameterTensors } from '../../../src/compute/nn/parameters';
import { dropoutAt } from '../../../src/compute/train/dropoutKeys';
import { randomKey, STREAM } from '../../../src/data/base/random';
import { karate } from '../../../src/data/generators/karate';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { MAX_DEPTH } from '../../../src/data/run/models';
import { layer, plainTraining, runOf } from '../specs/runs';
import { layersAsBuilt } from '../../../src/data/run/layers/lastLayer';

beforeAll(startCpu);

const deep = Array.from({ length: MAX_DEPTH }, () => layer(4));
const settings = { ...plainTraining, inputDropout: 0.1, dropout: 0.6 };

describe('dropout', () => {
  it('has a key for each seed, step, layer and place in it', () => {
    const keys = [1, 2].flatMap((seed) =>
      [1, 2, 3, 200].flatMap((step) => {
        const { input, inside } = dropoutAt(runOf({}, deep, seed), step, settings);
        return deep.flatMap((_, at) => [
          input(at)?.key,
          inside(at, 0.5, 0)?.key,
          inside(at, 0.5, 1)?.key,
          inside(at, 0.5, 2)?.key,
        ]);
      }),
    );
    expect(keys).toHaveLength(2 * 4 * MAX_DEPTH * 4);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has these keys: links of before lead to the same masks', () => {
    const { input, inside } = dropoutAt(runOf({}, deep, 9), 12, settings);
    expect(input(3)?.key).toBe(randomKey(9, STREAM.dropout, (12 * 8 + 3) * 4));
    expect(inside(3, 0.5, 1)?.key).toBe(randomKey(9, STREAM.dropout, (12 * 8 + 3) * 4 + 2));
  });

  it('takes the rate of the input in the first layer, that of the layers in others, and a layer’s own before both', () => {
    const own = [layer(4), layer(4), { ...layer(4), dropout: 0.35 }];
    const { input, inside } = dropoutAt(runOf({}, own), 1, settings);
    expect([0, 1, 2].map((at) => input(at)?.rate)).toEqual([0.1, 0.6, 0.35]);
    expect(inside(1, 0.45, 0)?.rate).toBe(0.45);
  });

  it('is asked for layer by layer in a forward pass, inside a layer for that layer', () => {
    const graph = karate('factions');
    const gat = defaultLayer('gat', { width: 4, heads: 2, attentionDropout: 0.25 });
    const model = createModel(layersAsBuilt(runOf({}, [gat, gat, gat]), graph), graph, graph.features);
    const asked: string[] = [];
    const dropped: StepDropout = {
      input: (at) => {
        asked.push(`input ${at}`);
        return null;
      },
      inside: (at, rate, stream) => {
        asked.push(`inside ${at} ${rate} ${stream}`);
        return null;
      },
    };
    tidy(() => {
      const weights = tensor1d(initialParameters(model.parameters, 1));
      model.forward(parameterTensors(weights, model.parameters), dropped);
    });
    model.dispose();
    expect(asked).toEqual([0, 1, 2].flatMap((at) => [`input ${at}`, `inside ${at} 0.25 0`]));
  });
});
