/** The two canvases in a real browser, on a real graph, mounted as React's StrictMode mounts them. */
import { createElement as h, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NO_EDITS } from '../../src/data/spec/edits';
import { karate } from '../../src/data/generators/karate';
import { descriptorOf } from '../../src/data/spec/catalogue';
import { defaultRun } from '../../src/data/spec/defaults';
import type { ProjectionPicture } from '../../src/engine/types';
import { FrameAcknowledger } from '../../src/ui/canvas/controllers/FrameAcknowledger';
import { EmbeddingCanvas } from '../../src/ui/canvas/EmbeddingCanvas';
import { GraphCanvas } from '../../src/ui/canvas/GraphCanvas';
import { redraws } from '../../src/ui/canvas/redraws';
import { ActionsProvider, type Actions } from '../../src/ui/state/actions';
import { StoreProvider } from '../../src/ui/state/hooks';
import { selected } from '../../src/ui/state/selection';
import { createAppStore, type Store } from '../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../src/ui/state/viewSpec';

const SIDE = 300;
const data = karate(null);
/** A grid: node i at column i % 6, row i / 6. */
const grid = (step: number): Float32Array =>
  Float32Array.from({ length: 68 }, (_, k) => step * (k % 2 ? Math.floor((k >> 1) / 6) : (k >> 1) % 6));

const pane = (name: string, child: Parameters<typeof h>[0]) =>
  h('div', { 'data-pane': name, style: { position: 'relative', width: SIDE, height: SIDE } }, h(child));

let host: HTMLElement;
let root: Root;
let store: Store;
let drawn: string[];

const none = (): void => {};
const UNUSED: Omit<Actions, 'select' | 'hover' | 'drawn'> = {
  loadData: none,
  dropFiles: none,
  play: none,
  pause: none,
  toggle: none,
  step: none,
  seek: none,
  openRun: none,
  nameRun: none,
  forgetRun: none,
  holdTime: none,
  playBack: none,
  keyframes: () => ({ epochs: [], bytes: 0, budget: 1 }),
  editGraph: none,
  light: none,
  trainSeeds: none,
  cancelSeeds: none,
  reset: none,
  trainAgain: none,
  setTraining: none,
  setSeed: none,
  setLayer: none,
  setModel: none,
  setMethod: none,
  moveLayer: none,
  addLayer: none,
  removeLayer: none,
  setBackend: none,
  playLayers: none,
  setView: none,
  undo: none,
  redo: none,
  dismiss: none,
};
const actionsOn = (target: Store): Actions => ({
  ...UNUSED,
  select: (nodes, how) =>
    target.setState(({ view }) => ({ view: { ...view, selection: selected(view.selection, nodes, how) } })),
  hover: (hovered) => target.setState({ hovered }),
  drawn: (what) => drawn.push(what),
});

const picture = (positions: Float32Array): ProjectionPicture => ({
  kind: 'points',
  layer: 'h1',
  method: 'pca',
  seed: 0,
  epoch: 1,
  positions,
  settled: false,
  progress: 1,
  caveats: [],
  fidelity: null,
  ms: 1,
});
const show = (positions: Float32Array): void => store.setState({ projection: picture(positions) });
const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
};
const stageOf = (name: string): HTMLElement =>
  host.querySelector<HTMLElement>(`[data-pane=${name}] [role=application]`)!;

beforeEach(async () => {
  // Larger than the window, the page would be shown scaled and pointer positions would be off.
  await page.viewport(400, 640);
  host = document.createElement('div');
  document.body.append(host);
  drawn = [];
  store = createAppStore({
    run: defaultRun({ id: 'karate', labelling: null }),
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  store.setState({
    graph: {
      data,
      base: data,
      edits: NO_EDITS,
      descriptor: descriptorOf('karate'),
      positions: grid(1),
      layoutRunning: false,
    },
  });
  root = createRoot(host);
  root.render(
    h(
      StrictMode,
      null,
      h(StoreProvider, {
        value: store,
        children: h(ActionsProvider, {
          value: actionsOn(store),
          children: [
            h(FrameAcknowledger, { key: 'f' }),
            h('div', { key: 'c' }, pane('graph', GraphCanvas), pane('embedding', EmbeddingCanvas)),
          ],
        }),
      }),
    ),
  );
  await vi.waitFor(() => expect(stageOf('graph').querySelector('canvas')).not.toBeNull());
  await frames(4);
});

afterEach(() => {
  root.unmount();
  host.remove();
});

it('builds one Sigma per canvas under StrictMode and leaves nothing behind', async () => {
  expect(stageOf('graph').querySelectorAll('canvas.sigma-nodes')).toHaveLength(1);
  expect(stageOf('embedding').querySelectorAll('canvas.sigma-nodes')).toHaveLength(1);
  const stage = stageOf('graph');
  root.unmount();
  await frames(1);
  expect(stage.querySelectorAll('canvas')).toHaveLength(0);
  root = createRoot(host);
});

it('costs nothing while nothing changes, and one redraw when a prediction does', async () => {
  const before = { ...redraws };
  await frames(8);
  expect(redraws).toEqual(before);
  const training = store.getState().training;
  store.setState({ training: { ...training, predictions: new Int32Array(34) } });
  await frames(3);
  expect(redraws.graph).toBe(before.graph + 1);
});

it('does not redraw for predictions that are the same as before', async () => {
  const { training } = store.getState();
  store.setState({ training: { ...training, predictions: new Int32Array(34) } });
  await frames(3);
  const before = redraws.graph;
  store.setState({ training: { ...training, predictions: new Int32Array(34) } });
  await frames(3);
  expect(redraws.graph).toBe(before);
});

it('answers once for each frame and for each picture', async () => {
  const { training } = store.getState();
  for (const epoch of [1, 2, 3]) {
    store.setState({ training: { ...training, frame: { epoch, probabilities: new Float32Array(68) } } });
    show(grid(epoch));
    await vi.waitFor(() => expect(drawn).toHaveLength(2 * epoch));
  }
  expect(drawn.filter((what) => what === 'training')).toHaveLength(3);
  expect(drawn.filter((what) => what === 'projection')).toHaveLength(3);
});

it('says in place of an embedding why there is none, and clears the sentence for a picture', async () => {
  expect(host.textContent).toContain('The embedding appears with the first picture');
  store.setState({ projection: { kind: 'nothing', layer: 'x', epoch: 0, sentence: 'No structure here.' } });
  await vi.waitFor(() => expect(host.textContent).toContain('No structure here.'));
  show(grid(1));
  await vi.waitFor(() => expect(host.querySelector('output')).toBeNull());
});

it('glides to a new picture over several redraws and then rests', async () => {
  show(grid(1));
  await frames(4);
  const before = redraws.embedding;
  const shifted = grid(1).map((value, k) => (k < 20 ? 5 - value : value));
  show(shifted);
  await vi.waitFor(() => expect(redraws.embedding).toBeGreaterThan(before + 3));
  let last = -1;
  await vi.waitFor(
    async () => {
      last = redraws.embedding;
      await frames(5);
      expect(redraws.embedding).toBe(last);
    },
    { timeout: 5000 },
  );
});

it('links hover and click of one canvas to the state that both draw from', async () => {
  show(grid(1));
  await frames(4);
  // Node 0 is the grid's lower left corner; the picture keeps 28 px free on its longest side.
  const corner = { x: 28, y: SIDE - 28 };
  await userEvent.hover(stageOf('embedding'), { position: corner });
  await vi.waitFor(() => expect(store.getState().hovered).toBe(0));
  expect(host.querySelectorAll('strong')).toHaveLength(2);
  await userEvent.click(stageOf('embedding'), { position: corner });
  await vi.waitFor(() => expect(store.getState().view.selection).toEqual([0]));
  await userEvent.click(stageOf('graph'), { position: { x: 5, y: 5 } });
  await vi.waitFor(() => expect(store.getState().view.selection).toEqual([]));
});
