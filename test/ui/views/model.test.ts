import { describe, expect, it } from 'vitest';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultLayer, defaultMethod, layerDescriptor } from '../../../src/data/run/layers/defaults';
import { LAYERS, type LayerSpec } from '../../../src/data/run/layers/layers';
import { METHODS } from '../../../src/data/run/methods/methods';
import { FAMILIES, MODELS, type ModelDescriptor } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { modelOptions } from '../../../src/ui/views/bar/modelOptions';
import { cardParams } from '../../../src/ui/views/model/cardParams';
import { changedLayer, layerOfKind } from '../../../src/ui/views/model/layerChange';
import { recipeText } from '../../../src/ui/views/model/recipe';
import { changedMethod, methodParams } from '../../../src/ui/views/model/methodChange';
import { typeset } from '../../../src/ui/views/model/typeset';
import { changedText } from '../../../src/ui/widgets/changedText';

const withLayers = (run: RunSpec, layers: readonly LayerSpec[]): RunSpec => ({
  ...run,
  model: { ...run.model, layers },
});

describe('the choice of a model', () => {
  it.each(MODELS.filter(({ method }) => !method).map((model) => [model.name, model] as const))(
    '%s is itself until its stack is another',
    (name, model) => {
      const run = defaultRun({ id: 'cora', labelling: null }, 0, model);
      const own = modelOptions(MODELS, run, true);
      expect(own.value).toBe(model.id);
      expect(own.options.map(({ label }) => label)).toEqual(MODELS.map((each) => each.name));
      const deeper = withLayers(run, [defaultLayer('gcn', { width: 5 }), ...run.model.layers]);
      const edited = modelOptions(MODELS, deeper, true);
      expect(edited.options.find(({ value }) => value === edited.value)?.label).toBe(`${name} · edited`);
      expect(edited.options.map(({ value }) => value)).toContain(model.id);
    },
  );

  it.each(MODELS.filter(({ method }) => method).map(({ id }) => id))(
    '%s is itself until its settings are others',
    (id) => {
      const model = MODELS.find((each) => each.id === id)!;
      const run = defaultRun({ id: 'cora', labelling: null }, 0, model);
      const key = id === 'labelPropagation' ? 'alpha' : 'dimension';
      const method = changedMethod(run.model.method!, key, id === 'labelPropagation' ? 0.5 : 7);
      if (typeof method === 'string') throw new Error(method);
      const { value, options } = modelOptions(MODELS, { ...run, model: { ...run.model, method } }, true);
      expect(options.find((option) => option.value === value)?.label).toBe(`${model.name} · edited`);
    },
  );

  it('stands under its family, with its sentence', () => {
    const { options } = modelOptions(MODELS, defaultRun({ id: 'cora', labelling: null }), true);
    expect(new Set(options.map(({ group }) => group))).toEqual(new Set(FAMILIES));
    expect(options.map(({ hint }) => hint)).toEqual(MODELS.map(({ sentence }) => sentence));
  });

  it('says which models cannot be trained on a graph without labels', () => {
    const { options } = modelOptions(MODELS, defaultRun({ id: 'cora', labelling: null }), false);
    const free = options.filter(({ label }) => !label.endsWith('· needs labels')).map(({ value }) => value);
    expect(free).toEqual(['node2vec', 'factorisation']);
  });

  it('takes no notice of the width that the output layer is said to have', () => {
    const run = defaultRun({ id: 'karate', labelling: null });
    const layers = run.model.layers.map((layer, i) => (i === 1 ? { ...layer, width: 99 } : layer));
    expect(modelOptions(MODELS, withLayers(run, layers), true).value).toBe('gcn');
  });
});

const HIDDEN = { isOutput: false, inBatches: false };

describe('a card', () => {
  it('shows a fan-out only where there are batches to draw neighbours for', () => {
    const keys = (inBatches: boolean) =>
      cardParams(layerDescriptor('sage'), defaultLayer('sage'), { isOutput: false, inBatches }).common.map(
        ({ key }) => key,
      );
    expect(keys(true)).toContain('fanOut');
    expect(keys(false)).not.toContain('fanOut');
  });

  it('hides the weight decay of a frozen layer', () => {
    const keys = (learningRate: number | null) =>
      cardParams(layerDescriptor('gcn'), defaultLayer('gcn', { learningRate }), HIDDEN).rare.map(
        ({ key }) => key,
      );
    expect(keys(null)).toContain('weightDecay');
    expect(keys(0)).not.toContain('weightDecay');
  });

  it.each(LAYERS.map((descriptor) => [descriptor.name, descriptor] as const))(
    'shows every setting of a hidden %s layer, and of an output all that it does not settle itself',
    (_name, descriptor) => {
      const layer = defaultLayer(descriptor.id);
      const keys = (isOutput: boolean) => {
        const { common, rare } = cardParams(descriptor, layer, { isOutput, inBatches: true });
        return [...common, ...rare].map(({ key }) => key).sort();
      };
      const all = descriptor.params.map(({ key }) => key).sort();
      expect(keys(false)).toEqual(all);
      expect(keys(true)).toEqual(all.filter((key) => !['width', 'activation', 'combine'].includes(key)));
    },
  );

  it('hides a bias that batch norm takes away again', () => {
    const keys = (norm: 'layer' | 'batch') =>
      cardParams(layerDescriptor('gcn'), defaultLayer('gcn', { norm }), HIDDEN).rare.map(({ key }) => key);
    expect(keys('layer')).toContain('bias');
    expect(keys('batch')).not.toContain('bias');
  });

  it('hides the steps of a walk that never leaves its start', () => {
    const keys = (teleport: number) =>
      cardParams(layerDescriptor('appnp'), defaultLayer('appnp', { teleport }), HIDDEN).common.map(
        ({ key }) => key,
      );
    expect(keys(0.1)).toContain('hops');
    expect(keys(1)).not.toContain('hops');
  });

  it.each(LAYERS.map(({ name, id }) => [name, id] as const))(
    'begins with width and activation: %s',
    (_name, id) => {
      const { common } = cardParams(layerDescriptor(id), defaultLayer(id), HIDDEN);
      expect(common.slice(0, 2).map(({ key }) => key)).toEqual(['width', 'activation']);
    },
  );

  it('says which rare settings are not the usual ones', () => {
    const text = (layer: LayerSpec) =>
      changedText(cardParams(layerDescriptor(layer.kind), layer, HIDDEN).rare, { ...layer });
    expect(text(defaultLayer('gcn'))).toBe('');
    expect(text(defaultLayer('gcn', { norm: 'layer', residual: true }))).toBe('norm layer, residual');
    expect(text(defaultLayer('linear', { bias: false }))).toBe('no bias');
    expect(text(defaultLayer('gcn', { learningRate: 0.001, dropout: 0 }))).toBe(
      'own learning rate 0.001, own dropout 0',
    );
    expect(text(defaultLayer('gcn', { learningRate: 0, weightDecay: 0.1 }))).toBe('frozen');
  });

  it('keeps the settings that both kinds have when its kind changes', () => {
    const common = { width: 24, activation: 'tanh', bias: false, norm: 'layer', residual: true };
    const own = { learningRate: 0, weightDecay: 0.01, dropout: 0.3 };
    const from = defaultLayer('gcn', { ...common, ...own });
    for (const { id } of LAYERS)
      expect(layerOfKind(id, from, false)).toMatchObject({ kind: id, activation: 'tanh' });
    expect(layerOfKind('linear', from, false)).toEqual({ kind: 'linear', ...common, ...own });
  });

  it('gives an output layer every kind, whatever its width', () => {
    const output = defaultLayer('gcn', { width: 13, activation: 'none' });
    for (const { id, params } of LAYERS) {
      const changed = new Map<string, unknown>(Object.entries(layerOfKind(id, output, true)));
      expect([changed.get('kind'), changed.get('activation'), changed.get('width')]).toEqual([
        id,
        'none',
        13,
      ]);
      if (params.some(({ key }) => key === 'combine')) expect(changed.get('combine')).toBe('average');
    }
  });

  it('refuses a setting with the reason', () => {
    expect(changedLayer(defaultLayer('gcn'), 'width', 0)).toMatch(/whole number from 1 to 256, got 0/);
    expect(changedLayer(defaultLayer('gcn'), 'width', 7)).toEqual(defaultLayer('gcn', { width: 7 }));
  });

  it.each(LAYERS.map(({ name, formula }) => [name, formula]))(
    'can set the formula of %s',
    (_name, formula) => {
      expect(typeset(formula)).toContain('<math');
    },
  );
});

describe('a method', () => {
  const node2vec = defaultMethod('node2vec');

  it('takes a setting over, or refuses it with the reason', () => {
    expect(changedMethod(node2vec, 'q', 0.25)).toEqual({ ...node2vec, q: 0.25 });
    expect(changedMethod(node2vec, 'context', 21)).toMatch(/at most the walk length 20, got 21/);
  });

  it.each(METHODS.map(({ id, params }) => [id, params] as const))(
    'shows every setting of %s that changes something',
    (id, params) => {
      const shown = methodParams(defaultMethod(id)).map(({ key }) => key);
      const moot = id === 'labelPropagation' ? ['alpha'] : [];
      expect(shown).toEqual(params.map(({ key }) => key).filter((key) => !moot.includes(key)));
    },
  );

  it('weighs neighbours only where labels spread', () => {
    const spreading = defaultMethod('labelPropagation', { form: 'spreading' });
    expect(methodParams(spreading).map(({ key }) => key)).toEqual(['form', 'alpha']);
  });

  it.each(METHODS.map(({ name, formula }) => [name, formula]))(
    'can set the formula of %s',
    (_name, formula) => {
      expect(typeset(formula)).toContain('<math');
    },
  );
});

describe('the recipe of a model', () => {
  const model = (training: ModelDescriptor['training']): ModelDescriptor => ({
    ...MODELS[0]!,
    name: 'GAT',
    training,
  });

  it('is told by its settings, in the words of the controls', () => {
    const text = recipeText(model({ dropout: 0.6, learningRate: 0.005 }), descriptorOf('cora'));
    expect(text).toBe('GAT’s recipe: learning rate 0.005, hidden dropout 0.6.');
  });

  it('says what the data set puts in its place', () => {
    const text = recipeText(model({ learningRate: 0.005, dropout: 0.6 }), descriptorOf('karate'));
    expect(text).toBe('GAT’s recipe: learning rate 0.005; changed for this graph: hidden dropout 0.');
    expect(recipeText(model({ dropout: 0.6 }), descriptorOf('karate'))).toBe(
      'GAT’s recipe, changed for this graph: hidden dropout 0.',
    );
  });

  it('of a method is its own on every set', () => {
    const [node2vec] = MODELS.filter(({ id }) => id === 'node2vec');
    const set = { ...descriptorOf('karate'), recipe: { training: { epochs: 100 } } };
    expect(recipeText({ ...node2vec!, training: { epochs: 5 } }, set)).toBe('Node2Vec’s recipe: epochs 5.');
  });

  it('is not told where it is the usual one', () => {
    expect(recipeText(model({}), descriptorOf('cora'))).toBeNull();
  });
});
