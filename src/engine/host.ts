/**
 * The worker side of training: owns the trainer, runs it in slices that let a message in, and speaks ComputeEvents.
 * Knows no Worker and no backend by name, so it runs in a test as it does in the tab.
 */
import { bothAtBest, lastBetter, stopsEarly } from '../compute/train/earlyStopping';
import { LOGITS, readoutOf } from '../compute/nn/readout';
import type { Trainer } from '../compute/train/trainer';
import { fail, messageOf } from '../data/base/errors';
import type { GraphData } from '../data/graph/graphData';
import { changedAt, editedAt, type RunSpec } from '../data/run/runSpec';
import type { ActivationsAnswer, ActivationsRequest, ComputeCalls, ComputeEvent, Opened } from './protocol';
import { graphOf, replaced, type OpenRun } from './openRun';
import { createPairQuestions } from './pairQuestions';
import { createQuestions, type Standing } from './questions';
import { SLICE_MS, type Turns } from './turns';
import { headlineOf, taskDescriptor } from '../data/run/tasks/tasks';
import type { BackendChoice, BackendInfo, TensorMemory } from '../data/run/backend';
import type { Readout } from '../data/run/pictures';
import type { EpochRecord, Frame, Keyframe } from '../data/run/records';
import type { Handlers } from './wire';

/** Epochs between two keyframes: to reach any epoch at most this many are replayed. */
export const KEYFRAME_EVERY = 20;
/** Where epochs are long, a keyframe stands after this much training instead. */
const KEYFRAME_MS = 500;

/** How far behind its pace a run may fall before it goes on without waiting for the page. */
const PATIENCE_MS = 300;
/** An epoch that takes longer than this tells how far it has come, and again after as long. */
const TOLD_EVERY_MS = 150;
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
  readonly memory: () => TensorMemory;
  /** @param loaded the graph before any edit */
  readonly openTrainer: (
    run: RunSpec,
    graph: GraphData,
    from: Keyframe | null,
    loaded: GraphData,
  ) => Promise<Trainer>;
}

export interface ComputeHost {
  readonly handlers: Handlers<ComputeCalls>;
  /** The page has drawn what it got. */
  readonly credit: () => void;
}

export function createComputeHost({ post, turns, ...parts }: HostParts): ComputeHost {
  const questions = createQuestions(turns);
  const pairs = createPairQuestions(turns);
  let generation = 0;
  let trainer: Trainer | null = null;
  let opened: OpenRun | null = null;
  /** Records of epochs 1 to the present one. */
  let history: EpochRecord[] = [];
  let msSinceKeyframe = 0;
  let pace = Infinity;
  let wanted = false;
  /** Numbers what builds or replays: an older one gives up. */
  let asking = 0;
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

  const tellProgress = (of: Trainer) => {
    post({ kind: 'progress', generation, progress: { epoch: of.epoch + 1, share: of.progress } });
    mayPost = false;
  };

  const stop = async () => {
    wanted = false;
    await running;
  };

  const tellSmoothing = async (of: Trainer) => {
    post({ kind: 'smoothing', generation, record: await questions.smoothing(of) });
  };

  /** The open run for a question, as long as no newer one is opened. */
  const standing = (asked: number): Standing => {
    if (asked !== generation || !opened) throw replaced();
    return { of: current(), opened, isNewest: () => asked === generation };
  };

  /** What was done since an epoch was evaluated last, evaluated and queued; false when the run has diverged. */
  const epochDone = async (of: Trainer): Promise<boolean> => {
    const { record, frame } = await of.evaluate();
    history.push(record);
    unsent.push(record);
    newest = frame;
    if (!Number.isFinite(record.loss)) return false;
    msSinceKeyframe += record.ms;
    if (of.epoch % KEYFRAME_EVERY === 0 || msSinceKeyframe >= KEYFRAME_MS) {
      msSinceKeyframe = 0;
      post({ kind: 'keyframe', generation, keyframe: await of.keyframe() });
      await tellSmoothing(of);
    }
    return true;
  };

  const train = async (from: Trainer, run: RunSpec, until: number) => {
    const metric = headlineOf(run);
    let of = from;
    let sliceEnd = turns.now() + SLICE_MS;
    let stopsNow = false;
    /** When the epoch before should have begun. */
    let slot: number | null = null;
    let toldAt = 0;
    while (wanted && !isLost && of.epoch < until && !stopsNow) {
      if (!of.isUnderWay) toldAt = turns.now();
      if (Number.isFinite(pace) && !of.isUnderWay) {
        // At a pace the next epoch waits for its time, and for the page, so that every epoch is drawn; where drawing
        // cannot keep up, the pace counts for more, and a picture then shows several epochs at once.
        const due = slot === null ? turns.now() : slot + 1000 / pace;
        const late = turns.now() - due;
        const mustWait = late < 0 || (!mayPost && late < PATIENCE_MS);
        if (mustWait) {
          await turns.wait(Math.min(Math.max(1, -late), 50));
          continue;
        }
        slot = Math.max(due, turns.now() - LONGEST_DEBT_MS);
      }
      if (of.slice()) {
        const isFinite = await epochDone(of);
        const next = isFinite ? await pastEdits(of) : of;
        // An edit made at an epoch is seen there, while its record is of the step that led to it.
        if (next !== of) newest = (await next.evaluate()).frame;
        of = next;
        if (mayPost) flush();
        if (!isFinite) {
          flush();
          post({ kind: 'diverged', generation, epoch: of.epoch });
          return;
        }
        stopsNow = stopsEarly(run.training, history, metric);
      } else if (mayPost && !newest && turns.now() - toldAt >= TOLD_EVERY_MS) {
        toldAt = turns.now();
        tellProgress(of);
      }
      if (turns.now() >= sliceEnd) {
        await turns.next();
        sliceEnd = turns.now() + SLICE_MS;
      }
    }
    flush();
    if (isLost) return;
    const { epoch } = of;
    if (epoch % KEYFRAME_EVERY !== 0) await tellSmoothing(of);
    if (stopsNow)
      post({
        kind: 'stopped',
        generation,
        epoch,
        why: 'early',
        better: lastBetter(history, metric),
        best: bothAtBest(history, metric),
      });
    else post({ kind: 'stopped', generation, epoch, why: epoch < until ? 'pause' : 'end' });
  };

  /** Builds the opened run at its beginning or at a keyframe, on the graph as it is edited there. */
  const build = async (from: Keyframe | null): Promise<Trainer> => {
    if (!opened) throw replaced();
    const { run, graph } = opened;
    const mine = ++asking;
    const ended = trainer;
    trainer = null;
    ended?.dispose();
    const made = await parts.openTrainer(run, graphOf(opened, from?.epoch ?? 0), from, graph);
    if (mine !== asking) {
      made.dispose();
      throw replaced();
    }
    trainer = made;
    return made;
  };

  const begin = async (from: Keyframe | null, before: readonly EpochRecord[]): Promise<Opened> => {
    unsent = [];
    newest = null;
    mayPost = true;
    msSinceKeyframe = 0;
    history = [...before];
    const made = await build(from);
    await tellSmoothing(made);
    return { layers: made.layers, ...(await made.evaluate()) };
  };

  /** The same trainer, or another one on the edited graph where the run edits it at this epoch. */
  const pastEdits = async (of: Trainer): Promise<Trainer> =>
    opened?.run.timeline.some(({ epoch, edits }) => edits && epoch === of.epoch)
      ? build(await of.keyframe())
      : of;

  /** Steps on to an epoch without telling. */
  const replay = async (from: Trainer, epoch: number): Promise<Trainer> => {
    let of = from;
    let mine = ++asking;
    let sliceEnd = turns.now() + SLICE_MS;
    while (of.epoch < epoch) {
      if (of.slice()) {
        // A GPU is given no more work than it can be asked about.
        if (of.epoch % KEYFRAME_EVERY === 0) await of.evaluate();
        const next = await pastEdits(of);
        if (next !== of) mine = asking;
        of = next;
      }
      if (turns.now() >= sliceEnd) {
        await turns.next();
        sliceEnd = turns.now() + SLICE_MS;
      }
      if (mine !== asking || isLost) throw replaced();
    }
    return of;
  };

  const lost = (message: string) => {
    if (isLost) return;
    isLost = true;
    wanted = false;
    post({ kind: 'lost', generation, message });
  };

  /** The logits as a map of a layer of two units; null for other layers. */
  const readoutAt = async (of: Trainer, layer: string): Promise<Readout | null> => {
    const info = of.layers.find(({ id }) => id === layer);
    if (!opened || info?.numCols !== 2 || info.kind === 'input') return null;
    if (taskDescriptor(opened.run.task.id).output !== 'classes') return null;
    if (info.kind === 'output') return LOGITS;
    const { run } = opened;
    const graph = graphOf(opened, of.epoch);
    const { weights } = await of.keyframe();
    return readoutOf(run, graph, weights, layer);
  };

  const answerPort = (port: MessagePort) => {
    port.addEventListener('message', async (event: MessageEvent<ActivationsRequest>) => {
      const { generation: asked, layer } = event.data;
      const from = trainer;
      let answer: ActivationsAnswer = { kind: 'none', generation: asked, layer };
      if (from && asked === generation && !isLost) {
        const { epoch } = from;
        try {
          // Both are of this very epoch: what they read is submitted before either is waited for.
          const [activations, readout] = await Promise.all([from.activations(layer), readoutAt(from, layer)]);
          if (asked === generation)
            answer = { kind: 'activations', generation: asked, layer, epoch, activations, readout };
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
      open: async ({ generation: next, run, graph, from, history: before }) => {
        await stop();
        generation = next;
        opened = { run, graph };
        return begin(from, before);
      },
      seek: async ({ generation: asked, epoch, from, history: before }) => {
        if (asked !== generation || !opened) throw replaced();
        await stop();
        // What lies ahead of the keyframe, and not beyond the epoch, is nearer than the keyframe.
        const isNear = trainer && trainer.epoch <= epoch && trainer.epoch >= (from?.epoch ?? 0);
        if (isNear) history = [...before];
        else await begin(from, before);
        return (await replay(current(), epoch)).evaluate();
      },
      play: async ({ generation: asked, until, pace: nextPace }) => {
        if (asked !== generation) return null;
        const of = current();
        await stop();
        if (trainer !== of || !opened) return null;
        pace = nextPace;
        wanted = true;
        running = train(of, opened.run, until).catch((error: unknown) => lost(messageOf(error)));
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
        // An epoch that has begun ends as it began.
        const epoch = of.isUnderWay ? of.epoch + 1 : of.epoch;
        if (asked !== generation || !opened) return { epoch };
        of.change(change);
        opened = { ...opened, run: changedAt(opened.run, epoch, change) };
        return { epoch };
      },
      edit: async ({ generation: asked, edits }) => {
        if (asked !== generation || !opened) throw replaced();
        await stop();
        const before = opened;
        const keyframe = await current().keyframe();
        opened = { ...before, run: editedAt(before.run, keyframe.epoch, edits) };
        try {
          return await begin(keyframe.epoch === 0 ? null : keyframe, history);
        } catch (error) {
          // What cannot be built loses nothing: the run stands as it stood.
          opened = before;
          await begin(keyframe, history);
          throw error;
        }
      },
      activations: async ({ layer }) => {
        const { epoch } = current();
        return { epoch, activations: await current().activations(layer) };
      },
      explain: ({ generation: asked, layer, node }) => questions.explain(standing(asked), layer, node),
      account: ({ generation: asked, node }) => questions.account(standing(asked), node),
      heldOutPairs: ({ generation: asked }) => pairs.heldOutPairs(standing(asked)),
      pair: ({ generation: asked, a, b }) => pairs.pair(standing(asked), a, b),
      baselines: ({ generation: asked }) =>
        pairs.baselines(standing(asked), (share) => post({ kind: 'baselines', generation: asked, share })),
      weights: ({ generation: asked }) => questions.weights(standing(asked)),
      influence: ({ generation: asked, nodes, maxHops }) =>
        questions.influence(standing(asked), nodes, maxHops),
      connect: ({ port }) => {
        answerPort(port);
        return null;
      },
      memory: () => parts.memory(),
      loseDevice: () => {
        parts.loseDevice();
        return null;
      },
    },
  };
}
