import { describe, expect, it } from 'vitest';
import { descriptorOf } from '../../../../src/data/run/catalogue';
import { defaultRun } from '../../../../src/data/run/defaults';
import { NO_EDITS } from '../../../../src/data/run/edits';
import { BUILD } from '../../../../src/ui/build';
import { sceneOf } from '../../../../src/ui/state/address/sceneOf';
import type { AppState } from '../../../../src/ui/state/appState';
import { createAppStore } from '../../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../../src/ui/state/viewSpec';
import { ownRing } from './randomScene';
import { recordOf } from '../../../records';

const karate = defaultRun({ id: 'karate', labelling: null });

function stateOn(run = karate, change: Partial<AppState> = {}): AppState {
  const descriptor = descriptorOf(run.data.id);
  return { ...createAppStore({ run, view: DEFAULT_VIEW, descriptor, secure: true }).getState(), ...change };
}

/** Trained to `epoch`, on WASM, where every node is predicted as its index modulo 3. */
function trained(state: AppState, epoch: number, numNodes: number): AppState {
  const records = Array.from({ length: 201 }, (_, k) =>
    recordOf({ train: 1, val: null, test: 0.8, all: 0.9 }, { epoch: k, loss: 1 / (k + 1) }),
  );
  const predictions = Int32Array.from({ length: numNodes }, (_, k) => k % 3);
  return {
    ...state,
    training: { ...state.training, phase: 'paused', epoch, records, predictions },
    backend: {
      kind: 'ready',
      choice: 'auto',
      info: { name: 'wasm', reason: '', adapter: null, isSoftwareAdapter: false },
    },
  };
}

describe('a scene of what the page shows', () => {
  it('is the run with its timeline at the epoch shown, and no other', () => {
    const run = { ...karate, timeline: [{ epoch: 4, change: { learningRate: 0.3 } }] };
    const scene = sceneOf(trained(stateOn(run), 17, 34));
    expect(scene).toEqual({ run, pending: null, epoch: 17, view: DEFAULT_VIEW, graph: null, results: null });
  });

  it('holds the run that is offered beside it', () => {
    const pending = { ...karate, seed: 9 };
    const scene = sceneOf({ ...trained(stateOn(), 17, 34), pending });
    expect(scene).toMatchObject({ run: { seed: 0 }, pending, epoch: 17 });
  });

  it('is the settings of the run at epoch 0 where the run itself is left out', () => {
    const run = { ...karate, timeline: [{ epoch: 4, change: { learningRate: 0.3 } }] };
    const scene = sceneOf(
      { ...trained(stateOn(run), 17, 34), pending: { ...karate, seed: 9 } },
      { run: false, results: true },
    );
    const settings = { ...karate, training: { ...karate.training, learningRate: 0.3 } };
    expect(scene).toMatchObject({ run: settings, pending: null, epoch: 0, results: null });
  });

  it('is what is shown while another set is being loaded', () => {
    const data = { kind: 'loading', descriptor: descriptorOf('cora'), sentence: 'Laying out Cora' } as const;
    const state = { ...trained(stateOn(), 17, 34), data };
    expect(sceneOf(state)).toMatchObject({ run: karate, epoch: 17 });
  });

  it('leaves theme and tool at home, and cameras to the pixel', () => {
    const camera = { graph: { x: 0.123456789, y: 0.5, ratio: 0.333333333 }, embedding: null };
    const view = { ...DEFAULT_VIEW, theme: 'dark', tool: 'lasso', camera, tab: 'charts' } as const;
    const scene = sceneOf(stateOn(karate, { view }));
    expect(scene.view).toEqual({
      ...DEFAULT_VIEW,
      tab: 'charts',
      camera: { graph: { x: 0.12346, y: 0.5, ratio: 0.33333 }, embedding: null },
    });
    expect(sceneOf(stateOn(karate, { view }), { view: false, hidden: ['out'] }).view).toEqual({
      ...DEFAULT_VIEW,
      hidden: ['out'],
    });
  });

  it('holds what was computed where that is asked for: all nodes of a small graph', () => {
    const { results } = sceneOf(trained(stateOn(), 3, 34), { results: true });
    expect(results).toMatchObject({ backend: 'wasm', build: BUILD, loss: 0.25, test: 0.8 });
    expect(results?.predictions).toEqual({ step: 1, classes: Array.from({ length: 34 }, (_, k) => k % 3) });
    expect(sceneOf(stateOn(), { results: true }).results).toBeNull();
  });

  it('and 256 nodes of a larger one, spread evenly', () => {
    const { predictions } = sceneOf(trained(stateOn(), 3, 2708), { results: true }).results!;
    expect(predictions.step).toBe(10);
    expect(predictions.classes).toEqual(Array.from({ length: 256 }, (_, k) => (10 * k) % 3));
  });

  it('holds the visitor’s own graph as it was loaded, unless it is left out', () => {
    const { graph, data } = ownRing(9);
    const positions = new Float32Array(18);
    const descriptor = descriptorOf(data.id);
    const shown = {
      data: { ...graph },
      base: graph,
      edits: NO_EDITS,
      descriptor,
      positions,
      layoutRunning: false,
    };
    const state = stateOn(defaultRun(data), { graph: shown });
    expect(sceneOf(state).graph).toBe(graph);
    expect(sceneOf(state, { graph: false }).graph).toBeNull();
    expect(sceneOf(stateOn(karate, { graph: shown })).graph).toBeNull();
  });
});
