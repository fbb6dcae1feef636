import { describe, expect, it } from 'vitest';
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultMethod } from '../../../src/data/run/layers/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { validateTask } from '../../../src/data/run/validate';
import type { TrainSpec } from '../../../src/data/run/training';
import {
  differences,
  isAnotherRun,
  settingsNow,
  withLayerAdded,
  withLayerMoved,
  withLayerRemoved,
  withMethod,
  withTask,
} from '../../../src/ui/state/settings';

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

describe('the settings in which two runs differ', () => {
  it.each<[Partial<TrainSpec>, readonly string[], boolean]>([
    [{}, [], false],
    [{ learningRate: 0.1, weightDecay: 0.1 }, ['learning rate', 'weight decay'], false],
    [{ inputDropout: 0.1, dropout: 0.1, epochs: 7 }, ['input dropout', 'hidden dropout', 'epochs'], false],
    [{ optimiser: 'adamw' }, ['optimiser'], true],
    [{ optimiser: 'sgd', momentum: 0.5 }, ['optimiser', 'momentum'], true],
    [{ earlyStopping: 'no better' }, ['stop early'], true],
    [{ batchSize: 1 }, ['batch size'], true],
    [{ decayOn: 'all layers', normaliseFeatures: false }, ['decay on', 'normalise features'], true],
  ])('%j: %j', (training, named, isOther) => {
    expect([...differences(run, trainedBy(training))].sort()).toEqual([...named].sort());
    expect(isAnotherRun(run, trainedBy(training))).toBe(isOther);
  });

  it('are layers of one model, or the model', () => {
    expect(differences(run, withLayerAdded(run))).toEqual(['layers']);
    const wider = withMethod(node2vec, defaultMethod('node2vec', { dimension: 8 }));
    expect(differences(node2vec, wider)).toEqual(['model']);
    expect(differences(run, { ...run, model: node2vec.model, seed: 4 })).toEqual(['model', 'seed']);
    for (const other of [withLayerAdded(run), { ...run, seed: 4 }, { ...run, model: node2vec.model }])
      expect(isAnotherRun(run, other)).toBe(true);
  });

  it('are what is asked for, where that is on its way', () => {
    const moved = { ...run, timeline: [{ epoch: 9, change: { learningRate: 0.5 } }] };
    expect(settingsNow({ run: moved, asked: null })).toEqual(trainedBy({ learningRate: 0.5 }));
    // Selectors of the page depend on it.
    expect(settingsNow({ run: moved, asked: null })).toBe(settingsNow({ run: moved, asked: null }));
    const asked = trainedBy({ learningRate: 0.2 });
    expect(settingsNow({ run: moved, asked })).toBe(asked);
  });
});

describe('a model of a method', () => {
  it('has no layers to add, move or remove', () => {
    expect(withLayerAdded(node2vec)).toBe(node2vec);
    expect(withLayerMoved(node2vec, 0, 1)).toBe(node2vec);
    expect(withLayerRemoved(node2vec, 0)).toBe(node2vec);
  });
});

describe('another task', () => {
  const links = withTask({ ...run, seed: 4 }, validateTask('linkPrediction'));

  it('is another run, with the recipe of the task for the same model, and back', () => {
    expect(isAnotherRun(run, links)).toBe(true);
    expect(differences(run, { ...links, seed: 0 })).toContain('task');
    expect(links.model.layers.map(({ width }) => width)).toEqual([128, 64]);
    expect(withTask(links, run.task)).toEqual({ ...run, seed: 4 });
  });

  it('leaves the rest as it is where only a setting of the same one moves', () => {
    const long = { ...links, training: { ...links.training, epochs: 7 } };
    const leaking = validateTask({ id: 'linkPrediction', testEdges: true });
    expect(withTask(long, leaking)).toEqual({ ...long, task: leaking });
    expect(isAnotherRun(long, withTask(long, leaking))).toBe(true);
  });
});
