/** Going back in a real run: the plain backend, Karate Club, dropout and a setting moved on the way. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../src/compute/backend/cpu';
import { openTrainer } from '../../src/compute/train/openTrainer';
import { karate } from '../../src/data/generators/karate';
import type { GraphData } from '../../src/data/graph/graphData';
import { NO_EDITS, withEdge, withLabel, withNode, withoutNode } from '../../src/data/run/edits';
import { defaultRun } from '../../src/data/run/defaults';
import type { RunSpec } from '../../src/data/run/runSpec';
import { createComputeHost } from '../../src/engine/host';
import type { ComputeEvent } from '../../src/engine/protocol';
import type { EpochRecord, Frame, Keyframe, SmoothingRecord } from '../../src/data/run/records';

const graph = karate(null);
const standard = defaultRun({ id: 'karate', labelling: null });
const run: RunSpec = { ...standard, training: { ...standard.training, inputDropout: 0.3, dropout: 0.5 } };

beforeAll(() => startCpu());

function setUp() {
  const records: EpochRecord[] = [];
  const frames: Frame[] = [];
  const keyframes: Keyframe[] = [];
  const smoothing: SmoothingRecord[] = [];
  let stopped = (_event: ComputeEvent) => {};
  const host = createComputeHost({
    post: (event) => {
      if (event.kind === 'epochs') {
        records.push(...event.records);
        frames.push(event.frame);
        queueMicrotask(() => host.credit());
      }
      if (event.kind === 'keyframe') keyframes.push(event.keyframe);
      if (event.kind === 'smoothing') smoothing.push(event.record);
      if (event.kind === 'stopped') stopped(event);
    },
    turns: {
      next: () => new Promise((resolve) => setImmediate(resolve)),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      now: () => performance.now(),
    },
    startBackend: async () => ({ name: 'cpu', reason: 'a test', adapter: null, isSoftwareAdapter: false }),
    loseDevice: () => {},
    memory: () => ({ tensors: 0, bytes: 0 }),
    openTrainer,
  });
  const { handlers } = host;
  const open = async (of: RunSpec = run, on: GraphData = graph) =>
    handlers.open({ generation: 1, run: of, graph: on, from: null, history: [] });
  const trainTo = (until: number) =>
    new Promise<ComputeEvent>((resolve) => {
      stopped = resolve;
      void handlers.play({ generation: 1, until, pace: Infinity });
    });
  const seek = (epoch: number, from: Keyframe | null = null) =>
    handlers.seek({ generation: 1, epoch, from, history: records.slice(0, epoch) });
  return { handlers, records, frames, keyframes, smoothing, open, trainTo, seek };
}

/** A step takes as long as it takes: everything else of a record is the run's. */
const told = (record: EpochRecord) => ({ ...record, ms: 0 });

describe('going back in a run', () => {
  it('gives the very numbers of that epoch again, from a keyframe or from the beginning', async () => {
    const { handlers, records, keyframes, open, trainTo, seek } = setUp();
    await open();
    await trainTo(30);
    await handlers.change({ generation: 1, change: { learningRate: 0.05, dropout: 0.2 } });
    await trainTo(75);
    const from = keyframes.find(({ epoch }) => epoch === 40)!;
    expect(told((await seek(57, from)).record)).toEqual(told(records[56]));
    expect(told((await seek(57)).record)).toEqual(told(records[56]));
    expect(told((await seek(74, from)).record)).toEqual(told(records[73]));
    expect((await seek(0)).record.epoch).toBe(0);
  });

  it('trains on from there as it did the first time', async () => {
    const { records, open, trainTo, seek } = setUp();
    await open();
    await trainTo(60);
    const first = records.map(told);
    await seek(25);
    records.length = 25;
    await trainTo(60);
    expect(records.map(told)).toEqual(first);
  });

  it('drops settings moved later when one is moved there', async () => {
    const { handlers, records, open, trainTo, seek } = setUp();
    await open();
    await trainTo(40);
    await handlers.change({ generation: 1, change: { learningRate: 0.5 } });
    await trainTo(50);
    await seek(20);
    expect(await handlers.change({ generation: 1, change: { weightDecay: 0.01 } })).toEqual({ epoch: 20 });
    records.length = 20;
    await trainTo(50);
    const planned = setUp();
    await planned.open({ ...run, timeline: [{ epoch: 20, change: { weightDecay: 0.01 } }] });
    await planned.trainTo(50);
    expect(records.map(told)).toEqual(planned.records.map(told));
  });

  it('tells how alike each layer makes the nodes, at the beginning, at keyframes and where it stops', async () => {
    const { smoothing, open, trainTo } = setUp();
    await open();
    await trainTo(47);
    expect(smoothing.map(({ epoch }) => epoch)).toEqual([0, 20, 40, 47]);
    for (const { layers } of smoothing) {
      expect(layers.map(({ id }) => id)).toEqual(['h1', 'z']);
      for (const { energy, cosine } of layers) {
        expect(energy).toBeGreaterThan(0);
        expect(Math.abs(cosine)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('gives what the run has learned by name, as it stands', async () => {
    const { handlers, keyframes, open, trainTo } = setUp();
    await open();
    await trainTo(40);
    const { epoch, tensors } = await handlers.weights({ generation: 1 });
    expect(epoch).toBe(40);
    expect(tensors.map(({ name, shape }) => [name, ...shape])).toEqual([
      ['layers.0.weight', 34, run.model.layers[0]!.width],
      ['layers.1.weight', run.model.layers[0]!.width, 2],
    ]);
    const kept = keyframes.find((each) => each.epoch === 40)!;
    expect(tensors.flatMap(({ values }) => [...values])).toEqual([...kept.weights]);
    expect(() => handlers.weights({ generation: 7 })).toThrow(/newest/);
  });

  it('finds influence by hop, none from beyond the layers', async () => {
    const { handlers, open, trainTo } = setUp();
    await open();
    await trainTo(20);
    const { perHop, breadth, epoch } = await handlers.influence({
      generation: 1,
      nodes: [0, 33],
      maxHops: 4,
    });
    expect(epoch).toBe(20);
    expect(perHop[0]! * perHop[1]! * perHop[2]!).toBeGreaterThan(0);
    expect([perHop[3], perHop[4]]).toEqual([0, 0]);
    expect(breadth).toBeGreaterThan(0);
    expect(breadth).toBeLessThan(2);
  });

  it('explains the weights of the epoch it went to', async () => {
    const { handlers, open, trainTo, seek } = setUp();
    await open();
    await trainTo(50);
    const explain = () => handlers.explain({ generation: 1, layer: 'h1', node: 5 });
    const shown = async () => {
      const { activations } = await handlers.activations({ generation: 1, layer: 'h1' });
      return activations.kind === 'dense' ? activations.matrix : null;
    };
    const before = await explain();
    await seek(20);
    const { epoch, trace } = await explain();
    expect(epoch).toBe(20);
    expect(trace.output).not.toEqual(before.trace.output);
    const matrix = await shown();
    const row = matrix?.values.slice(5 * matrix.numCols, 6 * matrix.numCols) ?? [];
    trace.output.forEach((value, c) => expect(value).toBeCloseTo(row[c] ?? NaN, 5));
    await expect(handlers.explain({ generation: 1, layer: 'x', node: 5 })).rejects.toThrow(
      'expected one of h1, z',
    );
  });

  describe('with an edited graph', () => {
    const edits = withLabel(withEdge(withoutNode(withNode(NO_EDITS, { x: 0, y: 0 }), 20), 34, 0), 33, null);

    it('keeps the weights, shows the edit at its epoch and the graph as it was before it', async () => {
      const { handlers, records, open, trainTo, seek } = setUp();
      await open();
      await trainTo(40);
      const before = await seek(25);
      records.length = 25;
      const opened = await handlers.edit({ generation: 1, edits });
      expect(opened.record.epoch).toBe(25);
      expect(opened.layers[0].numRows).toBe(35);
      expect(opened.frame.output.values.length).toBe(2 * 35);
      await trainTo(40);
      const first = records.map(told);
      expect((await seek(24)).frame.output.values.length).toBe(2 * 34);
      expect((await seek(25)).frame.output.values).not.toEqual(before.frame.output.values);
      expect(told((await seek(33)).record)).toEqual(first[32]);
      await seek(24);
      records.length = 24;
      await trainTo(40);
      expect(records.map(told)).toEqual(first);
    });

    it('shows the edited graph where a run that knows of the edit comes to it, with the same numbers', async () => {
      const { handlers, records, open, trainTo } = setUp();
      await open();
      await trainTo(25);
      const opened = await handlers.edit({ generation: 1, edits });
      await trainTo(40);
      const planned = setUp();
      await planned.open({ ...run, timeline: [{ epoch: 25, change: {}, edits }] });
      await planned.trainTo(25);
      expect(planned.frames.at(-1)).toEqual(opened.frame);
      await planned.trainTo(40);
      expect(planned.records.map(told)).toEqual(records.map(told));
    });

    it('trains as a run that begins with it', async () => {
      const { handlers, records, open, trainTo } = setUp();
      await open();
      await handlers.edit({ generation: 1, edits });
      await trainTo(30);
      const planned = setUp();
      await planned.open({ ...run, edits });
      await planned.trainTo(30);
      expect(records.map(told)).toEqual(planned.records.map(told));
    });

    it('loses nothing when an edit cannot be made', async () => {
      const { handlers, records, open, trainTo } = setUp();
      await open();
      await trainTo(20);
      const wrong = { ...NO_EDITS, removedNodes: [99] };
      await expect(handlers.edit({ generation: 1, edits: wrong })).rejects.toThrow(
        'expected a node from 0 to 33',
      );
      await trainTo(40);
      const planned = setUp();
      await planned.open();
      await planned.trainTo(40);
      expect(records.map(told)).toEqual(planned.records.map(told));
    });
  });

  it('lets the newest of two requests win', async () => {
    const { open, trainTo, seek } = setUp();
    await open();
    await trainTo(200);
    const older = Promise.resolve(seek(190)).catch((error: Error) => error);
    const newer = await seek(10);
    expect(newer.record.epoch).toBe(10);
    expect(await older).toBeInstanceOf(Error);
  });

  it('stops by the rule of the run, at the same epoch when it is replayed', async () => {
    const { y, split } = graph.labelling;
    const rest = [...y.keys()].filter((node) => !split.train.includes(node));
    const val = Int32Array.from(rest.slice(0, 10));
    // Labels that are wrong: the better the model, the worse it looks on them.
    const wrong = y.map((label, node) => (val.includes(node) ? 1 - label : label));
    const validated = { ...graph, labelling: { ...graph.labelling, y: wrong, split: { ...split, val } } };
    const stopping: RunSpec = {
      ...run,
      training: { ...run.training, learningRate: 0.2, earlyStopping: 'no better', patience: 5 },
    };
    const { keyframes, open, trainTo, seek } = setUp();
    await open(stopping, validated);
    const event = await trainTo(400);
    if (event.kind !== 'stopped' || event.why !== 'early') throw new Error('it did not stop early');
    expect(event.epoch).toBeLessThan(400);
    expect(event.epoch - event.better).toBe(5);
    await seek(event.epoch - 3, keyframes.findLast(({ epoch }) => epoch < event.epoch - 3) ?? null);
    expect(await trainTo(400)).toEqual(event);
  });
});
