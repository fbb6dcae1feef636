/**
 * Opens a scene: the graph at once and what it holds in a sentence, then the way to its epoch, and whether it came out
 * alike. What was open before stays among the runs of this visit. Whatever the visitor does meanwhile goes first.
 */
import { FROM_LINK } from '../../data/import/ownSet';
import { descriptorOf } from '../../data/run/catalogue';
import { mustTrainOn } from '../../data/run/models';
import { headlineOf } from '../../data/run/tasks/tasks';
import { canonical, editsAt, type RunSpec } from '../../data/run/runSpec';
import { BUILD } from '../build';
import { ownSetOf } from '../state/address/ownGraph';
import { agreementOf, type Arrival } from '../state/arrival';
import type { Phase } from '../state/appState';
import { isDeleted } from '../state/editing';
import { noticeAdded } from '../state/notices';
import type { Scene } from '../state/scene';
import { returnText, sceneText } from '../state/sceneText';
import type { ViewSpec } from '../state/viewSpec';
import { countOf } from '../widgets/numbers';
import { shownOnPage, type Context } from './context';
import { reasonToAsk, secondsTo } from './effort';
import { fitted } from './fitting';
import type { Load, LoadOptions } from './loading';
import type { OwnGraphs } from './ownGraphs';
import type { Runner } from './running';

const UNDER_WAY: readonly Phase[] = ['opening', 'playing', 'recovering'];

export interface Arriving {
  /**
   * Shows the scene; resolves when its run stands, untrained, or at the scene's epoch where it is known. The way there
   * goes on after that. Rejects where its graph cannot be had, which is on the page then, and where its model cannot be
   * trained on it: nothing changes then.
   */
  open(scene: Scene, options?: OpenOptions): Promise<void>;
  /** The scene whose set could not be had, once more. */
  openMissing(options: Pick<LoadOptions, 'files' | 'mayDownload'>): Promise<void>;
  /** Whether a scene waits for this set. */
  awaits(id: string): boolean;
  /** Trains on the way, when it was asked. */
  train(): void;
  /** Stays where the run stands. */
  skip(): void;
  /** All controls of the sender's page, to change what it holds. */
  unlock(): void;
  dismiss(): void;
}

export interface OpenOptions {
  /** Says what the scene holds, also where there is nothing to train. */
  readonly isTold?: boolean;
  /** The page was loaded once more: the way is shown, and nothing once it is gone. */
  readonly isReturn?: boolean;
}

interface Parts {
  readonly runner: Pick<Runner, 'open' | 'openAgain' | 'play' | 'seek'>;
  readonly pause: () => Promise<unknown>;
  readonly load: Load;
  readonly own: Pick<OwnGraphs, 'add'>;
  readonly setView: (change: Partial<ViewSpec>) => void;
  /** The present state becomes a step of undo. */
  readonly remember: () => void;
  readonly isPhone: () => boolean;
  /** Of the page as it is. */
  readonly address: () => string;
}

/** "The link selects node 999 that is not in this graph of 34 nodes; it was left out." */
function lostText(lost: readonly number[], numNodes: number): string {
  const [what, were] = lost.length === 1 ? [`node ${lost[0]}`, 'is'] : [countOf(lost.length, 'node'), 'are'];
  const they = lost.length === 1 ? 'it was' : 'they were';
  return `The link selects ${what} that ${were} not in this graph of ${countOf(numNodes, 'node')}; ${they} left out.`;
}

export function createArriving(context: Context, parts: Parts): Arriving {
  const { store, update } = context;
  const { runner, load, setView } = parts;
  /** Numbers the openings: an older one gives up. */
  let opening = 0;
  /** The run that is being trained to the sender's epoch, with its scene. */
  let way: { readonly run: RunSpec; readonly scene: Scene } | null = null;
  /** What `arrival` tells of, as far as it could be opened. */
  let told: Scene | null = null;
  let missing: { readonly scene: Scene; readonly options: OpenOptions } | null = null;

  const change = (next: Partial<Arrival>) =>
    update((state) => (state.arrival ? { ...state, arrival: { ...state.arrival, ...next } } : state));

  const leave = () => {
    way = null;
    change({ kind: 'left' });
  };

  const retell = (scene: Scene) => {
    told = scene;
    const isReturn = store.getState().arrival?.isReturn;
    if (!isReturn) change({ sentence: sceneText(scene, descriptorOf(scene.run.data.id)) });
  };

  /** Nodes that the graph has at no time on the way are told, and no longer counted among the selected ones. */
  const leaveOutMissing = (scene: Scene): Scene => {
    const { graph } = store.getState();
    if (!graph) return scene;
    const { addedNodes, removedNodes } = editsAt(scene.run, scene.epoch);
    const numNodes = graph.base.numNodes + addedNodes.length;
    const gone = new Set(removedNodes);
    const isThere = (node: number) => node < numNodes && !gone.has(node);
    const { selection } = scene.view;
    const lost = selection.filter((node) => !isThere(node));
    if (lost.length === 0) return scene;
    update(noticeAdded('warning', lostText(lost, numNodes)));
    return { ...scene, view: { ...scene.view, selection: selection.filter(isThere) } };
  };

  /** Nodes that come with an edit can be selected from there on. */
  const selectAgain = ({ view: { selection } }: Scene) => {
    const { view, graph } = store.getState();
    const isOther = view.selection.some((node) => !selection.includes(node));
    const there = selection.filter(
      (node) => graph && node < graph.data.numNodes && !isDeleted(graph.data, node),
    );
    if (!isOther && there.length > view.selection.length) setView({ selection: there });
  };

  /** Back where it stood, only what somebody has locked is left to be said. */
  const endReturn = () =>
    update((state) => {
      const { locked, hidden } = state.view;
      const isGuarded = locked.length + hidden.length > 0;
      return { ...state, arrival: isGuarded && state.arrival ? { ...state.arrival, kind: 'left' } : null };
    });

  const arrive = () => {
    const { arrival, run, training, backend } = store.getState();
    const record = training.records[training.epoch];
    const { predictions } = training;
    if (way) selectAgain(way.scene);
    const isKnown = arrival?.sent && record && predictions && backend.kind === 'ready';
    const agreement = isKnown
      ? agreementOf(arrival.sent, {
          record,
          metric: headlineOf(run),
          predictions,
          backend: backend.info,
          build: BUILD,
        })
      : null;
    if (arrival?.isReturn) endReturn();
    else change({ kind: 'there', agreement });
  };

  store.subscribe((now, before) => {
    if (!way || !now.arrival) return;
    const { kind } = now.arrival;
    // Asked, or there: whoever plays on takes a way of their own.
    const playsOn = kind !== 'training' && now.training.phase === 'playing';
    if (now.run !== way.run || playsOn) return leave();
    if (kind !== 'training') return;
    const { phase, epoch } = now.training;
    if (phase === before.training.phase || UNDER_WAY.includes(phase)) return;
    const goal = now.arrival.epoch;
    if (epoch === goal) return arrive();
    // A run that has stopped by its rule can be stepped on, as the sender must have done.
    if (phase === 'done' && epoch < goal && now.run.training.earlyStopping === 'rising loss')
      return void Promise.resolve().then(() => way && runner.play(goal, Infinity));
    leave();
  });

  const train = () => {
    const { arrival, training } = store.getState();
    if (!arrival || !way || training.epoch >= arrival.epoch) return;
    change({ kind: 'training', because: null });
    runner.play(arrival.epoch, Infinity);
  };

  /** The run stands: the way to the epoch begins, or is asked for. */
  const setOut = (sent: Scene) => {
    const scene = leaveOutMissing(sent);
    selectAgain(scene);
    if (scene !== sent) retell(scene);
    const { run, training, graph, arrival } = store.getState();
    if (!arrival || arrival.kind === 'left' || !graph) return;
    way = { run, scene };
    if (scene.epoch === 0) return arrival.isReturn ? endReturn() : undefined;
    if (training.epoch === scene.epoch) return arrive();
    const seconds = secondsTo(scene.epoch - training.epoch, run, graph.data, training.layers);
    const because = reasonToAsk(parts.isPhone(), seconds);
    if (because) change({ kind: 'asking', because });
    else train();
  };

  /** Where this run has been trained in this visit, it is gone back to. */
  const openKnown = async ({ run, epoch }: Scene): Promise<boolean> => {
    const { run: open, training, runs, graph } = store.getState();
    const wanted = canonical(run);
    const isShown = graph?.descriptor.id === run.data.id && !UNDER_WAY.includes(training.phase);
    if (isShown && canonical(open) === wanted && training.records.length > epoch) {
      if (training.epoch !== epoch) await runner.seek(epoch);
      return true;
    }
    const kept = runs.find((each) => canonical(each.run) === wanted && each.records.length > epoch);
    if (!kept) return false;
    await runner.openAgain(kept.number);
    if (store.getState().training.epoch !== epoch) await runner.seek(epoch);
    return true;
  };

  const openRun = async (scene: Scene) => {
    if (!(await openKnown(scene))) await runner.open(scene.run);
    const { graph } = store.getState();
    const pending = scene.pending && graph && fitted(context, graph.base, scene.pending);
    update((state) => ({ ...state, pending }));
  };

  const open = async (
    sent: Scene,
    options: OpenOptions,
    loading: Pick<LoadOptions, 'files' | 'mayDownload'>,
  ): Promise<void> => {
    let scene = sent;
    const { name, counts } = descriptorOf(scene.run.data.id);
    mustTrainOn(scene.run, name, counts);
    const mine = ++opening;
    way = null;
    missing = null;
    if (scene.graph) parts.own.add(ownSetOf(scene.graph, FROM_LINK));
    const { run, epoch } = scene;
    const { theme, tool } = store.getState().view;
    // The visitor's own, in every scene.
    const view = { ...scene.view, theme, tool };
    const descriptor = descriptorOf(run.data.id);
    const { graph, data } = store.getState();
    const isLoaded =
      graph !== null && data.kind === 'ready' && canonical(store.getState().run.data) === canonical(run.data);
    const isGuarded = view.locked.length + view.hidden.length > 0;
    // What somebody else computed is in no address of one's own.
    const isReturn = options.isReturn === true && scene.results === null;
    const isTold = options.isTold || epoch > 0 || (isReturn && isGuarded);
    told = scene;
    const arrival: Arrival | null = isTold
      ? {
          kind: epoch > 0 ? 'training' : 'there',
          sentence: isReturn ? returnText(epoch) : sceneText(scene, descriptor),
          epoch,
          because: null,
          sent: scene.results,
          agreement: null,
          ...(isReturn && { isReturn }),
        }
      : null;
    update((state) => ({ ...state, arrival }));
    const openFitting = (fitting: RunSpec) => {
      if (fitting !== run) {
        scene = { ...sent, run: fitting };
        retell(scene);
      }
      return openRun(scene);
    };
    try {
      if (isLoaded) {
        parts.remember();
        const { selection } = view;
        setView({ ...view, selection: selection.filter((node) => node < graph.data.numNodes) });
        await openFitting(fitted(context, graph.base, run));
      } else {
        await load(run, {
          ...loading,
          view,
          remember: parts.remember,
          open: openFitting,
        });
      }
    } catch (error) {
      if (mine === opening && store.getState().data.kind === 'failed') missing = { scene: sent, options };
      if (mine === opening) change(missing ? { kind: 'asking' } : { kind: 'left' });
      throw error;
    }
    if (mine !== opening) return;
    if (canonical(store.getState().run) === canonical(scene.run)) setOut(scene);
    // Another model was chosen before its graph was there.
    else leave();
  };

  return {
    open: (scene, options = {}) => open(scene, options, { mayDownload: false }),
    openMissing: (loading) => (missing ? open(missing.scene, missing.options, loading) : Promise.resolve()),
    awaits: (id) => missing?.scene.run.data.id === id,
    train,
    skip: () => {
      const wasTraining = store.getState().arrival?.kind === 'training';
      leave();
      if (wasTraining) void parts.pause().catch(shownOnPage);
    },
    unlock: () => {
      change({ lesson: parts.address() });
      setView({ locked: [], hidden: [], embed: false });
      if (told) retell({ ...told, view: { ...told.view, locked: [], hidden: [] } });
    },
    dismiss: () => {
      way = null;
      update((state) => ({ ...state, arrival: null }));
    },
  };
}
