/** The whole page on a store of the test's own, with actions that are written down instead of done. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { NO_EDITS } from '../../../src/data/run/edits';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { App } from '../../../src/ui/app/App';
import { ActionsProvider, type Actions } from '../../../src/ui/state/actions';
import type { AppState } from '../../../src/ui/state/appState';
import { StoreProvider } from '../../../src/ui/state/hooks';
import { createAppStore, type Store } from '../../../src/ui/state/store';
import { predictionsOf } from '../../../src/ui/state/trainingSlice';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { frameOf, recordOf } from '../../records';

export interface Stage {
  readonly store: Store;
  /** What was asked for, in order: name and arguments. */
  readonly asked: (readonly unknown[])[];
  change(change: Partial<AppState>): void;
  leave(): void;
}

const EPOCH = 12;

function recorder(asked: Stage['asked'], store: Store): Actions {
  const note =
    (name: string) =>
    (...values: readonly unknown[]): void =>
      void asked.push([name, ...values]);
  return {
    loadData: note('loadData'),
    openFiles: note('openFiles'),
    openText: note('openText'),
    openUrl: note('openUrl'),
    offerUrl: note('offerUrl'),
    setImportAnswers: note('setImportAnswers'),
    setImportTable: note('setImportTable'),
    acceptImport: note('acceptImport'),
    cancelImport: note('cancelImport'),
    cancelLoad: note('cancelLoad'),
    forgetOwnSet: note('forgetOwnSet'),
    play: note('play'),
    pause: note('pause'),
    toggle: note('toggle'),
    step: note('step'),
    seek: note('seek'),
    openRun: note('openRun'),
    nameRun: note('nameRun'),
    compareRuns: note('compareRuns'),
    lookAt: note('lookAt'),
    closeComparison: note('closeComparison'),
    forgetRun: note('forgetRun'),
    holdTime: note('holdTime'),
    playBack: note('playBack'),
    keyframes: () => ({ epochs: [20], bytes: 3 * 2 ** 20, budget: 96 * 2 ** 20 }),
    editGraph: note('editGraph'),
    light: note('light'),
    gazeAt: note('gazeAt'),
    trainSeeds: note('trainSeeds'),
    cancelSeeds: note('cancelSeeds'),
    scoreBaselines: note('scoreBaselines'),
    influence: (nodes, maxHops) => {
      asked.push(['influence', nodes, maxHops]);
      const perHop = new Float32Array(maxHops + 1);
      perHop.set([3, 2, 1]);
      return Promise.resolve({ epoch: EPOCH, perHop, breadth: 2 / 3 });
    },
    reset: note('reset'),
    openPending: note('openPending'),
    dismissPending: note('dismissPending'),
    trainAgain: note('trainAgain'),
    setTraining: note('setTraining'),
    setSeed: note('setSeed'),
    setLayer: note('setLayer'),
    setModel: note('setModel'),
    setTask: note('setTask'),
    setMethod: note('setMethod'),
    moveLayer: note('moveLayer'),
    addLayer: note('addLayer'),
    removeLayer: note('removeLayer'),
    setBackend: note('setBackend'),
    playLayers: note('playLayers'),
    pauseLayers: note('pauseLayers'),
    stepLayers: note('stepLayers'),
    setView: (change) => {
      asked.push(['setView', change]);
      store.setState(({ view }) => ({ view: { ...view, ...change } }));
    },
    select: note('select'),
    hover: (node) => store.setState({ hovered: node }),
    undo: note('undo'),
    redo: note('redo'),
    pairs: () => Promise.reject(new Error('not asked for here')),
    restoreSession: note('restoreSession'),
    dismissSession: note('dismissSession'),
    exportAs: () => Promise.reject(new Error('not asked for here')),
    python: () => Promise.reject(new Error('not asked for here')),
    showDialog: (id) => {
      asked.push(['showDialog', id]);
      store.setState({ dialog: id });
    },
    trainToArrival: note('trainToArrival'),
    skipArrival: note('skipArrival'),
    unlock: note('unlock'),
    dismissArrival: note('dismissArrival'),
    dismiss: note('dismiss'),
    drawn: () => {},
  };
}

/** Karate Club at epoch 12 of a run that gets every node right. */
export function stage(): Stage {
  const data = karate(null);
  const descriptor = descriptorOf('karate');
  const run = { ...defaultRun({ id: 'karate', labelling: null }), seed: 7 };
  const store = createAppStore({ run, view: DEFAULT_VIEW, descriptor, secure: true });
  const { y } = data.labelling;
  const probabilities = Float32Array.from({ length: 2 * data.numNodes }, (_, i) =>
    y[i >> 1] === i % 2 ? 0.9 : 0.1,
  );
  const positions = Float32Array.from({ length: 2 * data.numNodes }, (_, i) =>
    i % 2 ? Math.sin(i >> 1) : Math.cos(i >> 1),
  );
  const records = Array.from({ length: EPOCH + 1 }, (_, epoch) =>
    recordOf({ train: 1, val: null, test: null, all: 1 }, { epoch, loss: 1 / (epoch + 1), ms: 2 }),
  );
  store.setState({
    graph: { data, base: data, edits: NO_EDITS, descriptor, positions, layoutRunning: false },
    data: { kind: 'ready', descriptor, graph: data },
    backend: {
      kind: 'ready',
      choice: 'auto',
      info: { name: 'wasm', reason: 'There is no adapter.', adapter: null, isSoftwareAdapter: false },
    },
    training: {
      phase: 'paused',
      epoch: EPOCH,
      records,
      frame: frameOf(EPOCH, probabilities),
      smoothing: [],
      underWay: null,
      predictions: predictionsOf(probabilities, data.labelling.classNames.length),
      layers: [
        { id: 'x', label: 'X', kind: 'input', numRows: 34, numCols: 34 },
        { id: 'h1', label: 'H¹', kind: 'hidden', numRows: 34, numCols: 16 },
        { id: 'z', label: 'Z', kind: 'output', numRows: 34, numCols: 2 },
      ],
      error: null,
    },
    projection: {
      kind: 'points',
      layer: 'h1',
      method: 'umap',
      seed: 0,
      epoch: EPOCH,
      positions,
      settled: true,
      progress: 1,
      caveats: [],
      fidelity: null,
      ms: 1,
    },
    canUndo: true,
    canRedo: true,
  });
  const asked: Stage['asked'] = [];
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  root.render(
    createElement(
      StoreProvider,
      { value: store },
      createElement(ActionsProvider, { value: recorder(asked, store) }, createElement(App)),
    ),
  );
  return {
    store,
    asked,
    change: (change) => store.setState(change),
    leave: () => {
      root.unmount();
      host.remove();
    },
  };
}
