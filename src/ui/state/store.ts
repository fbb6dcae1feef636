/** Creates the store: plain zustand, no React. What is in it: appState.ts. Who changes it: the slices beside this file. */
import { createStore, type StoreApi } from 'zustand';
import type { DatasetDescriptor } from '../../data/run/datasets';
import type { RunSpec } from '../../data/run/runSpec';
import type { AppState } from './appState';
import type { ViewSpec } from './viewSpec';

export type Store = StoreApi<AppState>;

/** A slice's producer: what the state becomes. */
export type Producer = (state: AppState) => AppState;

export function createAppStore(initial: {
  readonly run: RunSpec;
  readonly view: ViewSpec;
  readonly descriptor: DatasetDescriptor;
  readonly secure: boolean;
}): Store {
  return createStore<AppState>(() => ({
    graph: null,
    data: {
      kind: 'loading',
      descriptor: initial.descriptor,
      sentence: `Loading ${initial.descriptor.name}`,
      run: initial.run,
    },
    backend: { kind: 'starting', choice: 'auto' },
    run: initial.run,
    asked: null,
    pending: null,
    training: {
      phase: 'opening',
      epoch: 0,
      records: [],
      smoothing: [],
      frame: null,
      predictions: null,
      underWay: null,
      layers: [],
      error: null,
    },
    projection: null,
    strip: {},
    nearest: null,
    seeds: null,
    runs: [],
    comparison: null,
    runName: null,
    explained: { explanation: null, message: null },
    accounted: { account: null, message: null },
    heldOut: null,
    pair: { answer: null, message: null },
    baselines: null,
    lit: null,
    gaze: null,
    unitValues: null,
    coefficients: null,
    narration: null,
    travelling: false,
    view: initial.view,
    hovered: null,
    notices: [],
    ownSets: [],
    importing: null,
    arrival: null,
    session: null,
    dialog: null,
    isOfflineReady: false,
    update: null,
    canUndo: false,
    canRedo: false,
    secure: initial.secure,
  }));
}
