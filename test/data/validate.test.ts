import { describe, expect, it } from 'vitest';
import { DATASETS, descriptorOf, labellingIdOf } from '../../src/data/run/catalogue';
import { DEFAULT_TRAINING, defaultRun } from '../../src/data/run/defaults';
import { defaultMethod } from '../../src/data/run/layers/defaults';
import { METHODS } from '../../src/data/run/methods/methods';
import { MODELS } from '../../src/data/run/models';
import { TRAIN_PARAMS } from '../../src/data/run/training';
import {
  validateDataRef,
  validateLayer,
  validateLayerChange,
  validateMethod,
  validateMethodChange,
  validateModel,
  validateRunSpec,
  validateSeed,
  validateTrainChange,
  validateTraining,
  validateTrainingChange,
} from '../../src/data/run/validate';

const layer = {
  kind: 'gcn',
  width: 16,
  activation: 'relu',
  bias: true,
  residual: false,
  norm: 'none',
  learningRate: null,
  weightDecay: null,
  dropout: null,
};

describe('catalogue', () => {
  it('lists the sets once each, with what a card needs', () => {
    expect(DATASETS.map((set) => set.id)).toEqual(['karate', 'cora', 'citeseer', 'pubmed', 'synthetic']);
    for (const set of DATASETS) {
      expect(set.counts.directedEdges).toBe(2 * set.counts.edges);
      expect(set.labellings.length).toBeGreaterThan(0);
      expect(set.source.url).toMatch(/^https:/);
      for (const text of [set.name, set.sentence, set.licence, set.citation]) expect(text).not.toBe('');
    }
  });

  it('gives every downloadable set its eight files', () => {
    for (const { id, download } of DATASETS) {
      if (!download) continue;
      expect(download.files.map((file) => file.name)).toEqual(
        ['x', 'tx', 'allx', 'y', 'ty', 'ally', 'graph', 'test.index'].map((part) => `ind.${id}.${part}`),
      );
      expect(download.url).toMatch(/^https:\/\/raw\.githubusercontent\.com\/.*\/$/);
    }
  });

  it('calls only the synthetic set synthetic', () => {
    expect(DATASETS.filter((set) => set.synthetic).map((set) => set.id)).toEqual(['synthetic']);
  });

  it('names the sets there are when asked for another', () => {
    expect(() => descriptorOf('reddit')).toThrow(
      "datasets: expected one of karate, cora, citeseer, pubmed, synthetic, got 'reddit'",
    );
    expect(() => labellingIdOf(descriptorOf('karate'), 'age')).toThrow('factions, modularity');
    expect(labellingIdOf(descriptorOf('karate'), null)).toBe('factions');
  });
});

describe('default run', () => {
  it('takes Karate without dropout and without weight decay', () => {
    const { training } = defaultRun({ id: 'karate', labelling: null });
    expect(training).toEqual({ ...DEFAULT_TRAINING, inputDropout: 0, dropout: 0, weightDecay: 0 });
  });

  it('takes Cora with the settings of Kipf and Welling', () => {
    const run = defaultRun({ id: 'cora', labelling: null }, 7);
    expect(run.seed).toBe(7);
    expect(run.training).toEqual({
      epochs: 200,
      learningRate: 0.01,
      weightDecay: 5e-4,
      decayOn: 'first layer',
      inputDropout: 0.5,
      dropout: 0.5,
      normaliseFeatures: true,
      optimiser: 'adam',
      momentum: 0.9,
      earlyStopping: 'off',
      patience: 10,
      batchSize: 0,
    });
    expect(run.model.layers.map((each) => each.width)[0]).toBe(16);
  });

  it('passes its own validation for every set and every model', () => {
    for (const { id } of DATASETS)
      for (const model of MODELS) {
        const run = defaultRun({ id, labelling: null }, 0, model);
        expect(validateRunSpec(JSON.parse(JSON.stringify(run))), `${model.id} on ${id}`).toEqual(run);
      }
  });
});

describe('validation', () => {
  it('refuses every training setting outside its range', () => {
    for (const param of TRAIN_PARAMS) {
      const wrong = param.kind === 'boolean' ? [1, 'yes'] : [-1, 1e9, Number.NaN, '0.1', null, undefined];
      for (const value of wrong)
        expect(() => validateTrainingChange({ [param.key]: value })).toThrow(
          `training.${param.key}: expected`,
        );
    }
    expect(() => validateTraining({ epochs: 1.5 })).toThrow('a whole number from 1 to 10000, got 1.5');
  });

  it('keeps what is given and fills in the rest', () => {
    expect(validateTrainingChange({ dropout: 0.3 })).toEqual({ dropout: 0.3 });
    expect(validateTraining({ dropout: 0.3 })).toEqual({ ...DEFAULT_TRAINING, dropout: 0.3 });
  });

  it('names a setting that does not exist, or may not move in mid-run', () => {
    expect(() => validateTraining({ warmUp: 10 })).toThrow("got 'warmUp'");
    expect(() => validateTrainChange({ optimiser: 'sgd' })).toThrow("got 'optimiser'");
    expect(() => validateTrainChange({ epochs: 10 })).toThrow("got 'epochs'");
    expect(validateTrainChange({ learningRate: 0.1 })).toEqual({ learningRate: 0.1 });
  });

  it('reads a model by its id or as a whole', () => {
    expect(validateModel('gcn').layers).toHaveLength(2);
    expect(validateModel({ id: 'gcn', layers: [{ kind: 'gcn', width: 7 }] }).layers).toEqual([
      { ...layer, width: 7, bias: false, activation: 'none' },
    ]);
    expect(() => validateModel('gat9')).toThrow(
      'model: expected one of gcn, mlp, sgc, appnp, sage, gin, gat, ggnn, mpnn',
    );
    expect(() => validateModel({ id: 'gcn', layers: [{ kind: 'gcn', activation: 'relu' }] })).toThrow(
      "model.layers[0].activation: expected 'none' for the output layer, got 'relu'",
    );
    expect(() => validateModel({ id: 'gcn', layers: [] })).toThrow('expected 1 to 8 layers, got 0');
    expect(() => validateModel({ id: 'gcn', layers: Array.from({ length: 9 }, () => layer) })).toThrow(
      'expected 1 to 8 layers, got 9',
    );
  });

  it('refuses layers that cannot be built', () => {
    expect(() => validateLayer({ ...layer, width: 0 }, 'model.layers[1]')).toThrow(
      'model.layers[1].width: expected a whole number from 1 to 256, got 0',
    );
    expect(() => validateLayer({ ...layer, activation: 'gelu' })).toThrow('relu, tanh, elu, none');
    expect(() => validateLayer({ ...layer, heads: 8 })).toThrow("got 'heads'");
    expect(() => validateLayer({ ...layer, kind: 'mlp' })).toThrow(
      'layer.kind: expected one of gcn, linear, sgc, appnp, sage, gin, gat, ggnn, mpnn',
    );
    expect(() => validateLayer({ ...layer, bias: 1 })).toThrow('layer.bias: expected true or false, got 1');
    expect(() => validateLayer('gcn')).toThrow("layer: expected an object, got 'gcn'");
  });

  it('changes one setting of a layer and keeps the others', () => {
    const of = validateLayer(layer);
    expect(validateLayerChange({ width: 32 }, of)).toEqual({ ...layer, width: 32 });
    expect(() => validateLayerChange({ width: 999 }, of)).toThrow('layer.width');
  });

  it('takes a setting of one layer alone within its range, or none', () => {
    const of = validateLayer(layer);
    expect(validateLayerChange({ learningRate: 0, dropout: 0.2 }, of)).toEqual({
      ...layer,
      learningRate: 0,
      dropout: 0.2,
    });
    expect(validateLayerChange({ dropout: null }, { ...of, dropout: 0.2 })).toEqual(layer);
    expect(() => validateLayer({ ...layer, learningRate: -0.1 })).toThrow(
      'layer.learningRate: expected a number from 0 to 1, got -0.1',
    );
    expect(() => validateLayer({ ...layer, dropout: '0.5' })).toThrow("from 0 to 0.95, got '0.5'");
  });

  it('refuses seeds that are not unsigned 32-bit integers', () => {
    expect(validateSeed(2 ** 32 - 1)).toBe(2 ** 32 - 1);
    for (const seed of [-1, 0.5, 2 ** 32, '3', Number.POSITIVE_INFINITY])
      expect(() => validateSeed(seed)).toThrow('seed: expected a whole number from 0 to 4294967295');
  });

  it('refuses sets and labellings that are not there', () => {
    expect(validateDataRef({ id: 'cora' })).toEqual({ id: 'cora', labelling: null });
    expect(() => validateDataRef({ id: 'reddit' })).toThrow("got 'reddit'");
    expect(() => validateDataRef({ id: 'cora', labelling: 'factions' })).toThrow('public');
    expect(() => validateDataRef({ id: 3 })).toThrow('data.id: expected the id of a set, got 3');
  });

  it('refuses runs of another version and timelines out of order', () => {
    const run = defaultRun({ id: 'karate', labelling: null });
    expect(() => validateRunSpec({ ...run, version: 2 })).toThrow('run.version: expected 1, got 2');
    expect(() => validateRunSpec({ ...run, extra: 1 })).toThrow("got 'extra'");
    const change = { learningRate: 0.1 };
    const timeline = [
      { epoch: 40, change },
      { epoch: 20, change },
    ];
    expect(() => validateRunSpec({ ...run, timeline })).toThrow('run.timeline[1].epoch: expected ascending');
    expect(validateRunSpec({ ...run, timeline: timeline.toReversed() }).timeline).toHaveLength(2);
    // The console may train a run for longer than its settings say.
    expect(validateRunSpec({ ...run, timeline: [{ epoch: 300, change }] }).timeline).toHaveLength(1);
    expect(() => validateRunSpec({ ...run, timeline: [{ epoch: 100_001, change }] })).toThrow('0 to 100000');
    expect(() => validateRunSpec(null)).toThrow('run: expected an object, got null');
  });
});

describe('validation of a method', () => {
  it.each(METHODS.map(({ id, params }) => [id, params] as const))(
    'fills in %s, and refuses each setting outside its range by name',
    (kind, params) => {
      expect(validateMethod({ kind })).toEqual(defaultMethod(kind));
      for (const { key } of params)
        for (const value of [-1, 1e9, Number.NaN, '0.1', null])
          expect(() => validateMethod({ kind, [key]: value }), key).toThrow(`method.${key}: expected`);
      expect(() => validateMethod({ kind, width: 16 })).toThrow("got 'width'");
    },
  );

  it('refuses a window longer than the walk, and says what would do', () => {
    expect(() => validateMethod({ kind: 'node2vec', walkLength: 5, context: 6 })).toThrow(
      'node2vec.context: expected at most the walk length 5, got 6. Make walks longer or the context shorter.',
    );
    expect(validateMethod({ kind: 'node2vec', walkLength: 5, context: 5 })).toMatchObject({ context: 5 });
    const of = defaultMethod('node2vec', { walkLength: 12, context: 10 });
    expect(() => validateMethodChange({ walkLength: 9 }, of)).toThrow('at most the walk length 9, got 10');
    expect(validateMethodChange({ walkLength: 11 }, of)).toEqual({ ...of, walkLength: 11 });
  });

  it('names the methods there are when asked for another', () => {
    expect(() => validateMethod({ kind: 'deepwalk' })).toThrow(
      'method.kind: expected one of node2vec, factorisation, labelPropagation, got',
    );
    expect(() => validateMethod('node2vec')).toThrow("method: expected an object, got 'node2vec'");
  });

  it('keeps methods and layers apart', () => {
    const method = { kind: 'node2vec', dimension: 32 };
    expect(validateModel({ id: 'node2vec', method })).toEqual({
      id: 'node2vec',
      layers: [],
      method: defaultMethod('node2vec', { dimension: 32 }),
    });
    expect(() => validateModel({ id: 'node2vec', layers: [{ kind: 'gcn' }] })).toThrow(
      "model.layers: expected no layers in a model 'node2vec', got 1",
    );
    expect(() => validateModel({ id: 'factorisation', method })).toThrow(
      "model.method.kind: expected 'factorisation' in a model 'factorisation', got 'node2vec'",
    );
    expect(() => validateModel({ id: 'gcn', layers: [{ kind: 'gcn' }], method })).toThrow(
      "model.method: expected null in a model 'gcn'",
    );
  });
});
