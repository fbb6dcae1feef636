/** Link prediction in a real run behind the host: what is trained, seen, asked and gone back to. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../src/compute/backend/cpu';
import { openTrainer } from '../../src/compute/train/openTrainer';
import { karate } from '../../src/data/generators/karate';
import type { GraphData } from '../../src/data/graph/graphData';
import { defaultRun } from '../../src/data/run/defaults';
import { NO_EDITS } from '../../src/data/run/edits';
import { MODELS } from '../../src/data/run/models';
import type { EpochRecord, Frame, Keyframe } from '../../src/data/run/records';
import type { RunSpec } from '../../src/data/run/runSpec';
import { validateTask } from '../../src/data/run/validate';
import { createComputeHost } from '../../src/engine/host';
import { lastMessages } from '../../src/ui/canvas/flow/messages';
import type { ComputeEvent } from '../../src/engine/protocol';

const graph = karate(null);
const data = { id: 'karate', labelling: null };

function linkRun(task: object = {}, model = 'gcn'): RunSpec {
  return defaultRun(
    data,
    0,
    MODELS.find(({ id }) => id === model),
    validateTask({ id: 'linkPrediction', ...task }),
  );
}

beforeAll(() => startCpu());

function setUp(now = () => performance.now()) {
  const records: EpochRecord[] = [];
  const keyframes: Keyframe[] = [];
  const shares: number[] = [];
  let newest: Frame | null = null;
  let stopped = (_event: ComputeEvent) => {};
  const host = createComputeHost({
    post: (event) => {
      if (event.kind === 'epochs') {
        records.push(...event.records);
        newest = event.frame;
        queueMicrotask(() => host.credit());
      }
      if (event.kind === 'keyframe') keyframes.push(event.keyframe);
      if (event.kind === 'baselines') shares.push(event.share);
      if (event.kind === 'stopped') stopped(event);
    },
    turns: {
      next: () => new Promise((resolve) => setImmediate(resolve)),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      now,
    },
    startBackend: async () => ({ name: 'cpu', reason: 'a test', adapter: null, isSoftwareAdapter: false }),
    loseDevice: () => {},
    memory: () => ({ tensors: 0, bytes: 0 }),
    openTrainer,
  });
  const { handlers } = host;
  let generation = 0;
  return {
    handlers,
    records,
    keyframes,
    shares,
    frame: () => newest,
    open: (run: RunSpec, on: GraphData = graph) =>
      handlers.open({ generation: ++generation, run, graph: on, from: null, history: [] }),
    trainTo: (until: number) =>
      new Promise<ComputeEvent>((resolve) => {
        stopped = resolve;
        void handlers.play({ generation, until, pace: Infinity });
      }),
    seek: (epoch: number, from: Keyframe | null = null) =>
      handlers.seek({ generation, epoch, from, history: records.slice(0, epoch) }),
  };
}

/** A step takes as long as it takes: everything else of a record is the run's. */
const timeless = (record: EpochRecord) => ({ ...record, ms: 0 });

describe('a run of link prediction', () => {
  it('starts from the recipe of PyTorch Geometric, and leaves that of classes as it is', () => {
    const { model, training } = linkRun();
    expect(model.layers.map(({ width }) => width)).toEqual([128, 64]);
    expect(training).toMatchObject({ epochs: 100, learningRate: 0.01, weightDecay: 0, dropout: 0 });
    expect(defaultRun(data).model.layers[0].width).not.toBe(128);
  });

  it('learns: the loss falls, and training pairs come to score above others', async () => {
    const { open, trainTo, records } = setUp();
    const opened = await open(linkRun());
    expect(opened.layers.at(-1)).toMatchObject({ id: 'z', numCols: 64 });
    await trainTo(40);
    expect(records.at(-1)!.loss).toBeLessThan(opened.record.loss);
    expect(records.at(-1)!.scores.train!['auc']).toBeGreaterThan(0.8);
    expect(Object.keys(records.at(-1)!.scores.test!)).toEqual(['loss', 'auc', 'ap', 'hits50', 'mrr']);
  });

  it('tells a score for each held-out pair', async () => {
    const { open, handlers } = setUp();
    const { frame } = await open(linkRun());
    const pairs = await handlers.heldOutPairs({ generation: 1 });
    // int(.05 * 78) and int(.1 * 78) pairs, and as many without an edge.
    expect(pairs.part.filter((part) => part === 'val')).toHaveLength(6);
    expect(pairs.part.filter((part) => part === 'test')).toHaveLength(14);
    expect(frame.output).toMatchObject({ unit: 'edge', rows: 20, columns: 1 });
    expect(frame.output.values).toHaveLength(20);
  });

  it.each(['dot', 'cosine', 'bilinear', 'mlp'])('adds a pair up to its score: %s', async (decoder) => {
    const { open, trainTo, handlers, frame } = setUp();
    await open(linkRun({ decoder }));
    await trainTo(5);
    const { source, target, part } = await handlers.heldOutPairs({ generation: 1 });
    for (const row of [0, 4, source.length - 1]) {
      const answer = await handlers.pair({ generation: 1, a: target[row], b: source[row] });
      expect(answer.part).toBe(part[row]);
      expect(answer.product.reduce((sum, each) => sum + each, answer.offset)).toBeCloseTo(answer.score, 5);
      expect(answer.score).toBeCloseTo(frame()!.output.values[row], 5);
      expect(answer.of).toBe(part[row] === 'val' ? 4 - Number(row === 4) : 8 - Number(row > 4));
      expect(answer.rank).toBeLessThanOrEqual(answer.of);
      expect(answer.baselines).toHaveLength(10);
    }
  });

  it.each(['gcn', 'gat', 'ggnn', 'appnp', 'sage'])(
    'traces a row over the edges that carry messages, told by those of the graph: %s',
    async (model) => {
      const { open, trainTo, handlers } = setUp();
      await open(linkRun({ decoder: 'bilinear' }, model));
      await trainTo(2);
      const { activations } = await handlers.activations({ generation: 1, layer: 'z' });
      const { source, target, part, isPositive } = await handlers.heldOutPairs({ generation: 1 });
      const held = [...part.keys()].filter((row) => isPositive[row] === 1);
      const { trace } = await handlers.explain({ generation: 1, layer: 'h1', node: target[held[0]] });
      const senders = lastMessages(trace).filter(({ edge }) => edge >= 0);
      for (const { edge, from } of senders) {
        expect(graph.edgeIndex.source[edge]).toBe(from);
        expect(held.some((row) => source[row] === from && target[row] === target[held[0]])).toBe(false);
      }
      const z = await handlers.explain({ generation: 1, layer: 'z', node: 5 });
      const row = activations.kind === 'dense' ? activations.matrix.values.slice(5 * 64, 6 * 64) : [];
      z.trace.output.forEach((value, c) => expect(value).toBeCloseTo(row[c], 4));
    },
  );

  it('tells the weights of its decoder by name', async () => {
    const { open, handlers } = setUp();
    await open(linkRun({ decoder: 'mlp' }));
    const { tensors } = await handlers.weights({ generation: 1 });
    expect(tensors.map(({ name }) => name)).toEqual([
      'layers.0.weight',
      'layers.0.bias',
      'layers.1.weight',
      'layers.1.bias',
      'decoder.weight',
      'decoder.bias',
      'decoder.output_weight',
      'decoder.output_bias',
    ]);
  });

  it.each(['hinge', 'binary cross-entropy', 'triplet'])(
    'trains on batches of its pairs, from a keyframe as from the beginning: %s',
    async (loss) => {
      const run = linkRun({ loss });
      const batches = { ...run, training: { ...run.training, batchSize: 16 } };
      const { open, trainTo, records, keyframes, seek } = setUp();
      const opened = await open(batches);
      await trainTo(22);
      expect(records.at(-1)!.loss).toBeLessThan(opened.record.loss);
      const seen = await seek(
        21,
        keyframes.find(({ epoch }) => epoch === 20)!,
      );
      expect(timeless(seen.record)).toEqual(timeless(records[20]));
    },
  );

  it('goes back to an epoch exactly, with negatives that are new in each', async () => {
    const { open, trainTo, seek, records, keyframes } = setUp();
    await open(linkRun({ decoder: 'mlp', disjointShare: 0.3, loss: 'hinge' }));
    await trainTo(25);
    const seen = await seek(
      22,
      keyframes.find(({ epoch }) => epoch === 20)!,
    );
    expect(timeless(seen.record)).toEqual(timeless(records[21]));
  });

  it('says what rules without learning come to, and where it is', async () => {
    const { open, handlers, shares } = setUp();
    await open(linkRun());
    const rows = await handlers.baselines({ generation: 1 });
    expect(rows.map(({ id }) => id)).toContain('common neighbours');
    for (const { scores } of rows) expect(scores.test!['auc']).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBe(1);
  });

  it('drops them when a newer run is opened, and works them out for that one', async () => {
    let clock = 0;
    // A turn is taken wherever one may be.
    const { open, handlers } = setUp(() => (clock += 10));
    await open(linkRun());
    const dropped = expect(handlers.baselines({ generation: 1 })).rejects.toThrow('a newer one came');
    await open(linkRun());
    await dropped;
    expect(await handlers.baselines({ generation: 2 })).toHaveLength(10);
  });

  it('lets an edge that is edited away leave the split', async () => {
    const { open, handlers } = setUp();
    await open(linkRun());
    const before = await handlers.heldOutPairs({ generation: 1 });
    const [a, b] = [before.source[0], before.target[0]];
    const removedEdges = [[Math.min(a, b), Math.max(a, b)] as const];
    const { frame } = await handlers.edit({ generation: 1, edits: { ...NO_EDITS, removedEdges } });
    const after = await handlers.heldOutPairs({ generation: 1 });
    expect(frame.output.rows).toBe(before.source.length - 1);
    expect([...after.source]).toEqual(Array.from(before.source.slice(1)));
    expect([...after.target]).toEqual(Array.from(before.target.slice(1)));
  });

  it.each(['mlp', 'sgc', 'appnp', 'sage', 'gin', 'gat', 'ggnn', 'mpnn', 'randomGcn'])(
    'trains a stack of layers: %s',
    async (model) => {
      const { open, trainTo, records } = setUp();
      await open(linkRun({}, model));
      await trainTo(2);
      expect(records.at(-1)!.scores.val!['auc']).toBeGreaterThanOrEqual(0);
      expect(records.at(-1)!.loss).toBeGreaterThan(0);
    },
  );

  it.each(['node2vec', 'factorisation'])('scores the rows of a method: %s', async (model) => {
    const { open, trainTo, records } = setUp();
    const opened = await open(linkRun({ decoder: 'cosine' }, model));
    expect(opened.layers.map(({ id }) => id)).toEqual(['x', 'h1']);
    await trainTo(3);
    expect(records.at(-1)!.scores.train!['auc']).toBeGreaterThan(0.5);
  });

  it('needs no labels', async () => {
    const { labelling } = graph;
    const bare = { ...graph, labelling: { ...labelling, classNames: [], y: labelling.y.map(() => -1) } };
    const { open, trainTo, records } = setUp();
    await open(linkRun(), bare);
    await trainTo(2);
    expect(records).toHaveLength(2);
  });

  it.each([
    ['labelPropagation', {}, 'labels alone'],
    ['node2vec', { decoder: 'mlp' }, 'dot product or the cosine'],
  ])('refuses %s in a sentence', async (model, task, sentence) => {
    const { open } = setUp();
    await expect(open(linkRun(task, model))).rejects.toThrow(sentence);
  });
});
