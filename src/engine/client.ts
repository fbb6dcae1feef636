/**
 * The page's side of the engine: workers behind promises and events. Knows nothing of React and never sees a tensor.
 *
 * One worker, one life: another graph, another backend or a lost device ends the compute worker and starts a new one,
 * because tfjs cannot recover and its pools never shrink. After a loss the run goes on on WASM from the last keyframe.
 */
import { messageOf } from '../data/base/errors';
import type { GraphData } from '../data/graph/graphData';
import { changedAt, editedAt, type RunSpec } from '../data/run/runSpec';
import type { Engine, EngineEvent } from './engine';
import { createKeyframeStore } from './keyframes';
import type { ComputeEvent, ProjectionCalls, ProjectionEvent } from './protocol';
import { openComparison } from './picture';
import { runSeeds } from './seeds';
import { startCompute, type ComputeSession } from './startCompute';
import { failureOf, startWorker } from './startWorker';
import type { BackendChoice, BackendInfo } from '../data/run/backend';
import type { ProjectionRequest } from '../data/run/pictures';
import type { EpochRecord, Pace } from '../data/run/records';
import { connect } from './wire';

export type * from './engine';

interface Session extends ComputeSession {
  readonly graph: GraphData;
  readonly choice: BackendChoice;
  info: BackendInfo | null;
}

const startProjection = () =>
  startWorker(() => new Worker(new URL('./projection.worker.ts', import.meta.url), { type: 'module' }));

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

  let onBaselines: (share: number) => void = () => {};

  const mustStand = (): Session => {
    if (session) return session;
    throw new Error('engine: expected an open run, got none. Load a data set first.');
  };

  const projectionWorker = startProjection();
  const projection = connect<ProjectionCalls, ProjectionEvent>(projectionWorker, (event) => {
    if (event.generation === generation) onEvent({ kind: event.kind, picture: event.picture });
    else if (event.kind === 'picture') projection.credit();
  });

  /** Why there are no pictures, once their worker has failed. */
  let undrawn: string | null = null;
  const tellUndrawn = ({ layer }: ProjectionRequest, sentence: string) =>
    onEvent({ kind: 'picture', picture: { kind: 'nothing', layer, epoch, sentence } });
  projectionWorker.addEventListener('error', (event) => {
    event.preventDefault();
    undrawn = failureOf(event, 'pictures of the layers');
    projection.cut(undrawn);
    if (request) tellUndrawn(request, undrawn);
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
      if (session === started) void recover(failureOf(event, 'training'));
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
      case 'baselines':
        return onBaselines(event.share);
      case 'progress':
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
    // What never started is known by what was wanted.
    const failed = broken.info?.name ?? broken.choice;
    const next: BackendChoice = failed === 'webgpu' || failed === 'auto' ? 'wasm' : 'cpu';
    const isHopeless = failed === 'cpu';
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
    if (undrawn) return tellUndrawn(next, undrawn);
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
        numClasses: graph.labelling.classNames.length,
      });
      try {
        const fits = session?.info && session.graph === graph && session.choice === choice;
        // Chosen again, a backend that runs already is told as one that was started.
        if (fits && session?.info) onEvent({ kind: 'backend', info: session.info });
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
    keyframe: (of) => keyframes.before(of, Infinity),
    adopt: (keyframe) => {
      const given = ++numbersGiven;
      if (keyframe) keyframes.add(given, keyframe);
      return given;
    },
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
      return mustStand().line.call('influence', { generation, nodes, maxHops });
    },
    explain: (layer, node) => {
      return mustStand().line.call('explain', { generation, layer, node });
    },
    account: (node) => {
      return mustStand().line.call('account', { generation, node });
    },
    heldOutPairs: async () => mustStand().line.call('heldOutPairs', { generation }),
    pair: async (a, b) => mustStand().line.call('pair', { generation, a, b }),
    baselines: async (onShare = () => {}) => {
      onBaselines = onShare;
      return mustStand().line.call('baselines', { generation });
    },
    weights: async () => {
      return mustStand().line.call('weights', { generation });
    },
    seek: async (to) => {
      const { line } = mustStand();
      goal = null;
      // From before the epoch: its record holds the loss of the step that led to it.
      const from = keyframes.before(number, to);
      const history = records.slice(0, to);
      const seen = await line.call('seek', { generation, epoch: to, from, history });
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
      return mustStand().line.call('activations', { generation, layer });
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
    memory: async () => {
      return mustStand().line.call('memory', {});
    },
    loseDevice: () => {
      return mustStand().line.call('loseDevice', {});
    },
    dispose: () => {
      end('engine: closed');
      projectionWorker.terminate();
    },
  };
}
