/** How long a run takes at every pace, for every model: real trainers against a clock that only work and waiting move. */
import { beforeAll, expect, it } from 'vitest';
import { startCpu } from '../../src/compute/backend/cpu';
import { openTrainer } from '../../src/compute/train/openTrainer';
import type { Trainer } from '../../src/compute/train/trainer';
import { karate } from '../../src/data/generators/karate';
import { withDefaults } from '../../src/data/run/layers/defaults';
import { defaultRun } from '../../src/data/run/defaults';
import { NODE2VEC } from '../../src/data/run/methods/node2vec';
import { MODELS, NODE2VEC_MODEL } from '../../src/data/run/models';
import type { RunSpec } from '../../src/data/run/runSpec';
import { createComputeHost } from '../../src/engine/host';
import type { EpochProgress } from '../../src/data/run/records';
import { epochsPerSecond } from '../../src/ui/app/running';
import { paceOptions, readPace } from '../../src/ui/views/bar/pace';

beforeAll(() => startCpu());

const graph = karate('modularity');
const standard = defaultRun({ id: 'karate', labelling: 'modularity' });

/** Of one slice, in milliseconds of the clock. */
const SLICE = 10;
const EPOCHS = 3;

const runOf = (run: Partial<RunSpec>, training: Partial<RunSpec['training']> = {}): RunSpec => {
  const whole = { ...standard, ...run };
  return { ...whole, training: { ...whole.training, ...training, epochs: EPOCHS } };
};
const RUNS: Readonly<Record<string, RunSpec>> = {
  ...Object.fromEntries(MODELS.map((model) => [model.name, runOf({ model })])),
  'Node2Vec, a long epoch': runOf({
    model: { ...NODE2VEC_MODEL, method: withDefaults(NODE2VEC, { dimension: 4, batchSize: 1 }) },
  }),
  'GCN, in batches': runOf({}, { batchSize: 8 }),
};

interface Epoch {
  readonly begun: number;
  readonly ended: number;
  readonly slices: number;
}

/** The run's own trainer, and one with as many slices that computes nothing: so each run is computed once. */
async function trainersOf(run: RunSpec) {
  const real = await openTrainer(run, graph, null);
  const { record, frame } = await real.evaluate();
  return {
    real,
    standIn: (slices: readonly number[]): Trainer => {
      let [epoch, done] = [0, 0];
      return {
        ...real,
        get epoch() {
          return epoch;
        },
        get isUnderWay() {
          return done > 0;
        },
        get progress() {
          return done / slices[epoch]!;
        },
        slice: () => {
          done += 1;
          if (done < slices[epoch]!) return false;
          [epoch, done] = [epoch + 1, 0];
          return true;
        },
        evaluate: async () => ({ record: { ...record, epoch }, frame: { ...frame, epoch } }),
      };
    },
  };
}

/** Trains to the end of the run, and tells when each epoch began and ended. */
async function play(run: RunSpec, trainer: Trainer, pace: number) {
  let clock = 0;
  const epochs: Epoch[] = [];
  const told: EpochProgress[] = [];
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  let stopped = () => {};
  const ended = new Promise<void>((resolve) => (stopped = resolve));
  let [begun, slices] = [0, 0];
  const slice = () => {
    if (!trainer.isUnderWay) [begun, slices] = [clock, 0];
    clock += SLICE;
    slices += 1;
    const isDone = trainer.slice();
    if (isDone) epochs.push({ begun, ended: clock, slices });
    return isDone;
  };
  const host = createComputeHost({
    post: (event) => {
      if (event.kind === 'progress') told.push(event.progress);
      if (event.kind === 'epochs' || event.kind === 'progress') queueMicrotask(() => host.credit());
      if (event.kind === 'stopped') stopped();
    },
    turns: {
      next: turn,
      wait: (ms) => {
        clock += ms;
        return turn();
      },
      now: () => clock,
    },
    startBackend: async () => ({ name: 'cpu', reason: 'a test', adapter: null, isSoftwareAdapter: false }),
    loseDevice: () => {},
    memory: () => ({ tensors: 0, bytes: 0 }),
    // All else, its getters included, is the trainer's own.
    openTrainer: async () => Object.create(trainer, { slice: { value: slice } }),
  });
  await host.handlers.open({ generation: 1, run, graph, from: null, history: [] });
  await host.handlers.play({ generation: 1, until: run.training.epochs, pace });
  await ended;
  return { epochs, told };
}

/** Each epoch begins when it is due, or when the one before it has ended, and is worked off without a pause. */
function expectAtPace(epochs: readonly Epoch[], pace: number) {
  expect(epochs).toHaveLength(EPOCHS);
  epochs.forEach(({ begun, ended, slices }, i) => {
    expect(ended - begun).toBe(slices * SLICE);
    const due = (i * 1000) / pace;
    expect(begun).toBeGreaterThanOrEqual(due);
    expect(begun).toBeLessThanOrEqual(Math.max(due, epochs[i - 1]?.ended ?? 0) + 1);
  });
}

/** Slices after which an epoch tells how far it has come, and again after as many. */
const TOLD = 15;

it.each(Object.entries(RUNS))(
  'an epoch has its time at every pace, however many slices: %s',
  async (_name, run) => {
    const { real, standIn } = await trainersOf(run);
    const fastest = await play(run, real, Infinity);
    expectAtPace(fastest.epochs, Infinity);
    const slices = fastest.epochs.map((epoch) => epoch.slices);
    for (const { value } of paceOptions('default')) {
      const pace = epochsPerSecond(readPace(value), run.training.epochs);
      const { epochs, told } = await play(run, standIn(slices), pace);
      expectAtPace(epochs, pace);
      expect(epochs.map((epoch) => epoch.slices)).toEqual(slices);
      expect(told.map(({ epoch }) => epoch)).toEqual(fastest.told.map(({ epoch }) => epoch));
    }
    // Long epochs tell how far they have come, evenly; short ones say nothing.
    const due = slices.flatMap((count, i) =>
      Array.from({ length: Math.ceil(count / TOLD) - 1 }, (_, k) => ({
        epoch: i + 1,
        share: ((k + 1) * TOLD) / count,
      })),
    );
    expect(fastest.told.map(({ epoch }) => epoch)).toEqual(due.map(({ epoch }) => epoch));
    fastest.told.forEach(({ share }, i) => expect(Math.abs(share - due[i]!.share)).toBeLessThan(0.1));
    real.dispose();
  },
);
