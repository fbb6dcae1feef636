import { describe, expect, it } from 'vitest';
import { DATASETS, descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import type { GraphData } from '../../../src/data/graph/graphData';
import { karate } from '../../../src/data/generators/karate';
import { MODELS } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { TRAIN_PARAMS, type TrainSpec } from '../../../src/data/run/training';
import type { EpochRecord } from '../../../src/data/run/records';
import { dataOptions, optionOf, refOf } from '../../../src/ui/views/bar/dataOptions';
import { paceOptions, readPace, writePace } from '../../../src/ui/views/bar/pace';
import { transportIn } from '../../../src/ui/views/bar/transportIn';
import { bestByValidation, msPerEpoch } from '../../../src/ui/views/runs/runFacts';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import { announcedFacts, countedFacts } from '../../../src/ui/views/dataset/facts';
import { projectionStatus } from '../../../src/ui/views/embedding/projectionStatus';
import { liveSince } from '../../../src/ui/views/training/liveSince';
import { paramsThatCount } from '../../../src/ui/views/training/paramsThatCount';
import { recordOf } from '../../records';
import { ACCURACY } from '../../../src/data/run/metrics';

const record = (epoch: number, val: number | null, ms = 2): EpochRecord =>
  recordOf({ train: 1, val, test: val === null ? null : val + 0.01, all: 0.9 }, { epoch, loss: 1, ms });

describe('the bar', () => {
  it('offers every set, and every labelling of a set with several', () => {
    const options = dataOptions(DATASETS);
    expect(options.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Karate Club · two factions', 'Karate Club · four communities', 'Cora']),
    );
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  });

  it('finds the option of what is loaded again', () => {
    const options = dataOptions(DATASETS);
    for (const { value } of options) expect(optionOf(DATASETS, refOf(value))).toBe(value);
    expect(optionOf(DATASETS, { id: 'karate', labelling: null })).toBe('karate/factions');
    expect(refOf('karate/modularity')).toEqual({ id: 'karate', labelling: 'modularity' });
    expect(refOf('cora')).toEqual({ id: 'cora', labelling: null });
  });

  it('reads every pace as it was written', () => {
    for (const pace of [1, 5, 20, 'default', null, 7.5] as const) {
      expect(readPace(writePace(pace))).toBe(pace);
      expect(paceOptions(pace).some(({ value }) => value === writePace(pace))).toBe(true);
    }
  });

  it('names the big button by what it does', () => {
    expect(transportIn('playing')).toEqual({ play: 'Pause', canPlay: true, canStep: true });
    expect(transportIn('done').play).toBe('Train again');
    expect(transportIn('diverged').canStep).toBe(false);
    expect(transportIn('opening').canPlay).toBe(false);
  });
});

describe('the dataset card', () => {
  it('counts the graph itself, and calls identity features so', () => {
    const facts = Object.fromEntries(countedFacts(karate(null)).map(({ name, value }) => [name, value]));
    expect(facts).toEqual({ nodes: '34', edges: '78', features: 'identity', classes: '2', labelled: '2' });
  });

  it('counts edges one way where they are directed, and says that there are no classes', () => {
    const graph = karate(null);
    const { source, target } = graph.edgeIndex;
    const oneWay = buildEdgeIndex(
      34,
      source.filter((from, e) => from < target[e]!),
      target.filter((to, e) => source[e]! < to),
      { undirected: false },
    );
    const labelling = { ...graph.labelling, classNames: [] };
    const facts = countedFacts({ ...graph, edgeIndex: oneWay, labelling });
    expect(facts.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'nodes 34',
      'directed edges 78',
      'features identity',
      'classes none',
    ]);
  });

  it('counts the chosen labelling', () => {
    const facts = countedFacts(karate('modularity'));
    expect(facts.find(({ name }) => name === 'classes')?.value).toBe('4');
  });

  it('announces the counts of a set before it is there', () => {
    const facts = Object.fromEntries(
      announcedFacts(descriptorOf('cora')).map(({ name, value }) => [name, value]),
    );
    expect(facts).toMatchObject({ nodes: '2,708', labelled: '140', validation: '500', test: '1,000' });
  });
});

describe('the build panel', () => {
  const run = defaultRun({ id: 'karate', labelling: null });
  const nodes = (count: number) => Int32Array.from({ length: count }, (_, node) => node);
  const withLayers = (layers: readonly LayerSpec[], training: Partial<TrainSpec> = {}): RunSpec => ({
    ...run,
    model: { ...run.model, layers },
    training: { ...run.training, weightDecay: 0.1, ...training },
  });
  const keysOf = (graph: GraphData, draft: RunSpec): string[] => {
    const { frequent, rare } = paramsThatCount(graph, draft);
    return [...frequent, ...rare].map(({ key }) => key);
  };
  type Change = Parameters<typeof defaultLayer>[1];

  it('says from which epoch on a live setting holds', () => {
    const moved = {
      ...run,
      timeline: [
        { epoch: 10, change: { learningRate: 0.1 } },
        { epoch: 40, change: { learningRate: 0.03 } },
        { epoch: 60, change: { dropout: 0.5 } },
      ],
    };
    expect(liveSince(moved, 'learningRate')).toBe(41);
    expect(liveSince(moved, 'dropout')).toBe(61);
    expect(liveSince(moved, 'weightDecay')).toBeNull();
    expect(liveSince(moved, 'epochs')).toBeNull();
  });

  it('shows only settings that change something', () => {
    const { features } = karate(null);
    const one = [defaultLayer('gcn')];
    const two = [...one, ...one];
    const keys = (layers: readonly LayerSpec[]) => keysOf(karate(null), withLayers(layers));
    expect(keys(two)).not.toContain('normaliseFeatures');
    expect(keys(two)).toEqual(expect.arrayContaining(['dropout', 'decayOn']));
    expect(keys(one)).not.toContain('dropout');
    expect(keys(one)).not.toContain('decayOn');
    expect(keys([defaultLayer('gcn', { bias: true })])).toContain('decayOn');
    expect(keys([defaultLayer('gcn', { norm: 'layer' })])).toContain('decayOn');
    const matrix = {
      numRows: 0,
      numCols: 0,
      rowPtr: Int32Array.of(0),
      colIndex: new Int32Array(),
      values: new Float32Array(),
    };
    const whole: GraphData = {
      ...karate(null),
      features: { kind: 'sparse', matrix },
      labelling: { ...karate(null).labelling, split: { train: nodes(64), val: nodes(9), test: null } },
    };
    const all = { optimiser: 'sgd', earlyStopping: 'no better' } as const;
    expect(keysOf(whole, withLayers(two, all)).toSorted()).toEqual(
      TRAIN_PARAMS.map(({ key }) => key).toSorted(),
    );
    expect(features.kind).toBe('identity');
    expect(keysOf(whole, withLayers(two, { weightDecay: 0 }))).not.toContain('decayOn');
    expect(keysOf(whole, withLayers(two, { earlyStopping: 'no better' }))).not.toContain('momentum');
    expect(keysOf(whole, withLayers(two, { optimiser: 'sgd' }))).not.toContain('patience');
    for (const key of ['earlyStopping', 'patience'])
      expect(keysOf(karate(null), withLayers(two, all))).not.toContain(key);
  });

  it('leaves out what every layer has for itself, or what none would be moved by', () => {
    const keys = (first: Change, second: Change = {}, training: Partial<TrainSpec> = {}) =>
      keysOf(karate(null), withLayers([defaultLayer('gcn', first), defaultLayer('gcn', second)], training));
    expect(keys({ learningRate: 0.1 })).toContain('learningRate');
    expect(keys({ learningRate: 0.1 }, { learningRate: 0 })).not.toContain('learningRate');
    expect(keys({ dropout: 0.1 })).not.toContain('inputDropout');
    expect(keys({}, { dropout: 0 })).not.toContain('dropout');
    expect(keys({ weightDecay: 0 })).not.toContain('weightDecay');
    expect(keys({ weightDecay: 0 }, {}, { decayOn: 'all layers' })).toContain('weightDecay');
    expect(keys({}, { learningRate: 0 })).not.toContain('decayOn');
    expect(keys({}, { weightDecay: 0.1 })).not.toContain('decayOn');
    expect(keys({ learningRate: 0 })).not.toContain('weightDecay');
  });

  it.each<[string, readonly string[]]>([
    ['node2vec', ['learningRate', 'epochs']],
    ['factorisation', ['epochs']],
    ['labelPropagation', ['epochs']],
  ])('of %s, shows only what its method goes by', (id, keys) => {
    const model = MODELS.find((each) => each.id === id);
    expect(keysOf(karate(null), defaultRun({ id: 'karate', labelling: null }, 0, model))).toEqual(keys);
  });

  it('offers batches that make several steps of an epoch', () => {
    const stops = (train: number) => {
      const graph: GraphData = {
        ...karate(null),
        labelling: { ...karate(null).labelling, split: { train: nodes(train), val: null, test: null } },
      };
      const batch = paramsThatCount(graph, run).rare.find(({ key }) => key === 'batchSize');
      return batch?.kind === 'integer' ? batch.stops : undefined;
    };
    expect(stops(2)).toEqual([0, 1]);
    expect(stops(140)).toEqual([0, 8, 16, 32, 64, 128]);
    expect(stops(90_000)).toEqual([0, 4096]);
  });
});

describe('this run', () => {
  it('takes the first of the best validation epochs', () => {
    const records = [record(0, 0.2), record(1, 0.7), record(2, 0.8), record(3, 0.8), record(4, 0.6)];
    expect(bestByValidation(records, ACCURACY)?.epoch).toBe(2);
  });

  it('has no best epoch without a validation part', () => {
    expect(bestByValidation([record(0, null), record(1, null)], ACCURACY)).toBeNull();
  });

  it('averages the last fifty steps, and leaves the untrained epoch out', () => {
    expect(msPerEpoch([record(0, null, 900)])).toBeNull();
    const records = Array.from({ length: 101 }, (_, epoch) => record(epoch, null, epoch <= 50 ? 100 : 4));
    expect(msPerEpoch(records)).toBe(4);
  });
});

describe('the embedding', () => {
  const picture = {
    kind: 'points',
    layer: 'h1',
    method: 'umap',
    seed: 0,
    epoch: 84,
    positions: new Float32Array(),
    settled: false,
    progress: 0.4,
    caveats: [],
    fidelity: null,
    ms: 1,
  } as const;

  it('says how far its picture can be trusted', () => {
    expect(projectionStatus(picture)).toBe('settling 40 %');
    expect(projectionStatus({ ...picture, settled: true, progress: 1 })).toBe('settled, epoch 84');
    expect(projectionStatus({ ...picture, progress: 1 })).toBe('preview, epoch 84');
    expect(projectionStatus({ kind: 'nothing', layer: 'x', epoch: 3, sentence: 'No.' })).toBeNull();
    expect(projectionStatus(null)).toBeNull();
  });
});
