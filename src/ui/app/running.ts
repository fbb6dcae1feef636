/** Opens runs on the engine: reset, play, step, and what a change of a setting does: it moves in the open run, or makes another. */
import { messageOf } from '../../data/base/errors';
import type { GraphEdits } from '../../data/run/edits';
import { mustTrainOn } from '../../data/run/models';
import { canonical, type RunSpec } from '../../data/run/runSpec';
import type { Engine } from '../../engine/client';
import type { BackendChoice } from '../../data/run/backend';
import type { Phase } from '../state/appState';
import { editsNow } from '../state/editing';
import { runForgotten, runKept, type PastRun } from '../state/runs';
import { isAnotherRun, liveChange, settingsNow, settled } from '../state/settings';
import { epochSeen, graphEdited, phaseIs, runOpened, runOpening, settingMoved } from '../state/trainingSlice';
import type { ViewSpec } from '../state/viewSpec';
import { shownOnPage, type Context } from './context';
import type { Load } from './loading';

/** By default a run lasts about this long. */
const DEFAULT_RUN_SECONDS = 5;
const IDLE: readonly Phase[] = ['ready', 'paused', 'done', 'diverged'];

/** Epochs per second of a chosen pace, for a run of `epochs`. */
export function epochsPerSecond(pace: ViewSpec['pace'], epochs: number): number {
  if (pace === null) return Infinity;
  return pace === 'default' ? Math.max(1, epochs / DEFAULT_RUN_SECONDS) : pace;
}

/** What has to be said of an edit; null where the picture says it all. */
function editNote(isMethod: boolean, added: number): string | null {
  if (isMethod && added !== 0)
    return 'This method learns a vector for each node, so it starts again with the edited graph.';
  if (isMethod) return 'This method learns from the edges: train on to see what the edit changes.';
  if (added > 0)
    return 'The new node has zeros for features: all that is known of it comes from its neighbours.';
  return null;
}

export interface Runner {
  /** Keeps the open run among those of this visit. */
  keep(): void;
  /** The settings of the open run once more, from epoch 0. The run before it is kept. */
  reset(): Promise<void>;
  /**
   * Opens a run, with its timeline, at epoch 0 on the graph that is shown. The run before it is kept.
   * @throws PlaygroundError where it cannot be trained on that graph: nothing changes then
   */
  open(run: RunSpec): Promise<void>;
  /** Opens an earlier run of this visit where it stood, with its graph; the open one is kept. */
  openAgain(number: number): Promise<void>;
  /** Trains until `until`; the pace is that of the view unless given. */
  play(until: number, pace?: number): void;
  /** Plays to the end of the run, or to where it is asked to halt before that; a run that is over starts again. */
  playOn(): void;
  /** Plays, or halts. Of presses that come faster than the run can halt, the last one holds. */
  toggle(): void;
  step(): void;
  /**
   * Goes to an epoch that the run has been at. Asked for again before it is there, it goes to the newest one; what is
   * asked of the run meanwhile waits.
   */
  seek(epoch: number): Promise<void>;
  /** Asks for the picture that fits what is going on: previews while training, else the settled one. */
  project(): void;
  paceChanged(): void;
  /** Training that is under way halts elsewhere. */
  stopChanged(): void;
  /**
   * Gives the open run the settings `next`: it moves on with what a run takes as it goes; anything else opens another
   * run at epoch 0, and what is over is not moved any more.
   */
  takeEffect(next: RunSpec): Promise<void>;
  /** The same, where a run of this visit with these very settings is opened again where it stood: for undo. */
  bringBack(settings: RunSpec): Promise<void>;
  setBackend(choice: BackendChoice): Promise<void>;
}

export function createRunner({ store, update, notify }: Context, engine: Engine, load: Load): Runner {
  const currentPace = () => {
    const { view, run } = store.getState();
    return epochsPerSecond(view.pace, run.training.epochs);
  };

  const project = () => {
    const { training, view, travelling } = store.getState();
    if (training.layers.length === 0) return;
    const isMoving = training.phase === 'playing' || training.phase === 'recovering' || travelling;
    const { layer, method, twoByAxes, pictureSeed } = view;
    engine.strip(training.layers.map(({ id }) => id));
    engine.show({ layer, method, twoByAxes, seed: pictureSeed, mode: isMoving ? 'preview' : 'settled' });
  };

  /** Numbers the runs opened: what belongs to an older one comes too late. */
  let opening = 0;

  const keep = () => {
    const before = store.getState().runs;
    update(runKept(engine.number()));
    const kept = new Set(store.getState().runs.map(({ number }) => number));
    for (const { number } of before) if (!kept.has(number)) engine.forget(number);
  };

  /** Changes that the engine has not taken yet. */
  let inFlight = 0;

  const open = async (run: RunSpec, again: PastRun | null = null) => {
    const { graph, backend } = store.getState();
    if (!graph) return;
    mustTrainOn(run, graph.descriptor.name, {
      edges: graph.descriptor.counts.edges,
      classes: graph.base.labelling.classNames.length,
    });
    const mine = ++opening;
    inFlight = 0;
    sought = null;
    keep();
    update((state) => runOpening(run)({ ...state, runName: again?.name ?? null }));
    if (backend.kind === 'failed')
      update((state) => ({ ...state, backend: { kind: 'starting', choice: backend.choice } }));
    try {
      const kept = again && {
        number: again.number,
        records: again.records.slice(1),
        epoch: again.records.length - 1,
      };
      const opened = await (kept ? engine.open(run, graph.base, kept) : engine.open(run, graph.base));
      if (mine !== opening) return;
      // It was among the earlier ones until it is there.
      if (again) update(runForgotten(again.number));
      update(runOpened(opened, again ?? undefined));
      project();
    } catch (error) {
      if (mine !== opening) return;
      update(phaseIs('failed', messageOf(error)));
      throw error;
    }
  };

  const reset = () => open(settingsNow(store.getState()));

  const openAgain = async (number: number) => {
    const { runs, run: shown } = store.getState();
    const again = runs.find((each) => each.number === number);
    if (!again) return;
    const { run } = again;
    const openHere = () => open(run, again);
    return canonical(run.data) === canonical(shown.data) ? openHere() : load(run, { open: openHere });
  };

  let sought: number | null = null;
  let seeking: Promise<void> | null = null;

  const seekOn = async () => {
    const mine = opening;
    while (sought !== null) {
      const epoch = sought;
      sought = null;
      const seen = await engine.seek(epoch);
      if (mine !== opening) return;
      update(epochSeen(seen));
      project();
    }
  };

  const seek = async (epoch: number) => {
    const { training } = store.getState();
    if (training.phase === 'playing') await engine.pause();
    sought = Math.max(0, Math.min(Math.round(epoch), store.getState().training.records.length - 1));
    seeking ??= seekOn().finally(() => {
      seeking = null;
    });
    return seeking;
  };

  const play = (until: number, pace = currentPace()) => {
    if (seeking) return void seeking.then(() => play(until, pace), shownOnPage);
    update(phaseIs('playing'));
    engine.play(until, pace);
    project();
  };

  /** Where playing leads from `epoch`: to the end, or to where it was asked to halt before that. */
  const goalFrom = (epoch: number): number => {
    const { run, view } = store.getState();
    const { epochs } = run.training;
    return view.stopAt !== null && view.stopAt > epoch ? Math.min(view.stopAt, epochs) : epochs;
  };

  const playOn = () => {
    const { training } = store.getState();
    if (!IDLE.includes(training.phase)) return;
    if (training.phase === 'done' || training.phase === 'diverged')
      void reset().then(() => play(goalFrom(0)), shownOnPage);
    else play(goalFrom(training.epoch));
  };

  /** What was asked for last while the run comes to a halt; null: it is not on its way to one. */
  let afterHalt: 'play' | 'stand' | null = null;

  const toggle = () => {
    if (afterHalt !== null) {
      afterHalt = afterHalt === 'play' ? 'stand' : 'play';
      return;
    }
    if (store.getState().training.phase !== 'playing') return playOn();
    afterHalt = 'stand';
    const goOn = () => {
      const wanted = afterHalt;
      afterHalt = null;
      // A run that came to its end meanwhile is not begun anew.
      const { phase } = store.getState().training;
      if (wanted === 'play' && (phase === 'ready' || phase === 'paused')) playOn();
    };
    void engine.pause().then(goOn, goOn);
  };

  const step = () => {
    const { training } = store.getState();
    if (training.phase === 'playing') void engine.pause().catch(shownOnPage);
    else if (IDLE.includes(training.phase) && training.phase !== 'diverged')
      play(training.epoch + 1, Infinity);
  };

  /**
   * Predictions and embedding answer at once, with the weights as they are. What is learned node by node has no row for
   * a new node, so such a method starts again.
   */
  const edit = async (edits: GraphEdits) => {
    if (seeking) await seeking;
    const { graph, run } = store.getState();
    const added = edits.addedNodes.length - (graph?.edits.addedNodes.length ?? 0);
    const told = editNote(run.model.method !== null, added);
    const startsAgain = run.model.method !== null && added !== 0;
    // What is told of a run goes when it starts anew, which here it is told of.
    if (told) notify('info', told, startsAgain ? 'graph' : 'run');
    if (startsAgain) return reset();
    const mine = opening;
    try {
      const opened = await engine.edit(edits);
      if (mine !== opening) return;
      update(graphEdited(opened, edits));
      project();
    } catch (error) {
      if (mine === opening) notify('error', messageOf(error));
    }
  };

  /** A longer or shorter run is the same run, seen further or less far. */
  const changeEpochs = (epochs: number) => {
    update((state) => ({ ...state, run: { ...state.run, training: { ...state.run.training, epochs } } }));
    const { training } = store.getState();
    if (training.phase === 'playing') play(Math.max(goalFrom(training.epoch), training.epoch));
    else if (training.phase === 'done' || training.phase === 'paused')
      update(phaseIs(training.epoch >= epochs ? 'done' : 'paused'));
  };

  /** What the open run takes as it goes. */
  const moveOn = async (next: RunSpec, isEdited: boolean) => {
    const { run } = store.getState();
    const change = liveChange(settingsNow(store.getState()), next);
    const mine = opening;
    inFlight++;
    update((state) => ({ ...state, asked: next }));
    try {
      if (isEdited) await edit(next.edits);
      if (mine !== opening) return;
      if (run.training.epochs !== next.training.epochs) changeEpochs(next.training.epochs);
      if (!change) return;
      const { epoch } = await engine.change(change);
      if (mine === opening) update(settingMoved(epoch, change));
    } catch (error) {
      if (mine === opening) notify('error', messageOf(error));
    } finally {
      if (mine === opening && --inFlight === 0) update((state) => ({ ...state, asked: null }));
    }
  };

  const settingsAre = async (next: RunSpec, isBroughtBack: boolean) => {
    const state = store.getState();
    const { run, training, runs } = state;
    const now = settingsNow(state);
    const isUntrained = training.epoch === 0 && (training.phase === 'ready' || training.phase === 'opening');
    // Nothing is left of it to change: with other settings it is another run.
    const isOver =
      ['diverged', 'failed'].includes(training.phase) ||
      (training.phase === 'done' && training.epoch >= next.training.epochs);
    const isSame = canonical(now) === canonical(next);
    const isOther =
      isAnotherRun(now, next) || (!isSame && isUntrained) || (isOver && liveChange(now, next) !== null);
    if (isOther) {
      const again =
        isBroughtBack && runs.findLast((each) => canonical(settled(each.run)) === canonical(next));
      if (again) return openAgain(again.number);
      return canonical(run.data) === canonical(next.data) ? open(next) : load(next);
    }
    // At an earlier epoch the newest edits are not seen: asked for there, they are made there.
    const held = [now.edits, ...(isBroughtBack ? [] : [editsNow(state)])].map(canonical);
    const isEdited = now.edits !== next.edits && held.some((each) => each !== canonical(next.edits));
    if (isEdited || !isSame) await moveOn(next, isEdited);
  };

  return {
    keep,
    reset,
    open: (run) => open(run),
    openAgain,
    play,
    playOn,
    toggle,
    step,
    seek,
    project,
    takeEffect: (next) => settingsAre({ ...next, timeline: [] }, false),
    bringBack: (settings) => settingsAre(settings, true),
    stopChanged: () => {
      const { training } = store.getState();
      if (training.phase === 'playing') play(goalFrom(training.epoch));
    },
    paceChanged: () => {
      if (store.getState().training.phase === 'playing') engine.setPace(currentPace());
    },
    setBackend: (choice) => {
      engine.chooseBackend(choice);
      update((state) => ({ ...state, backend: { kind: 'starting', choice } }));
      return reset();
    },
  };
}
