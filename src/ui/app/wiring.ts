/**
 * Wires state to engine: implements everything a visitor can do. Effects live here and in the parts it is made of
 * (loading, running, engineEvents); what the state becomes is in the slices of ui/state.
 */
import { fail, messageOf } from '../../data/base/errors';
import { descriptorOf } from '../../data/run/catalogue';
import { defaultRun, modelFor } from '../../data/run/defaults';
import { GCN_MODEL, MODELS, mustTrainOn, type ModelDescriptor } from '../../data/run/models';
import { canonical, type DataRef, type RunSpec } from '../../data/run/runSpec';
import { createEngine, type Engine } from '../../engine/client';
import type { Actions } from '../state/actions';
import { noticeDismissed } from '../state/notices';
import { runForgotten, runNamed } from '../state/runs';
import { selected } from '../state/selection';
import {
  chosenRun,
  comingRun,
  settingsNow,
  withLayer,
  withLayerAdded,
  withLayerMoved,
  withLayerRemoved,
  withMethod,
  withTask,
} from '../state/settings';
import type { Store } from '../state/store';
import { back, forward, isUndoable, NO_HISTORY, remember, undoableOf, type Snapshot } from '../state/undo';
import type { ViewSpec } from '../state/viewSpec';
import { later } from '../widgets/later';
import { followAccount } from './methodAccount';
import { createArriving, type Arriving } from './openScene';
import { createContext, shownOnPage } from './context';
import { PHONE } from './effort';
import { createListener } from './engineEvents';
import { followCoefficients } from './coefficients';
import { followSelection } from './nodeTrace';
import { createBaselines } from './baselines';
import { followHeldOut, followPair } from './heldOut';
import { followNearest } from './nearest';
import type { Importing } from './importing';
import { openKept } from './autosave/database';
import { forgetEverything } from './autosave/forget';
import { createGraphShelf } from './autosave/graphShelf';
import { keepVisits } from './autosave/keeping';
import type { Visits } from './autosave/visits';
import { createOwnGraphs, type OwnGraphs } from './ownGraphs';
import { createLoader, readFiles, type Load } from './loading';
import { createComparing, type Comparing } from './comparing';
import type { Narrator } from './narrating';
import { createRepeats, type Repeats } from './repeats';
import { createRunner, type Runner } from './running';
import { createTraveller } from './epochScrubber';
import { followUnit } from './unitValues';

export interface Wiring {
  readonly actions: Actions;
  readonly engine: Engine;
  readonly runner: Runner;
  readonly repeats: Repeats;
  readonly comparing: Comparing;
  /** Resolves when the set is shown and its run stands at epoch 0. */
  readonly load: Load;
  readonly own: OwnGraphs;
  readonly arriving: Arriving;
  /** Fetched when the first file is opened. */
  readonly importing: () => Promise<Importing>;
  readonly visits: Visits;
  /** Clears what this browser keeps of this page; nothing more of this visit is kept. */
  forget(): Promise<void>;
  /** @throws PlaygroundError where no graph is shown, or the one that is cannot be trained on with `next` */
  mustTrain(next: RunSpec): void;
  /** Gives the open run other settings, or opens another run with them, as one step of undo. */
  changeSettings(next: RunSpec, subject: string): Promise<void>;
  /** Opens a run with these settings at epoch 0, whatever has changed. */
  startWith(next: RunSpec): Promise<void>;
  /** Resolve when what is brought back has taken effect. */
  undo(): Promise<void>;
  redo(): Promise<void>;
}

const importer = later(() => import('./importing'));
const narrating = later(() => import('./narrating'));

export function wire(store: Store): Wiring {
  const context = createContext(store);
  const { update, notify } = context;
  let history = NO_HISTORY;

  const engine = createEngine({
    secure: store.getState().secure,
    choice: store.getState().backend.choice,
    onEvent: createListener(
      context,
      () => runner.project(),
      (epoch) => void runner.seek(epoch).catch(shownOnPage),
    ),
  });
  const kept = openKept();
  const own = createOwnGraphs(context, createGraphShelf(kept));
  const {
    load,
    choose,
    cancel: cancelLoad,
  } = createLoader(
    context,
    own,
    () => runner.keep(),
    (run) => runner.open(run),
  );
  const runner = createRunner(context, engine, load);
  const repeats = createRepeats(context, engine);
  const comparing = createComparing(context, engine);
  const traveller = createTraveller(context, runner);
  followSelection(context, engine);
  followAccount(context, engine);
  followUnit(context, engine);
  followNearest(context, engine);
  followCoefficients(context, engine);
  followHeldOut(context, engine);
  followPair(context, engine);
  const baselines = createBaselines(context, engine);

  const snapshot = (): Snapshot => {
    const state = store.getState();
    return { settings: settingsNow(state), view: undoableOf(state.view) };
  };

  const setHistory = (next: typeof history) => {
    history = next;
    const canUndo = next.past.length > 0;
    const canRedo = next.future.length > 0;
    const state = store.getState();
    if (state.canUndo !== canUndo || state.canRedo !== canRedo) update((s) => ({ ...s, canUndo, canRedo }));
  };
  const rememberNow = (subject: string) => setHistory(remember(history, snapshot(), subject));

  const setView = (change: Partial<ViewSpec>) => {
    const before = store.getState().view;
    update((state) => ({ ...state, view: { ...state.view, ...change } }));
    const { view } = store.getState();
    const isOther =
      view.layer !== before.layer ||
      view.method !== before.method ||
      view.twoByAxes !== before.twoByAxes ||
      view.pictureSeed !== before.pictureSeed;
    if (isOther) runner.project();
    if (view.pace !== before.pace) runner.paceChanged();
    if (view.stopAt !== before.stopAt) runner.stopChanged();
  };

  let narrator: Narrator | null = null;
  const narrate = (act: (narrator: Narrator) => void) =>
    void narrating.fetch().then(
      ({ createNarrator }) => act((narrator ??= createNarrator(context, setView, () => rememberNow('walk')))),
      (error: unknown) => notify('error', messageOf(error)),
    );

  const travel = async (move: typeof back) => {
    const moved = move(history, snapshot());
    if (!moved) return;
    setHistory(moved.list);
    setView(moved.to.view);
    await runner.bringBack(moved.to.settings);
  };
  const undo = () => travel(back);
  const redo = () => travel(forward);

  const arriving = createArriving(context, {
    runner,
    pause: engine.pause,
    load,
    own,
    setView,
    remember: () => rememberNow('scene'),
    isPhone: () => matchMedia(PHONE).matches,
    address: () => location.href,
  });
  const visits = keepVisits(context, { kept, engine, own, arriving });

  const exportSource = { state: () => store.getState(), engine };

  const mustTrain = (run: RunSpec) => {
    const { graph } = store.getState();
    if (!graph) throw fail('run', 'expected a graph that is shown, found none', 'Wait until it is loaded.');
    mustTrainOn(run, graph.descriptor.name, {
      edges: graph.descriptor.counts.edges,
      classes: graph.base.labelling.classNames.length,
    });
  };

  const changeSettings = async (next: RunSpec, subject: string) => {
    mustTrain(next);
    rememberNow(subject);
    await runner.takeEffect(next);
  };

  /** The same for a control on the page: what is refused is told, and what fails later is on the page already. */
  const apply = (change: (settings: RunSpec) => RunSpec, subject: string) => {
    const next = change(settingsNow(store.getState()));
    try {
      mustTrain(next);
    } catch (error) {
      return notify('error', messageOf(error));
    }
    void changeSettings(next, subject).catch(shownOnPage);
  };

  /**
   * Model and seed go over to another graph: chosen while one is loading they are of it, as if they had been chosen
   * first. Nothing of that was shown, so it is no step of undo.
   */
  const applyToChosen = (change: (settings: RunSpec) => RunSpec, subject: string) => {
    const coming = comingRun(store.getState());
    if (!coming) return apply(change, subject);
    try {
      choose(change(coming));
    } catch (error) {
      notify('error', messageOf(error));
    }
  };

  const startWith = async (next: RunSpec) => {
    mustTrain(next);
    rememberNow('run');
    await runner.open(next);
  };

  /**
   * The model stays, with the recipe that it has on this set, unless another one is named; without labels one that
   * needs none takes its place.
   */
  const openData = (
    data: DataRef,
    files: ReadonlyMap<string, ArrayBuffer> | null,
    wanted?: ModelDescriptor,
  ) => {
    // The set that a link is about: it goes on where it could not.
    if (arriving.awaits(data.id)) return arriving.openMissing({ files });
    const { seed, model: chosen, task } = chosenRun(store.getState());
    const model = modelFor(
      descriptorOf(data.id),
      wanted ?? MODELS.find((each) => each.id === chosen.id),
      task,
    );
    return load(defaultRun(data, seed, model, task), {
      files,
      remember: () => rememberNow(`data.${canonical(data)}`),
    });
  };

  let imports: Promise<Importing> | null = null;
  const importing = () =>
    (imports ??= importer.fetch().then(({ createImporting }) =>
      createImporting(context, {
        own,
        load: (data) => openData(data, null, GCN_MODEL),
        showKnown: (id, files) =>
          void readFiles(files)
            .then((byName) => openData({ id, labelling: null }, byName))
            .catch(shownOnPage),
        openScene: (scene) => arriving.open(scene, { isTold: true }),
        base: document.baseURI,
      }),
    ));
  /** What fails in it is on the page; that it cannot be had is told here. */
  const withImporting = (work: (importing: Importing) => void) =>
    void importing().then(work, (error: unknown) => {
      imports = null;
      notify('error', messageOf(error));
    });

  const actions: Actions = {
    loadData: (id, labelling = null) => {
      const state = store.getState();
      const { run, data, graph } = state;
      const wanted: DataRef = { id, labelling };
      const isShown = graph !== null && canonical(run.data) === canonical(wanted);
      if (isShown && data.kind === 'ready') return;
      // Back to what is shown, as it is shown.
      const coming = comingRun(state);
      if (isShown && coming?.model.id === run.model.id && coming.seed === run.seed) return cancelLoad();
      void openData(wanted, null).catch(shownOnPage);
    },
    openFiles: (files) => withImporting((each) => each.files(files)),
    openText: (text) => withImporting((each) => each.text(text)),
    openUrl: (address) => withImporting((each) => each.address(address)),
    offerUrl: (address) => withImporting((each) => each.offer(address)),
    setImportAnswers: (change) => withImporting((each) => each.answer(change)),
    setImportTable: (change) => withImporting((each) => each.table(change)),
    acceptImport: () => withImporting((each) => each.accept()),
    cancelImport: () => withImporting((each) => each.cancel()),
    cancelLoad,
    forgetOwnSet: own.forget,
    play: runner.playOn,
    pause: () => void engine.pause().catch(shownOnPage),
    toggle: runner.toggle,
    step: runner.step,
    seek: (epoch) => void runner.seek(epoch).catch(shownOnPage),
    openRun: (number) => void runner.openAgain(number).catch(shownOnPage),
    nameRun: (number, name) => update(runNamed(number, name)),
    forgetRun: (number) => {
      update(runForgotten(number));
      engine.forget(number);
    },
    compareRuns: (first, second) =>
      void comparing.start(first, second).catch((error: unknown) => {
        // What has begun tells its failure in its own place.
        if (!store.getState().comparison) notify('info', messageOf(error));
      }),
    lookAt: (change) => void comparing.look(change).catch(shownOnPage),
    closeComparison: comparing.close,
    holdTime: traveller.hold,
    playBack: traveller.playBack,
    keyframes: engine.keyframes,
    trainSeeds: (seeds) => void repeats.start(seeds).catch(shownOnPage),
    cancelSeeds: repeats.cancel,
    scoreBaselines: baselines.start,
    influence: engine.influence,
    reset: () => void runner.reset().catch(shownOnPage),
    setTraining: (key, value) =>
      apply((run) => ({ ...run, training: { ...run.training, [key]: value } }), `training.${key}`),
    openPending: () => {
      const { pending } = store.getState();
      if (!pending) return;
      rememberNow('pending');
      const isHere = canonical(pending.data) === canonical(store.getState().run.data);
      void (isHere ? runner.open(pending) : load(pending)).catch(shownOnPage);
    },
    dismissPending: () => update((state) => ({ ...state, pending: null })),
    trainAgain: () => void runner.reset().then(runner.playOn, shownOnPage),
    setSeed: (seed) => applyToChosen((run) => ({ ...run, seed }), 'seed'),
    editGraph: (edits) => apply((run) => ({ ...run, edits }), `edits.${canonical(edits)}`),
    setModel: (id) => {
      const model = MODELS.find((each) => each.id === id);
      if (model)
        applyToChosen(
          (run) => ({ ...defaultRun(run.data, run.seed, model, run.task), edits: run.edits }),
          `model.${id}`,
        );
    },
    setTask: (task) => apply((run) => withTask(run, task), `task.${task.id}`),
    setLayer: (index, layer) => apply((run) => withLayer(run, index, layer), `layer.${index}`),
    setMethod: (method) => apply((run) => withMethod(run, method), 'method'),
    moveLayer: (from, to) => apply((run) => withLayerMoved(run, from, to), `layer.move.${from}.${to}`),
    addLayer: () => apply(withLayerAdded, `layers.${store.getState().run.model.layers.length + 1}`),
    removeLayer: (index) =>
      apply((run) => withLayerRemoved(run, index), `layers.${store.getState().run.model.layers.length - 1}`),
    setBackend: (choice) => void runner.setBackend(choice).catch(shownOnPage),
    playLayers: () => narrate((each) => each.toggle()),
    pauseLayers: () => narrate((each) => each.pause()),
    stepLayers: (by) => narrate((each) => each.step(by)),
    setView: (change) => {
      if (isUndoable(change)) rememberNow(`view.${Object.keys(change).join()}`);
      setView(change);
    },
    select: (nodes, how = 'replace') => {
      const before = store.getState().view.selection;
      const selection = selected(before, nodes, how);
      if (selection.join() === before.join()) return;
      // Each selection is a step of its own.
      rememberNow(`selection.${how}.${nodes.join()}`);
      setView({ selection, edge: null });
    },
    hover: (node) => {
      if (store.getState().hovered !== node) update((state) => ({ ...state, hovered: node }));
    },
    gazeAt: (nodes) => update((state) => ({ ...state, gaze: { nodes } })),
    light: (lit) => update((state) => ({ ...state, lit })),
    undo: () => void undo().catch(shownOnPage),
    redo: () => void redo().catch(shownOnPage),
    trainToArrival: arriving.train,
    skipArrival: arriving.skip,
    unlock: arriving.unlock,
    dismissArrival: arriving.dismiss,
    restoreSession: () => void visits.restore(),
    dismissSession: visits.dismiss,
    exportAs: async (kind) => (await import('./exporting')).exportAs(kind, exportSource),
    python: async (options) => (await import('./exporting')).pythonOf(exportSource, options),
    showDialog: (id) => update((state) => ({ ...state, dialog: id })),
    dismiss: (notice) => update(noticeDismissed(notice)),
    pairs: (sample, seed) => engine.pairs(store.getState().view.layer, sample, seed),
    drawn: (what) => engine.drawn(what),
  };

  return {
    actions,
    engine,
    runner,
    repeats,
    comparing,
    load,
    own,
    arriving,
    importing,
    visits,
    forget: () => {
      visits.stop();
      return forgetEverything(kept);
    },
    mustTrain,
    changeSettings,
    startWith,
    undo,
    redo,
  };
}
