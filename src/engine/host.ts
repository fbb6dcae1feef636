/**
 * The worker side of training: owns the trainer, runs it in slices that let a message in, and speaks ComputeEvents.
 * Knows no Worker and no backend by name, so it runs in a test as it does in the tab.
 */
import type { Trainer } from '../compute/train/trainer';
import { fail, messageOf } from '../data/base/errors';
import type { GraphData } from '../data/graph/graphData';
import type { RunSpec } from '../data/spec/runSpec';
import type { ActivationsAnswer, ActivationsRequest, ComputeCalls, ComputeEvent } from './protocol';
import { SLICE_MS, type Turns } from './turns';
import type { BackendInfo, BackendChoice, EpochRecord, Frame, Keyframe } from './types';
import type { Handlers } from './wire';

/** Epochs between two keyframes: after a lost device at most this many are replayed. */
export const KEYFRAME_EVERY = 20;

/** How far behind its pace a run may fall before it goes on without waiting for the page. */
const PATIENCE_MS = 300;
/** A run that was held up for longer than this (a sleeping tab) does not race to make up for it. */
const LONGEST_DEBT_MS = 600;

export interface HostParts {
  readonly post: (event: ComputeEvent) => void;
  readonly turns: Turns;
  readonly startBackend: (
    choice: BackendChoice,
    options: { secure: boolean; onLost: (message: string) => void },
  ) => Promise<BackendInfo>;
  readonly loseDevice: () => void;
  readonly openTrainer: (run: RunSpec, graph: GraphData, from: Keyframe | null) => Promise<Trainer>;
}

export interface ComputeHost {
  readonly handlers: Handlers<ComputeCalls>;
  /** The page has drawn what it got. */
  readonly credit: () => void;
}

export function createComputeHost({ post, turns, ...parts }: HostParts): ComputeHost {
  let generation = 0;
  let trainer: Trainer | null = null;
  let pace = Infinity;
  let wanted = false;
  let running: Promise<void> = Promise.resolve();
  let mayPost = true;
  let isLost = false;
  let unsent: EpochRecord[] = [];
  let newest: Frame | null = null;

  const current = (): Trainer => {
    if (!trainer) throw fail('engine', 'expected an open run, got none', 'Call open first.');
    return trainer;
  };

  const flush = () => {
    if (!newest || isLost) return;
    post({ kind: 'epochs', generation, records: unsent, frame: newest });
    unsent = [];
    newest = null;
    mayPost = false;
  };

  const stop = async () => {
    wanted = false;
    await running;
  };

  /** One epoch, evaluated and queued; false when the run has left the finite numbers. */
  const oneEpoch = async (of: Trainer): Promise<boolean> => {
    of.step();
    const { record, frame } = await of.evaluate();
    unsent.push(record);
    newest = frame;
    if (!Number.isFinite(record.loss)) return false;
    if (of.epoch % KEYFRAME_EVERY === 0)
      post({ kind: 'keyframe', generation, keyframe: await of.keyframe() });
    return true;
  };

  const train = async (of: Trainer, until: number) => {
    let sliceEnd = turns.now() + SLICE_MS;
    let due = turns.now();
    while (wanted && !isLost && of.epoch < until) {
      if (Number.isFinite(pace)) {
        // At a pace the next epoch waits for its time, and for the page, so that every epoch is drawn; where drawing
        // cannot keep up, the pace counts for more, and a picture then shows several epochs at once.
        const late = turns.now() - due;
        const mustWait = late < 0 || (!mayPost && late < PATIENCE_MS);
        if (mustWait) {
          await turns.wait(Math.min(Math.max(1, -late), 50));
          continue;
        }
        due = Math.max(due + 1000 / pace, turns.now() - LONGEST_DEBT_MS);
      }
      const isFinite = await oneEpoch(of);
      if (mayPost) flush();
      if (!isFinite) {
        flush();
        post({ kind: 'diverged', generation, epoch: of.epoch });
        return;
      }
      if (turns.now() >= sliceEnd) {
        await turns.next();
        sliceEnd = turns.now() + SLICE_MS;
      }
    }
    flush();
    if (!isLost)
      post({ kind: 'stopped', generation, epoch: of.epoch, why: of.epoch < until ? 'pause' : 'end' });
  };

  const lost = (message: string) => {
    if (isLost) return;
    isLost = true;
    wanted = false;
    post({ kind: 'lost', generation, message });
  };

  const answerPort = (port: MessagePort) => {
    port.addEventListener('message', async (event: MessageEvent<ActivationsRequest>) => {
      const { generation: asked, layer } = event.data;
      const from = trainer;
      let answer: ActivationsAnswer = { kind: 'none', generation: asked, layer };
      if (from && asked === generation && !isLost) {
        const { epoch } = from;
        try {
          const activations = await from.activations(layer);
          if (asked === generation)
            answer = { kind: 'activations', generation: asked, layer, epoch, activations };
        } catch {
          // The run was replaced while its activations were read: `none` tells the asker to ask again.
        }
      }
      port.postMessage(answer);
    });
    port.start();
  };

  return {
    credit: () => {
      mayPost = true;
      if (unsent.length > 0) flush();
    },
    handlers: {
      start: ({ choice, secure }) => parts.startBackend(choice, { secure, onLost: lost }),
      open: async ({ generation: next, run, graph, from }) => {
        await stop();
        trainer?.dispose();
        trainer = null;
        generation = next;
        unsent = [];
        newest = null;
        mayPost = true;
        trainer = await parts.openTrainer(run, graph, from);
        const { record, frame } = await trainer.evaluate();
        return { layers: trainer.layers, record, frame };
      },
      play: async ({ generation: asked, until, pace: nextPace }) => {
        if (asked !== generation) return null;
        const of = current();
        await stop();
        pace = nextPace;
        wanted = true;
        running = train(of, until).catch((error: unknown) => lost(messageOf(error)));
        return null;
      },
      pause: async ({ generation: asked }) => {
        if (asked === generation) await stop();
        return { epoch: trainer?.epoch ?? 0 };
      },
      pace: ({ pace: next }) => {
        pace = next;
        return null;
      },
      change: ({ generation: asked, change }) => {
        const of = current();
        if (asked === generation) of.change(change);
        return { epoch: of.epoch };
      },
      activations: async ({ layer }) => {
        const { epoch } = current();
        return { epoch, activations: await current().activations(layer) };
      },
      connect: ({ port }) => {
        answerPort(port);
        return null;
      },
      loseDevice: () => {
        parts.loseDevice();
        return null;
      },
    },
  };
}
