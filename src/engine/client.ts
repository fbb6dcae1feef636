/**
 * The page's side of the engine: workers behind promises and events. Knows nothing of React and never sees a tensor.
 *
 * One worker, one life: another graph, another backend or a lost device ends the compute worker and starts a new one,
 * because tfjs cannot recover and its pools never shrink. After a loss the run goes on on WASM from the last keyframe.
 */
import { messageOf } from '../data/base/errors';
import type { GraphData } from '../data/graph/graphData';
import type { GraphEdits } from '../data/spec/edits';
import { changedAt, editedAt, type RunSpec } from '../data/spec/runSpec';
import type { TrainChange } from '../data/spec/training';
import { createKeyframeStore } from './keyframes';
import type { ComputeEvent, Opened, ProjectionCalls, ProjectionEvent, Seen } from './protocol';
import { openComparison, type Comparison } from './picture';
import { runSeeds } from './seeds';
import { startCompute, type ComputeSession } from './startCompute';
import type {
  Account,
  Activations,
  BackendChoice,
  BackendInfo,
  EpochRecord,
  Explanation,
  Influence,
  Metric,
  Nearest,
  Pace,
  Pairs,
  ProjectionPicture,
  ProjectionRequest,
  SeedsJob,
  SeedsProgress,
} from './types';
import { connect } from './wire';

export type EngineEvent =
  | Extract<ComputeEvent, { kind: 'epochs' | 'stopped' | 'diverged' | 'smoothing' }>
  | { readonly kind: 'backend'; readonly info: BackendInfo }
  | { readonly kind: 'backendFailed'; readonly message: string }
  /** The backend died at `lostAt`; a new one is being started. */
  | { readonly kind: 'lost'; readonly message: string; readonly lostAt: number }
  /** The run goes on: what follows replays from `from`, whose state `opened` holds. */
  | { readonly kind: 'recovered'; readonly from: number; readonly lostAt: number; readonly opened: Opened }
  /** Of the chosen layer (`picture`), or one of the small ones of the others (`strip`). */
  | { readonly kind: 'picture' | 'strip'; readonly picture: ProjectionPicture };

export type { Comparison } from './picture';

export interface Engine {
  /** Builds the run at epoch 0; or a run that was open before, at the epoch where it stood, by exact replay. */
  open(run: RunSpec, graph: GraphData, kept?: KeptRun): Promise<Opened>;
  /** Of the open run: it stands for the run as long as the page lives. */
  number(): number;
  /** Lets the keyframes of a run go that will not be opened again. */
  forget(number: number): void;
  play(until: number, pace: Pace): void;
  pause(): Promise<{ epoch: number }>;
  setPace(pace: Pace): void;
  change(change: TrainChange): Promise<{ epoch: number }>;
  /** Edits the graph at the present epoch, all edits at once; the weights stay, and a run that trains goes on. */
  edit(edits: GraphEdits): Promise<Opened>;
  /** By gradients: how much each hop up to maxHops has to say in the output of `nodes`, on average. */
  influence(nodes: readonly number[], maxHops: number): Promise<Influence>;
  /** How one node came by its row at one layer, for the present weights. */
  explain(layer: string, node: number): Promise<Explanation>;
  /** How a model without layers comes by one node; rejects for label propagation, which is seen in its predictions. */
  account(node: number): Promise<Account>;
  /**
   * Stops, and goes to an epoch that the run has been at: from the keyframe before it, by exact replay. Training goes
   * on from there; a setting moved there makes another future.
   */
  seek(epoch: number): Promise<Seen>;
  /** Epochs of the run's keyframes, and what those of all runs take of their budget. */
  keyframes(): { readonly epochs: readonly number[]; readonly bytes: number; readonly budget: number };
  /** Several seeds of a run, in a worker of their own. */
  seeds(
    run: RunSpec,
    graph: GraphData,
    seeds: readonly number[],
    onProgress: (progress: SeedsProgress) => void,
  ): SeedsJob;
  /** Two runs on the nodes of `graph`, in workers of their own, until it is closed. */
  compare(
    graph: GraphData,
    runs: readonly [KeptRun & { run: RunSpec }, KeptRun & { run: RunSpec }],
  ): Comparison;
  activations(layer: string): Promise<{ epoch: number; activations: Activations }>;
  show(request: ProjectionRequest): void;
  /** Small pictures of these layers, too; they come as `strip` events. */
  strip(layers: readonly string[]): void;
  /** The nodes nearest to one in a layer's full space. */
  nearest(layer: string, node: number, k: number, metric: Metric): Promise<Nearest>;
  /** About `sample` pairs of nodes: hops apart in the graph, distance apart in a layer's full space. */
  pairs(layer: string, sample: number, seed: number): Promise<Pairs>;
  /** The choice for the next open; the running worker keeps its backend. */
  chooseBackend(choice: BackendChoice): void;
  /** What came as `epochs` or `picture` has been drawn: one more may come. */
  drawn(what: 'training' | 'projection'): void;
  /** Messages sent to workers that have no answer yet. */
  pending(): number;
  loseDevice(): Promise<null>;
  dispose(): void;
}

/** What it takes to open a run again. */
export interface KeptRun {
  readonly number: number;
  /** Of epochs 1 on. */
  readonly records: readonly EpochRecord[];
  readonly epoch: number;
}

interface Session extends ComputeSession {
  readonly graph: GraphData;
  readonly choice: BackendChoice;
  info: BackendInfo | null;
}

const startProjection = () =>
  new Worker(new URL('./projection.worker.ts', import.meta.url), { type: 'module' });

/** Records in order from epoch 1, those that are repeated in place of what they repeat. */
function withRecords(
  records: readonly EpochRecord[],
  arrived: readonly EpochRecord[],
): readonly EpochRecord[] {
  const [first, last] = [arrived[0]?.epoch ?? 0, arrived.at(-1)?.epoch ?? 0];
  return arrived.length === 0
    ? records
    : [...records.slice(0, first - 1), ...arrived, ...records.slice(last)];
}

export function createEngine(options: {
  readonly secure: boolean;
  readonly choice: BackendChoice;
  readonly onEvent: (event: EngineEvent) => void;
}): Engine {
  const { secure, onEvent } = options;
  let choice = options.choice;
  let session: Session | null = null;
  let generation = 0;
  let run: RunSpec | null = null;
  /** Of the open run, among the keyframes of all runs. */
  let number = 0;
  let numbersGiven = 0;
  const keyframes = createKeyframeStore();
  /** Of epochs 1 on, as far as the run has been trained. */
  let records: readonly EpochRecord[] = [];
  let epoch = 0;
  let goal: { until: number; pace: Pace } | null = null;
  let request: ProjectionRequest | null = null;

  const projectionWorker = startProjection();
  const projection = connect<ProjectionCalls, ProjectionEvent>(projectionWorker, (event) => {
    if (event.generation === generation) onEvent({ kind: event.kind, picture: event.picture });
    else if (event.kind === 'picture') projection.credit();
  });

  const end = (reason: string) => {
    session?.worker.terminate();
    session?.line.cut(reason);
    session = null;
  };

  /** A new worker on a new backend, with a line of its own to the projection worker. */
  const begin = async (
    graph: GraphData,
    wantedChoice: BackendChoice,
    because: string | null = null,
  ): Promise<Session> => {
    end('engine: the worker was replaced');
    const { worker, line } = startCompute((event) => {
      if (session === started && event.generation === generation) hear(event);
    });
    const started: Session = { worker, line, graph, choice: wantedChoice, info: null };
    session = started;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (session === started) void recover(event.message || 'the compute worker stopped');
    });
    const { port1, port2 } = new MessageChannel();
    const answer = await line.call('start', { choice: wantedChoice, secure });
    const info = because ? { ...answer, reason: because } : answer;
    started.info = info;
    await line.call('connect', { port: port1 }, [port1]);
    void projection.call('connect', { port: port2 }, [port2]);
    onEvent({ kind: 'backend', info });
    return started;
  };

  const hear = (event: ComputeEvent) => {
    switch (event.kind) {
      case 'epochs':
        epoch = event.frame.epoch;
        records = withRecords(records, event.records);
        return onEvent(event);
      case 'keyframe':
        keyframes.add(number, event.keyframe);
        return;
      case 'smoothing':
        return onEvent(event);
      case 'stopped':
      case 'diverged':
        goal = null;
        return onEvent(event);
      case 'lost':
        void recover(event.message);
        return;
      default:
        event satisfies never;
    }
  };

  /** Starts again on WASM (on JavaScript if it was WASM that failed), from the last keyframe, up to where it was. */
  const recover = async (message: string) => {
    const broken = session;
    if (!broken || !run) return;
    const lostAt = epoch;
    const interrupted = goal;
    const next: BackendChoice = broken.info?.name === 'webgpu' ? 'wasm' : 'cpu';
    const isHopeless = broken.info?.name === 'cpu';
    end(message);
    if (isHopeless) return onEvent({ kind: 'backendFailed', message });
    onEvent({ kind: 'lost', message, lostAt });
    try {
      const name = next === 'wasm' ? 'WASM' : 'Plain JavaScript';
      const fresh = await begin(broken.graph, next, `${name}: what computed before was lost (${message}).`);
      generation++;
      const from = keyframes.before(number, lostAt + 1);
      const opened = await fresh.line.call('open', {
        generation,
        run,
        graph: fresh.graph,
        from,
        history: records.slice(0, from?.epoch ?? 0),
      });
      epoch = opened.record.epoch;
      onEvent({ kind: 'recovered', from: opened.record.epoch, lostAt, opened });
      if (request) showNow(request);
      if (interrupted) play(interrupted.until, interrupted.pace);
      else if (lostAt > epoch) play(lostAt, Infinity);
    } catch (error) {
      onEvent({ kind: 'backendFailed', message: messageOf(error) });
    }
  };

  const play = (until: number, pace: Pace) => {
    goal = { until, pace };
    void session?.line.call('play', { generation, until, pace }).catch(() => {});
  };

  const showNow = (next: ProjectionRequest) => {
    void projection.call('show', { generation, request: next }).catch(() => {});
  };

  return {
    open: async (nextRun, graph, kept) => {
      goal = null;
      run = nextRun;
      number = kept?.number ?? ++numbersGiven;
      records = kept?.records ?? [];
      const from = kept ? keyframes.before(number, kept.epoch + 1) : null;
      const before = records.slice(0, from?.epoch ?? 0);
      const mine = ++generation;
      void projection.call('forget', {
        generation: mine,
        anchor: graph.positions,
        edgeIndex: graph.edgeIndex,
      });
      try {
        const fits = session?.info && session.graph === graph && session.choice === choice;
        const live = fits && session ? session : await begin(graph, choice);
        if (mine !== generation) throw new Error('engine: this run was replaced by a newer one');
        const opened = await live.line.call('open', {
          generation: mine,
          run: nextRun,
          graph,
          from,
          history: before,
        });
        const isThere = !kept || opened.record.epoch === kept.epoch;
        const seen = isThere
          ? opened
          : await live.line.call('seek', {
              generation: mine,
              epoch: kept.epoch,
              from,
              history: kept.records,
            });
        epoch = seen.record.epoch;
        if (request) showNow(request);
        return { ...opened, ...seen };
      } catch (error) {
        if (mine === generation && session?.info === null)
          onEvent({ kind: 'backendFailed', message: messageOf(error) });
        throw error;
      }
    },
    number: () => number,
    forget: (of) => {
      if (of !== number) keyframes.forget(of);
    },
    play,
    pause: async () => {
      goal = null;
      return session ? session.line.call('pause', { generation }) : { epoch };
    },
    setPace: (pace) => {
      if (goal) goal = { ...goal, pace };
      void session?.line.call('pace', { pace }).catch(() => {});
    },
    change: async (change) => {
      if (!session || !run) throw new Error('engine: expected an open run, got none. Load a data set first.');
      const changed = generation;
      const at = await session.line.call('change', { generation, change });
      if (changed === generation) {
        run = changedAt(run, at.epoch, change);
        records = records.slice(0, at.epoch);
        keyframes.forgetAfter(number, at.epoch);
      }
      return at;
    },
    edit: async (edits) => {
      if (!session || !run) throw new Error('engine: expected an open run, got none. Load a data set first.');
      const interrupted = goal;
      const asked = generation;
      goal = null;
      const opened = await session.line.call('edit', { generation, edits });
      if (asked !== generation) return opened;
      epoch = opened.record.epoch;
      run = editedAt(run, epoch, edits);
      records = records.slice(0, epoch);
      keyframes.forgetAfter(number, epoch);
      if (interrupted) play(interrupted.until, interrupted.pace);
      return opened;
    },
    influence: (nodes, maxHops) => {
      if (!session) throw new Error('engine: expected an open run, got none. Load a data set first.');
      return session.line.call('influence', { generation, nodes, maxHops });
    },
    explain: (layer, node) => {
      if (!session) throw new Error('engine: expected an open run, got none. Load a data set first.');
      return session.line.call('explain', { generation, layer, node });
    },
    account: (node) => {
      if (!session) throw new Error('engine: expected an open run, got none. Load a data set first.');
      return session.line.call('account', { generation, node });
    },
    seek: async (to) => {
      if (!session) throw new Error('engine: expected an open run, got none. Load a data set first.');
      goal = null;
      // From before the epoch: its record holds the loss of the step that led to it.
      const from = keyframes.before(number, to);
      const history = records.slice(0, to);
      const seen = await session.line.call('seek', { generation, epoch: to, from, history });
      epoch = to;
      return seen;
    },
    keyframes: () => ({
      epochs: keyframes.epochs(number),
      bytes: keyframes.bytes,
      budget: keyframes.budget,
    }),
    seeds: (of, graph, seeds, onProgress) => runSeeds(of, graph, seeds, { choice, secure }, onProgress),
    compare: (graph, [first, second]) => {
      const at = ({ number: of, run: spec, records: known, epoch: to }: typeof first) => ({
        run: spec,
        graph,
        from: keyframes.before(of, to + 1),
        records: known.slice(0, to),
        epoch: to,
      });
      return openComparison([at(first), at(second)], { choice, secure });
    },
    activations: (layer) => {
      if (!session) throw new Error('engine: expected an open run, got none. Load a data set first.');
      return session.line.call('activations', { generation, layer });
    },
    show: (next) => {
      request = next;
      showNow(next);
    },
    strip: (layers) => void projection.call('strip', { layers }).catch(() => {}),
    nearest: (layer, node, k, metric) => projection.call('nearest', { generation, layer, node, k, metric }),
    pairs: (layer, sample, seed) => projection.call('pairs', { generation, layer, sample, seed }),
    chooseBackend: (next) => {
      choice = next;
    },
    drawn: (what) => (what === 'training' ? session?.line.credit() : projection.credit()),
    pending: () => (session?.line.pending() ?? 0) + projection.pending(),
    loseDevice: () => {
      if (!session) throw new Error('engine: expected an open run, got none. Load a data set first.');
      return session.line.call('loseDevice', {});
    },
    dispose: () => {
      end('engine: closed');
      projectionWorker.terminate();
    },
  };
}
