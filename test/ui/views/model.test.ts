import { describe, expect, it } from 'vitest';
import { descriptorOf } from '../../../src/data/spec/catalogue';
import { defaultRun } from '../../../src/data/spec/defaults';
import { defaultLayer, layerDescriptor } from '../../../src/data/spec/layers/defaults';
import { LAYERS, type LayerSpec } from '../../../src/data/spec/layers/layers';
import { MODELS, type ModelDescriptor } from '../../../src/data/spec/models';
import type { RunSpec } from '../../../src/data/spec/runSpec';
import { modelOptions } from '../../../src/ui/views/bar/modelOptions';
import { cardParams, changedText } from '../../../src/ui/views/model/cardParams';
import { changedLayer, layerOfKind } from '../../../src/ui/views/model/layerChange';
import { recipeText } from '../../../src/ui/views/model/recipe';
import { typeset } from '../../../src/ui/views/model/typeset';

const withLayers = (run: RunSpec, layers: readonly LayerSpec[]): RunSpec => ({
  ...run,
  model: { ...run.model, layers },
});

describe('the choice of a model', () => {
  it.each(MODELS.map((model) => [model.name, model] as const))(
    '%s is itself until its stack is another',
    (name, model) => {
      const run = defaultRun({ id: 'cora', labelling: null }, 0, model);
      const own = modelOptions(MODELS, run);
      expect(own.value).toBe(model.id);
      expect(own.options.map(({ label }) => label)).toEqual(MODELS.map((each) => each.name));
      const deeper = withLayers(run, [defaultLayer('gcn', { width: 5 }), ...run.model.layers]);
      const edited = modelOptions(MODELS, deeper);
      expect(edited.options.find(({ value }) => value === edited.value)?.label).toBe(`${name} · edited`);
      expect(edited.options.map(({ value }) => value)).toContain(model.id);
    },
  );

  it('takes no notice of the width that the output layer is said to have', () => {
    const run = defaultRun({ id: 'karate', labelling: null });
    const layers = run.model.layers.map((layer, i) => (i === 1 ? { ...layer, width: 99 } : layer));
    expect(modelOptions(MODELS, withLayers(run, layers)).value).toBe('gcn');
  });
});

describe('a card', () => {
  it.each(LAYERS.map((descriptor) => [descriptor.name, descriptor] as const))(
    'shows every setting of a hidden %s layer, and of an output all that it does not settle itself',
    (_name, descriptor) => {
      const layer = defaultLayer(descriptor.id);
      const keys = (isOutput: boolean) => {
        const { common, rare } = cardParams(descriptor, layer, isOutput);
        return [...common, ...rare].map(({ key }) => key).sort();
      };
      const all = descriptor.params.map(({ key }) => key).sort();
      expect(keys(false)).toEqual(all);
      expect(keys(true)).toEqual(all.filter((key) => !['width', 'activation', 'combine'].includes(key)));
    },
  );

  it('hides a bias that batch norm takes away again', () => {
    const keys = (norm: 'layer' | 'batch') =>
      cardParams(layerDescriptor('gcn'), defaultLayer('gcn', { norm }), false).rare.map(({ key }) => key);
    expect(keys('layer')).toContain('bias');
    expect(keys('batch')).not.toContain('bias');
  });

  it('hides the steps of a walk that never leaves its start', () => {
    const keys = (teleport: number) =>
      cardParams(layerDescriptor('appnp'), defaultLayer('appnp', { teleport }), false).common.map(
        ({ key }) => key,
      );
    expect(keys(0.1)).toContain('hops');
    expect(keys(1)).not.toContain('hops');
  });

  it.each(LAYERS.map(({ name, id }) => [name, id] as const))(
    'begins with width and activation: %s',
    (_name, id) => {
      const { common } = cardParams(layerDescriptor(id), defaultLayer(id), false);
      expect(common.slice(0, 2).map(({ key }) => key)).toEqual(['width', 'activation']);
    },
  );

  it('says which rare settings are not the usual ones', () => {
    const text = (layer: LayerSpec) =>
      changedText(cardParams(layerDescriptor(layer.kind), layer, false).rare, layer);
    expect(text(defaultLayer('gcn'))).toBe('');
    expect(text(defaultLayer('gcn', { norm: 'layer', residual: true }))).toBe('norm layer, residual');
    expect(text(defaultLayer('linear', { bias: false }))).toBe('no bias');
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
    expect(text).toBe('GAT’s recipe: learning rate 0.005. Karate Club goes by its own: hidden dropout 0.');
    expect(recipeText(model({ dropout: 0.6 }), descriptorOf('karate'))).toBe(
      'Karate Club goes by its own: hidden dropout 0.',
    );
  });

  it('is not told where it is the usual one', () => {
    expect(recipeText(model({}), descriptorOf('cora'))).toBeNull();
  });
});
