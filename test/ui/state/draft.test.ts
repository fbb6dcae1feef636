import { describe, expect, it } from 'vitest';
import { defaultRun } from '../../../src/data/spec/defaults';
import { defaultMethod } from '../../../src/data/spec/layers/defaults';
import { MODELS } from '../../../src/data/spec/models';
import type { RunSpec } from '../../../src/data/spec/runSpec';
import type { TrainSpec } from '../../../src/data/spec/training';
import {
  waitingForReset,
  withLayerAdded,
  withLayerMoved,
  withLayerRemoved,
  withMethod,
} from '../../../src/ui/state/draft';

const data = { id: 'karate', labelling: null };
const run = defaultRun(data);
const node2vec = defaultRun(
  data,
  0,
  MODELS.find(({ id }) => id === 'node2vec'),
);
const trainedBy = (training: Partial<TrainSpec>): RunSpec => ({
  ...run,
  training: { ...run.training, ...training },
});

describe('what waits for a reset', () => {
  it.each<[Partial<TrainSpec>, readonly string[]]>([
    [{}, []],
    [{ learningRate: 0.1, weightDecay: 0.1, inputDropout: 0.1, dropout: 0.1, epochs: 7 }, []],
    [{ optimiser: 'adamw' }, ['optimiser']],
    [{ optimiser: 'sgd', momentum: 0.5 }, ['optimiser', 'momentum']],
    [{ momentum: 0.5 }, []],
    [{ earlyStopping: 'no better' }, ['stop early']],
    [{ earlyStopping: 'no better', patience: 100 }, ['stop early', 'patience']],
    [{ patience: 100 }, []],
    [{ batchSize: 1 }, ['batch size']],
    [{ decayOn: 'all layers', normaliseFeatures: false }, ['decay on', 'normalise features']],
  ])('of %j is %j', (training, waiting) => {
    expect(waitingForReset(run, trainedBy(training))).toEqual(waiting);
  });

  it('is the architecture of layers, and the model of a method', () => {
    const deeper = withLayerAdded(run);
    expect(waitingForReset(run, deeper)).toEqual(['architecture']);
    const wider = withMethod(node2vec, defaultMethod('node2vec', { dimension: 8 }));
    expect(waitingForReset(node2vec, wider)).toEqual(['model']);
    expect(waitingForReset(run, { ...run, model: node2vec.model })).toEqual(['model']);
  });
});

describe('a model of a method', () => {
  it('has no layers to add, move or remove', () => {
    expect(withLayerAdded(node2vec)).toBe(node2vec);
    expect(withLayerMoved(node2vec, 0, 1)).toBe(node2vec);
    expect(withLayerRemoved(node2vec, 0)).toBe(node2vec);
  });
});
