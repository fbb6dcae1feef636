import { describe, expect, it } from 'vitest';
import { openTask } from '../../src/compute/tasks/tasks';
import type { Trainer } from '../../src/compute/train/trainer';
import { karate } from '../../src/data/generators/karate';
import { defaultRun } from '../../src/data/run/defaults';
import { createComputeHost, KEYFRAME_EVERY } from '../../src/engine/host';
import type { ComputeEvent } from '../../src/engine/protocol';
import type { Turns } from '../../src/engine/turns';
import { frameOf, recordOf } from '../records';

const graph = karate(null);
const run = defaultRun({ id: 'karate', labelling: null });
const task = openTask(run, graph);

/** Node's MessageChannel starves its timers, a browser's does not: tests take their turns by setImmediate. */
const turns: Turns = {
  next: () => new Promise((resolve) => setImmediate(resolve)),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => performance.now(),
};

/** A clock that only waiting moves, up to a time that the test says; then it stands. */
function clockOfWaits() {
  let [now, end] = [0, 0];
  let [goOn, reached] = [() => {}, () => {}];
  return {
    turns: {
      next: turns.next,
      now: () => now,
      wait: async (ms: number) => {
        now += ms;
        if (now < end) return turns.next();
        reached();
        return new Promise<void>((resolve) => (goOn = resolve));
      },
    },
    /** Lets so many milliseconds pass; resolves when they have. */
    pass: (ms: number) => {
      end = now + ms;
      goOn();
      return new Promise<void>((resolve) => (reached = resolve));
    },
  };
}

/** A trainer that only counts: the host's behaviour is what is tested here, not learning. */
function countingTrainer(
  from: number,
  lossAt: (epoch: number) => number,
  ms: number,
): Trainer & { disposed: boolean } {
  let epoch = from;
  const trainer = {
    layers: [{ id: 'z', label: 'Z', kind: 'output' as const, numRows: 34, numCols: 2 }],
    get epoch() {
      return epoch;
    },
    disposed: false,
    isUnderWay: false,
    progress: 0,
    step: () => void epoch++,
    slice: () => {
      epoch++;
      return true;
    },
    evaluate: async () => ({
      record: recordOf({ train: 1, val: null, test: null, all: 1 }, { epoch, loss: lossAt(epoch), ms }),
      frame: frameOf(epoch, new Float32Array(68)),
    }),
    task,
    outputs: async () => ({ outputs: [], own: [] }),
    activations: async () => ({
      kind: 'dense' as const,
      matrix: { numRows: 34, numCols: 2, values: new Float32Array(68) },
    }),
    keyframe: async () => ({
      epoch,
      weights: new Float32Array(1),
      firstMoment: new Float32Array(1),
      secondMoment: new Float32Array(1),
    }),
    change: () => {},
    dispose: () => void (trainer.disposed = true),
  };
  return trainer;
}

function setUp({ lossAt = (_epoch: number): number => 1, acknowledges = true, ms = 0, by = turns } = {}) {
  const events: ComputeEvent[] = [];
  const trainers: ReturnType<typeof countingTrainer>[] = [];
  let lose = (_message: string) => {};
  let wake = () => {};
  const host = createComputeHost({
    post: (event) => {
      events.push(event);
      if (event.kind === 'epochs' && acknowledges) queueMicrotask(() => host.credit());
      wake();
    },
    turns: by,
    startBackend: async (_choice, { onLost }) => {
      lose = onLost;
      return { name: 'cpu', reason: 'a test', adapter: null, isSoftwareAdapter: false };
    },
    memory: () => ({ tensors: 3, bytes: 48 }),
    loseDevice: () => lose('the device was destroyed'),
    openTrainer: async (_run, _graph, from) => {
      const trainer = countingTrainer(from?.epoch ?? 0, lossAt, ms);
      trainers.push(trainer);
      return trainer;
    },
  });
  const heard = (kind: ComputeEvent['kind']) =>
    new Promise<void>((resolve) => {
      wake = () => {
        if (events.some((event) => event.kind === kind)) resolve();
      };
      wake();
    });
  const epochs = () =>
    events.flatMap((event) => (event.kind === 'epochs' ? event.records.map(({ epoch }) => epoch) : []));
  const open = async (generation = 1) => {
    await host.handlers.start({ choice: 'auto', secure: true });
    return host.handlers.open({ generation, run, graph, from: null, history: [] });
  };
  return { host, events, trainers, heard, epochs, open };
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

describe('the compute host', () => {
  it('reports every epoch once and in order, then that it has stopped', async () => {
    const { host, events, heard, epochs, open } = setUp();
    await open();
    await host.handlers.play({ generation: 1, until: 200, pace: Infinity });
    await heard('stopped');
    expect(epochs()).toEqual(upTo(200));
    expect(events.at(-1)).toEqual({ kind: 'stopped', generation: 1, epoch: 200, why: 'end' });
  });

  it('sends nothing but keyframes and the end while the page does not say that it has drawn', async () => {
    const { host, events, heard, epochs, open } = setUp({ acknowledges: false });
    await open();
    await host.handlers.play({ generation: 1, until: 100, pace: Infinity });
    await heard('stopped');
    const pictures = events.filter((event) => event.kind === 'epochs');
    expect(pictures).toHaveLength(2);
    expect(epochs()).toEqual(upTo(100));
  });

  it('waits for the page before each epoch when it runs at a pace that the page can follow', async () => {
    const clock = clockOfWaits();
    const { host, events, epochs, open } = setUp({ acknowledges: false, by: clock.turns });
    await open();
    await host.handlers.play({ generation: 1, until: 100, pace: 1000 });
    await clock.pass(60);
    expect(epochs()).toEqual([1]);
    host.credit();
    await clock.pass(60);
    expect(epochs()).toEqual([1, 2]);
    const paused = host.handlers.pause({ generation: 1 });
    void clock.pass(60);
    await paused;
    expect(events.at(-1)).toMatchObject({ kind: 'stopped', why: 'pause' });
  });

  it('keeps its pace where the page cannot follow, and draws several epochs at once', async () => {
    const { host, events, trainers, open } = setUp({ acknowledges: false });
    await open();
    await host.handlers.play({ generation: 1, until: 1000, pace: 200 });
    await expect.poll(() => trainers[0]!.epoch, { timeout: 10_000 }).toBeGreaterThan(40);
    expect(events.filter((event) => event.kind === 'epochs')).toHaveLength(1);
    await host.handlers.pause({ generation: 1 });
  });

  it('lets a pause in while it trains as fast as it can', async () => {
    const { host, events, heard, epochs, open } = setUp();
    await open();
    await host.handlers.play({ generation: 1, until: 1e9, pace: Infinity });
    await heard('epochs');
    const { epoch } = await host.handlers.pause({ generation: 1 });
    expect(epoch).toBeGreaterThan(0);
    expect(epochs()).toEqual(upTo(epoch));
    expect(events.at(-1)).toEqual({ kind: 'stopped', generation: 1, epoch, why: 'pause' });
  });

  it('sends a keyframe every so many epochs', async () => {
    const { host, events, heard, open } = setUp();
    await open();
    await host.handlers.play({ generation: 1, until: 3 * KEYFRAME_EVERY + 5, pace: Infinity });
    await heard('stopped');
    const at = events.flatMap((event) => (event.kind === 'keyframe' ? [event.keyframe.epoch] : []));
    expect(at).toEqual([1, 2, 3].map((i) => i * KEYFRAME_EVERY));
  });

  it('sends one sooner where half a second was trained since the last one', async () => {
    const { host, events, heard, open } = setUp({ ms: 200 });
    await open();
    await host.handlers.play({ generation: 1, until: 25, pace: Infinity });
    await heard('stopped');
    const at = events.flatMap((event) => (event.kind === 'keyframe' ? [event.keyframe.epoch] : []));
    expect(at).toEqual([3, 6, 9, 12, 15, 18, 20, 23]);
  });

  it('ignores what is meant for an older run', async () => {
    const { host, events, heard, epochs, open } = setUp();
    await open(1);
    await open(2);
    await host.handlers.play({ generation: 1, until: 10, pace: Infinity });
    await host.handlers.play({ generation: 2, until: 5, pace: Infinity });
    await heard('stopped');
    expect(epochs()).toEqual(upTo(5));
    expect(events.filter(({ kind, generation }) => kind !== 'smoothing' && generation !== 2)).toEqual([]);
  });

  it('ends the run before when another is opened, and disposes of its trainer', async () => {
    const { host, events, trainers, heard, open } = setUp();
    await open(1);
    await host.handlers.play({ generation: 1, until: 1e9, pace: Infinity });
    await heard('epochs');
    await open(2);
    const before = events.length;
    await host.handlers.play({ generation: 2, until: 5, pace: Infinity });
    await expect.poll(() => trainers[1]!.epoch).toBe(5);
    expect(events.slice(before).filter(({ generation }) => generation === 1)).toEqual([]);
    expect(trainers.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  it('stops when the loss is no longer a number, and says at which epoch', async () => {
    const { host, events, heard, epochs, open } = setUp({ lossAt: (epoch) => (epoch < 7 ? 1 : NaN) });
    await open();
    await host.handlers.play({ generation: 1, until: 100, pace: Infinity });
    await heard('diverged');
    expect(epochs()).toEqual(upTo(7));
    expect(events.at(-1)).toEqual({ kind: 'diverged', generation: 1, epoch: 7 });
  });

  it('says that the device is lost, once, and no more after that', async () => {
    const { host, events, heard, open } = setUp();
    await open();
    await host.handlers.play({ generation: 1, until: 1e9, pace: Infinity });
    await heard('epochs');
    await host.handlers.loseDevice({});
    await heard('lost');
    const before = events.length;
    // Training has ended when a pause is answered.
    await host.handlers.pause({ generation: 1 });
    await host.handlers.loseDevice({});
    expect(events).toHaveLength(before);
    expect(events.filter((event) => event.kind === 'lost')).toHaveLength(1);
  });

  it('answers the projection worker with the epoch that the activations are of, or with none', async () => {
    const { host, heard, open } = setUp();
    await open();
    const { port1, port2 } = new MessageChannel();
    await host.handlers.connect({ port: port1 });
    await host.handlers.play({ generation: 1, until: 5, pace: Infinity });
    await heard('stopped');
    const ask = (generation: number) =>
      new Promise((resolve) => {
        port2.addEventListener('message', (event) => resolve(event.data), { once: true });
        port2.start();
        port2.postMessage({ kind: 'activations?', generation, layer: 'z' });
      });
    expect(await ask(1)).toMatchObject({ kind: 'activations', epoch: 5 });
    expect(await ask(0)).toEqual({ kind: 'none', generation: 0, layer: 'z' });
    port1.close();
    port2.close();
  });
});
