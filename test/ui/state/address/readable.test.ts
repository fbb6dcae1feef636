import { describe, expect, it } from 'vitest';
import { withEdge, withLabel } from '../../../../src/data/run/edits';
import { defaultRun } from '../../../../src/data/run/defaults';
import { defaultLayer, defaultMethod } from '../../../../src/data/run/layers/defaults';
import { LAYERS } from '../../../../src/data/run/layers/layers';
import { METHODS } from '../../../../src/data/run/methods/methods';
import { MODELS } from '../../../../src/data/run/models';
import type { Param, ParamValue } from '../../../../src/data/run/params';
import type { RunSpec } from '../../../../src/data/run/runSpec';
import { TRAIN_PARAMS } from '../../../../src/data/run/training';
import { formatAddress } from '../../../../src/ui/state/address/format';
import { parseAddress } from '../../../../src/ui/state/address/parse';
import type { Scene } from '../../../../src/ui/state/scene';
import { DEFAULT_VIEW } from '../../../../src/ui/state/viewSpec';

const karate = defaultRun({ id: 'karate', labelling: null });
const standard: Scene = {
  run: karate,
  pending: null,
  epoch: 0,
  view: DEFAULT_VIEW,
  graph: null,
  results: null,
};
const opened = (scene: Scene) => ({ scene, problems: [], needs: null });

describe('the address', () => {
  it('says only what differs from the defaults', () => {
    expect(formatAddress(standard)).toBe('#data=karate');
    expect(formatAddress({ ...standard, run: { ...karate, seed: 3 } })).toBe('#data=karate&seed=3');
  });

  it('opens Karate Club when it is empty', () => {
    expect(parseAddress('')).toEqual(opened(standard));
  });

  it('reads #data=cora&seed=3', () => {
    const run = { ...defaultRun({ id: 'cora', labelling: null }), seed: 3 };
    expect(parseAddress('#data=cora&seed=3')).toEqual(opened({ ...standard, run }));
  });

  it('gives back the scene that was written', () => {
    const cora = defaultRun({ id: 'cora', labelling: null });
    const scenes: Scene[] = [
      {
        ...standard,
        run: {
          ...cora,
          seed: 12,
          edits: withLabel(withEdge(cora.edits, 5, 9), 7, null),
          training: {
            ...cora.training,
            learningRate: 0.03,
            epochs: 50,
            normaliseFeatures: false,
            dropout: 0,
          },
          model: {
            id: 'gcn',
            method: null,
            layers: [
              defaultLayer('gcn', { width: 32, activation: 'tanh' }),
              defaultLayer('linear', { width: 8, norm: 'layer', residual: true }),
              defaultLayer('gcn', { activation: 'none', bias: true }),
            ],
          },
        },
        view: { ...DEFAULT_VIEW, colourBy: 'split', layer: 'z', method: 'pca', selection: [3, 14], pace: 20 },
      },
      {
        ...standard,
        run: defaultRun({ id: 'karate', labelling: 'modularity' }),
        view: { ...DEFAULT_VIEW, pace: null },
      },
    ];
    for (const scene of scenes) expect(parseAddress(formatAddress(scene))).toEqual(opened(scene));
  });

  const another = (param: Param): ParamValue => {
    switch (param.kind) {
      case 'integer':
        // What divides the default divides it too.
        return param.default === 0 ? 1 : param.default * (2 * param.default <= param.max ? 2 : 0.5);
      case 'real':
      case 'own':
        return param.stops.find((stop) => stop !== param.default) ?? null;
      case 'choice':
        return param.options.find((option) => option !== param.default) ?? null;
      case 'boolean':
        return !param.default;
      default:
        return param satisfies never;
    }
  };
  const readBack = (run: RunSpec) => parseAddress(formatAddress({ ...standard, run }));

  it.each(LAYERS.flatMap(({ id, params }) => params.map((param) => [id, param.key, param] as const)))(
    'keeps a %s layer’s %s',
    (kind, key, param) => {
      // An output of that kind too, but for its width and activation, which are settled.
      const output = key === 'width' || key === 'activation' ? {} : { [key]: another(param) };
      const layers = [
        defaultLayer(kind, { [key]: another(param) }),
        defaultLayer(kind, { ...output, activation: 'none' }),
      ];
      const run = { ...karate, model: { ...karate.model, layers } };
      expect(readBack(run)).toEqual(opened({ ...standard, run }));
    },
  );

  it.each(METHODS.flatMap(({ id, params }) => params.map((param) => [id, param.key, param] as const)))(
    'keeps the method %s’s %s',
    (kind, key, param) => {
      const model = MODELS.find(({ method }) => method?.kind === kind)!;
      const method = defaultMethod(kind, { [key]: another(param) });
      const run = { ...defaultRun(karate.data, 0, model), model: { id: model.id, layers: [], method } };
      expect(formatAddress({ ...standard, run })).toContain(`settings=${key}.`);
      expect(readBack(run)).toEqual(opened({ ...standard, run }));
    },
  );

  it.each(TRAIN_PARAMS.map((param) => [param.key, param] as const))(
    'keeps the training’s %s',
    (key, param) => {
      const run = { ...karate, training: { ...karate.training, [key]: another(param) } };
      expect(readBack(run)).toEqual(opened({ ...standard, run }));
    },
  );

  it('opens a method as its model has it where one setting contradicts another', () => {
    const { scene, problems } = parseAddress('#data=karate&model=node2vec&settings=context.30');
    expect(scene.run.model.method).toEqual(defaultMethod('node2vec'));
    expect(problems).toEqual([expect.stringContaining('at most the walk length 20, got 30')]);
  });

  it.each([
    ['#data=nowhere', 'data: expected one of karate, '],
    ['#seed=-1', 'seed'],
    ['#seed=abc', 'seed'],
    ['#lr=NaN', "lr: expected a number from 0.00001 to 1, got 'NaN'; it was left out."],
    ['#lr=abc', "lr: expected a number from 0.00001 to 1, got 'abc'; it was left out."],
    ['#wd=-1', 'wd: expected a number from 0 to '],
    ['#seed=x1', "seed: expected a whole number from 0 to 4294967295, got 'x1'; it was left out."],
    ['#lines=maybe', "lines: expected on or off, got 'maybe'; it was left out."],
    ['#epoch=soon', "epoch: expected a whole number from 0 to 100000, got 'soon'; it was left out."],
    ['#layers=gcn*width.0,gcn', 'layers, number 1, width: expected a whole number from 1'],
    ['#layers=gcn*activation.magic,gcn', 'activation'],
    ['#layers=' + Array.from({ length: 9 }, () => 'gcn').join(), 'layers'],
    ['#colour=__proto__', 'colour: expected one of '],
    ['#layer=<script>', 'layer'],
    ['#select=1.2.x', 'select, number 3: expected a whole number from 0 to '],
    ['#lock=seed.magic', 'lock, number 2: expected one of '],
    [
      '#camera=a,b,c_',
      "camera, graph, x: expected a number from -1000 to 1000, got 'a,b,c_'; it was left out.",
    ],
    ['#pace=0', 'pace: expected '],
    ['#labels=none', 'labels'],
    ['#model=unheard', 'model'],
    ['#layers=none,gcn', 'kind'],
    ['#layers=gcn*size.3,gcn', 'size'],
    ['#unheard=1', 'unheard'],
    ['#settings=p.2', 'settings'],
    ['#opt=rmsprop', 'opt: expected one of '],
    ['#layers=gcn*dropout.,gcn', 'dropout'],
  ])('opens the default for %s, and names what it left out', (hash, named) => {
    const { scene, problems } = parseAddress(hash);
    expect(scene).toEqual(standard);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });

  it('takes an epoch that is far beyond the run for a slip, unless the link is packed', () => {
    expect(parseAddress('#data=karate&epochs=50&epoch=500').scene.epoch).toBe(500);
    const { scene, problems } = parseAddress('#data=karate&seed=3&epoch=99999');
    expect(scene).toEqual({ ...standard, run: { ...karate, seed: 3 } });
    expect(problems).toEqual([
      'epoch: expected at most 2000 in a run of 200 epochs, got 99999; it was left out.',
    ]);
    // A method's few epochs are no bound.
    expect(parseAddress('#data=synthetic&model=node2vec&epoch=100').scene.epoch).toBe(100);
    // The console can train that far.
    const far = { ...standard, epoch: 2001 };
    expect(formatAddress(far)).toMatch(/^#s=1\./);
    expect(parseAddress(formatAddress(far))).toEqual(opened(far));
  });
});
