/** Loads and shows data sets: what was there before stays until the new one is good. */
import { fail, messageOf } from '../../data/base/errors';
import { withPlaces } from '../../data/graph/applyEdits';
import type { GraphData } from '../../data/graph/graphData';
import { NO_EDITS, type GraphEdits } from '../../data/run/edits';
import { descriptorOf, isOwnId } from '../../data/run/catalogue';
import { mustTrainOn } from '../../data/run/models';
import type { RunSpec } from '../../data/run/runSpec';
import { layOut, loadData, type Job } from '../../engine/sources';
import type { AppState } from '../state/appState';
import { fittingColour } from '../state/fittingColour';
import { runOpening } from '../state/trainingSlice';
import { DEFAULT_VIEW, type ViewSpec } from '../state/viewSpec';
import { toError, type Context } from './context';
import { fitted } from './fitting';
import type { OwnGraphs } from './ownGraphs';

const LAYOUT_SEED = 0;

export interface LoadOptions {
  /** Dropped or chosen by the visitor, by name. */
  readonly files?: ReadonlyMap<string, ArrayBuffer> | null;
  /** Whether the set's public source may be asked: false where nobody here has chosen the set. */
  readonly mayDownload?: boolean;
  /** What it is looked at with, in place of the present view. */
  readonly view?: ViewSpec;
  /** Called just before it takes the place of another graph, which is still open. */
  readonly remember?: () => void;
  /**
   * Puts the run on the engine once the graph is shown, otherwise than at epoch 0.
   * @param run with those of its edits that fit the graph
   */
  readonly open?: (run: RunSpec) => Promise<void>;
}

/** Shows the graph of a run, and opens the run on it. Until then everything stays as it was, and acts on that. */
export type Load = (run: RunSpec, options?: LoadOptions) => Promise<void>;

/** A selection and the cameras are of one graph; made on another one they mean nothing. */
const viewOn = (
  graph: GraphData,
  { view, graph: before }: AppState,
  wanted: ViewSpec | undefined,
): ViewSpec => {
  const isThere = (node: number) => node < graph.numNodes;
  const next = wanted ?? view;
  const colourBy = fittingColour(next.colourBy, graph, before?.base ?? null);
  if (before && !wanted) return { ...next, colourBy, selection: [], camera: DEFAULT_VIEW.camera };
  return { ...next, colourBy, selection: next.selection.filter(isThere) };
};

/** A layout knows the set's own nodes; those that were added stand where they were put. */
const withAdded = (positions: Float32Array, { addedNodes }: GraphEdits): Float32Array =>
  addedNodes.length === 0 ? positions : withPlaces(positions, addedNodes);

/** One load; a newer one, or the visitor, may end it. */
interface Attempt {
  /** As it was chosen last. */
  run: RunSpec;
  job: Job<GraphData> | null;
  /** Until its graph is shown. */
  layout: Job<Float32Array> | null;
  isShown: boolean;
  isCancelled: boolean;
}

export interface Loader {
  /** Rejects where the set cannot be had, and where the load is cancelled; resolves where a newer one takes its place. */
  readonly load: Load;
  /**
   * Another run on the graph that is loading, chosen before it is shown; nothing where none loads.
   * @throws PlaygroundError where it cannot be trained on that graph: the load goes on as it was
   */
  readonly choose: (run: RunSpec) => void;
  /** Ends the load that is under way: the graph that is shown stays. Nothing where none is shown. */
  readonly cancel: () => void;
}

/**
 * @param own the visitor's own graphs
 * @param keep keeps the open run, before the graph it is of goes
 * @param openRun puts a run on the engine, at epoch 0, once the graph is shown
 * @param sources workers; others in tests
 */
export function createLoader(
  context: Context,
  own: Pick<OwnGraphs, 'find'>,
  keep: () => void,
  openRun: (run: RunSpec) => Promise<void>,
  sources = { layOut, loadData },
): Loader {
  const { store, update } = context;
  let present: Attempt | null = null;
  /** Of the graph that is shown; it goes on while another one loads. */
  let layout: Job<Float32Array> | null = null;

  const end = (attempt: Attempt | null) => {
    attempt?.job?.cancel();
    attempt?.layout?.cancel();
  };

  const move = (data: GraphData, positions: Float32Array, progress: number) =>
    update((state) =>
      state.graph?.base === data
        ? {
            ...state,
            graph: {
              ...state.graph,
              positions: withAdded(positions, state.graph.edits),
              layoutRunning: progress < 1,
              layoutProgress: progress,
            },
          }
        : state,
    );

  /** The first positions: the set's own, or the first ones of a layout that goes on by itself. */
  const place = async (
    attempt: Attempt,
    data: GraphData,
  ): Promise<{ positions: Float32Array; rest: Promise<Float32Array> | null }> => {
    if (data.positions) return { positions: data.positions, rest: null };
    return new Promise((resolve, reject) => {
      const mine = sources.layOut(data, LAYOUT_SEED, (positions, progress) => {
        resolve({ positions, rest: mine.result });
        // The last step is not the end: all that was laid out is put together once more.
        move(data, positions, Math.min(progress, 0.99));
      });
      attempt.layout = mine;
      mine.result.then(
        (positions) => resolve({ positions, rest: null }),
        (error: unknown) => reject(toError(error)),
      );
    });
  };

  /** What comes too late is not looked at any more. */
  const ownGraph = (id: string): Job<GraphData> => ({ result: foundOf(own, id), cancel: () => {} });

  const mustTrain = (run: RunSpec) => {
    const { name, counts } = descriptorOf(run.data.id);
    mustTrainOn(run, name, counts);
  };

  const cancelled = () => fail('graphs', 'the load was cancelled');

  const load: Load = async (run, options = {}) => {
    const { files = null, mayDownload = true, view, remember, open } = options;
    const { data } = run;
    const descriptor = descriptorOf(data.id);
    mustTrain(run);
    end(present);
    const mine: Attempt = { run, job: null, layout: null, isShown: false, isCancelled: false };
    const say = (sentence: string) =>
      update((state) => ({ ...state, data: { kind: 'loading', descriptor, sentence, run: mine.run } }));
    present = mine;
    say(`Loading ${descriptor.name}`);
    mine.job = isOwnId(data.id)
      ? ownGraph(data.id)
      : sources.loadData(data, { files, mayDownload }, (sentence) => {
          if (present === mine) say(sentence);
        });
    try {
      const graph = await mine.job.result;
      if (mine.isCancelled) throw cancelled();
      if (present !== mine) return;
      if (!graph.positions) say(`Laying out ${descriptor.name}`);
      const { positions, rest } = await place(mine, graph);
      if (mine.isCancelled) throw cancelled();
      if (present !== mine) return;
      mine.isShown = true;
      if (store.getState().graph) remember?.();
      layout?.cancel();
      layout = mine.layout;
      mine.layout = null;
      keep();
      const chosen = fitted(context, graph, mine.run);
      update((state) => ({
        ...runOpening(chosen)(state),
        graph: {
          data: graph,
          base: graph,
          edits: NO_EDITS,
          descriptor,
          positions,
          layoutRunning: rest !== null,
          layoutProgress: 0,
        },
        data: { kind: 'ready', descriptor, graph },
        projection: null,
        strip: {},
        nearest: null,
        seeds: null,
        explained: { explanation: null, message: null },
        accounted: { account: null, message: null },
        lit: null,
        hovered: null,
        view: viewOn(graph, state, view),
        training: { ...runOpening(chosen)(state).training, layers: [], frame: null, predictions: null },
      }));
      rest?.then(
        (settled) => move(graph, settled, 1),
        // Cancelled by a newer set: its own positions stand.
        () => {},
      );
      await (open && mine.run === run ? open(chosen) : openRun(chosen));
    } catch (error) {
      if (mine.isCancelled) throw cancelled();
      if (present !== mine) return;
      // Once the graph is there, what fails is the run, which says so itself.
      if (mine.isShown) throw error;
      update((state) => ({
        ...state,
        data: {
          kind: 'failed',
          descriptor,
          labelling: data.labelling,
          message: messageOf(error),
          wasAsked: mayDownload,
        },
      }));
      throw error;
    }
  };

  const choose = (run: RunSpec) => {
    if (!present || present.isShown) return;
    mustTrain(run);
    present.run = run;
    update((state) => (state.data.kind === 'loading' ? { ...state, data: { ...state.data, run } } : state));
  };

  const cancel = () => {
    const { graph } = store.getState();
    if (!present || present.isShown || !graph) return;
    present.isCancelled = true;
    end(present);
    present = null;
    const { descriptor, base } = graph;
    update((state) => ({ ...state, data: { kind: 'ready', descriptor, graph: base } }));
  };

  return { load, choose, cancel };
}

async function foundOf(own: Pick<OwnGraphs, 'find'>, id: string): Promise<GraphData> {
  const graph = await own.find(id);
  if (graph) return graph;
  throw fail(
    'graphs',
    `expected ${descriptorOf(id).name} among the graphs that this browser keeps, found it nowhere`,
    'Open its file again, or a .gnnscene file that holds it.',
  );
}

export async function readFiles(files: readonly File[]): Promise<ReadonlyMap<string, ArrayBuffer>> {
  return new Map(
    await Promise.all(files.map(async (file) => [file.name, await file.arrayBuffer()] as const)),
  );
}
