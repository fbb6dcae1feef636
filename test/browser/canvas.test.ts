/** The two canvases in a real browser, on a real graph, mounted as React's StrictMode mounts them. */
import { createElement as h, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { applyEdits } from '../../src/data/graph/applyEdits';
import { NO_EDITS } from '../../src/data/run/edits';
import { karate } from '../../src/data/generators/karate';
import { descriptorOf } from '../../src/data/run/catalogue';
import { defaultRun } from '../../src/data/run/defaults';
import type { GraphData } from '../../src/data/graph/graphData';
import type { ProjectionPicture } from '../../src/data/run/pictures';
import type { LayerInfo } from '../../src/data/run/records';
import type { Explanation } from '../../src/data/run/trace';
import { FrameAcknowledger } from '../../src/ui/canvas/controllers/FrameAcknowledger';
import { EmbeddingCanvas } from '../../src/ui/canvas/EmbeddingCanvas';
import { GraphCanvas } from '../../src/ui/canvas/GraphCanvas';
import { redraws } from '../../src/ui/canvas/redraws';
import { ActionsProvider, type Actions } from '../../src/ui/state/actions';
import { StoreProvider } from '../../src/ui/state/hooks';
import { selected } from '../../src/ui/state/selection';
import { createAppStore, type Store } from '../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../src/ui/state/viewSpec';
import { frameOf } from '../records';

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
  openFiles: none,
  openText: none,
  openUrl: none,
  offerUrl: none,
  setImportAnswers: none,
  setImportTable: none,
  acceptImport: none,
  cancelImport: none,
  cancelLoad: none,
  forgetOwnSet: none,
  trainToArrival: none,
  skipArrival: none,
  unlock: none,
  dismissArrival: none,
  play: none,
  pause: none,
  toggle: none,
  step: none,
  seek: none,
  openRun: none,
  nameRun: none,
  compareRuns: none,
  lookAt: none,
  closeComparison: none,
  forgetRun: none,
  holdTime: none,
  playBack: none,
  keyframes: () => ({ epochs: [], bytes: 0, budget: 1 }),
  editGraph: none,
  light: none,
  trainSeeds: none,
  cancelSeeds: none,
  scoreBaselines: none,
  influence: () => Promise.reject(new Error('not asked for here')),
  reset: none,
  openPending: none,
  dismissPending: none,
  trainAgain: none,
  setTraining: none,
  setSeed: none,
  setLayer: none,
  setModel: none,
  setTask: none,
  setMethod: none,
  moveLayer: none,
  addLayer: none,
  removeLayer: none,
  setBackend: none,
  playLayers: none,
  pauseLayers: none,
  gazeAt: none,
  stepLayers: none,
  setView: none,
  undo: none,
  redo: none,
  dismiss: none,
  showDialog: none,
  restoreSession: none,
  dismissSession: none,
  exportAs: () => Promise.reject(new Error('not asked for here')),
  python: () => Promise.reject(new Error('not asked for here')),
  pairs: () => Promise.reject(new Error('not asked for here')),
};
const actionsOn = (target: Store): Actions => ({
  ...UNUSED,
  setView: (change) => target.setState(({ view }) => ({ view: { ...view, ...change } })),
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

function mount(): void {
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
}

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
  mount();
  await vi.waitFor(() => expect(stageOf('graph').querySelector('canvas')).not.toBeNull());
  await frames(4);
});

afterEach(() => {
  root.unmount();
  host.remove();
});

it('has one WebGL context per canvas under StrictMode and leaves nothing behind', async () => {
  const pictures = [...host.querySelectorAll('canvas')].filter((canvas) => canvas.getContext('webgl2'));
  expect(pictures.map(({ dataset }) => dataset['layer'])).toEqual(['picture', 'picture']);
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

it('draws the edges again where they have moved, and not with the colours of the nodes', async () => {
  const before = { ...redraws };
  const { training, graph } = store.getState();
  store.setState({ training: { ...training, predictions: new Int32Array(34) } });
  await frames(3);
  expect(redraws.graph).toBe(before.graph + 1);
  expect(redraws.edges).toBe(before.edges);
  store.setState({ graph: { ...graph!, positions: grid(3).toReversed() } });
  let most = 0;
  for (let frame = 0; frame < 12; frame++) {
    await frames(1);
    most = Math.max(most, inkOf(layerOf('graph', 'picture')));
  }
  expect(most).toBeGreaterThan(50);
  await frames(40);
  const moved = redraws.edges;
  expect(moved).toBeGreaterThan(before.edges);
  stageOf('graph').focus();
  await userEvent.keyboard('{ArrowLeft}');
  await vi.waitFor(() => expect(redraws.edges).toBeGreaterThan(moved));
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
    store.setState({ training: { ...training, frame: frameOf(epoch, new Float32Array(68)) } });
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
  // What the keyboard says has a place of its own, which is there always and silent here.
  const said = (): string[] => [...host.querySelectorAll('output')].map(({ textContent }) => textContent);
  await vi.waitFor(() => expect(said().filter((text) => text !== '')).toEqual([]));
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
  // Node 0 is the grid's lower left corner; the picture keeps 18 px free, for the largest node and its rings.
  const corner = { x: 18, y: SIDE - 18 };
  await userEvent.hover(stageOf('embedding'), { position: corner });
  await vi.waitFor(() => expect(store.getState().hovered).toBe(0));
  expect(host.querySelectorAll('strong')).toHaveLength(2);
  await userEvent.click(stageOf('embedding'), { position: corner });
  await vi.waitFor(() => expect(store.getState().view.selection).toEqual([0]));
  await userEvent.click(stageOf('graph'), { position: { x: 5, y: 5 } });
  await vi.waitFor(() => expect(store.getState().view.selection).toEqual([]));
});

const LAYERS: readonly LayerInfo[] = [
  { id: 'x', label: 'X', kind: 'input', numRows: 34, numCols: 34 },
  { id: 'h1', label: 'H¹', kind: 'hidden', numRows: 34, numCols: 16 },
  { id: 'z', label: 'Z', kind: 'output', numRows: 34, numCols: 2 },
];
const NONE = new Float32Array(0);

/** How node 0 hears its neighbours 1 and 2 at the first layer. */
const explanation: Explanation = {
  epoch: 0,
  parameters: [],
  trace: {
    rule: 'sum',
    messages: [1, 2].map((from) => ({
      from,
      edge: from,
      coefficients: Float32Array.of(from / 2),
      value: NONE,
      contribution: NONE,
      share: 0.5,
      through: null,
    })),
    sum: NONE,
    after: null,
    layer: 0,
    kind: 'gcn',
    node: 0,
    input: NONE,
    finish: {
      bias: null,
      norm: null,
      activation: 'none',
      preActivation: NONE,
      activated: NONE,
      residual: null,
      length: null,
    },
    output: NONE,
  },
};

/** Selects node 0 with its messages at layer h1. */
function selectWithMessages(): void {
  const { training, view } = store.getState();
  store.setState({
    training: { ...training, layers: LAYERS },
    view: { ...view, layer: 'h1', selection: [0] },
    explained: { explanation, message: null },
  });
}

const layerOf = (name: string, layer: string): HTMLCanvasElement | null =>
  stageOf(name).querySelector<HTMLCanvasElement>(`canvas[data-layer=${layer}]`);

/** Pixels of a layer that are not clear; of a WebGL layer only in the frame in which it was drawn. */
function inkOf(canvas: HTMLCanvasElement | null): number {
  if (!canvas) return 0;
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  const { data: pixels } = copy.getImageData(0, 0, canvas.width, canvas.height);
  return pixels.reduce((count, value, i) => count + (i % 4 === 3 && value > 0 ? 1 : 0), 0);
}

it('moves the messages to the selected node without drawing the graph again', async () => {
  selectWithMessages();
  await frames(6);
  const before = { ...redraws };
  await vi.waitFor(() => expect(redraws.flow).toBeGreaterThan(before.flow + 3), { timeout: 8000 });
  expect(redraws.graph).toBe(before.graph);
  const flow = changedBy('drawArraysInstanced');
  await vi.waitFor(() => expect(flow.most()).toBeGreaterThan(100), { timeout: 8000 });
  flow.end();
});

/** How many pixels of a canvas one call of WebGL changes, at most. */
function changedBy(name: 'drawArraysInstanced'): { most: () => number; end: () => void } {
  let most = 0;
  const { prototype } = WebGL2RenderingContext;
  const original = prototype[name];
  const pixelsOf = (gl: WebGL2RenderingContext): Uint32Array => {
    const pixels = new Uint8Array(4 * gl.drawingBufferWidth * gl.drawingBufferHeight);
    gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return new Uint32Array(pixels.buffer);
  };
  const spy = vi.spyOn(prototype, name).mockImplementation(function (this: WebGL2RenderingContext, ...args) {
    const before = pixelsOf(this);
    original.apply(this, args);
    const changed = pixelsOf(this).reduce((count, pixel, i) => count + (pixel === before[i] ? 0 : 1), 0);
    most = Math.max(most, changed);
  });
  return { most: () => most, end: () => spy.mockRestore() };
}

it('stands still once nothing is selected', async () => {
  selectWithMessages();
  await vi.waitFor(() => expect(redraws.flow).toBeGreaterThan(0));
  store.setState(({ view }) => ({ view: { ...view, selection: [] } }));
  await frames(4);
  const before = { ...redraws };
  await frames(10);
  expect(redraws).toEqual(before);
});

it('draws still arrows where motion is not wanted', async () => {
  const original = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    original(query.includes('prefers-reduced-motion') ? 'all' : query),
  );
  root.unmount();
  mount();
  await frames(6);
  const never = redraws.flow;
  selectWithMessages();
  await vi.waitFor(() => expect(redraws.flow).toBeGreaterThan(never));
  await frames(6);
  const before = { ...redraws };
  await frames(10);
  expect(redraws).toEqual(before);
  vi.restoreAllMocks();
});

it('schedules nothing any more when it is taken away in the middle of a motion', async () => {
  selectWithMessages();
  show(grid(1));
  await frames(3);
  show(grid(1).map((value, k) => (k < 20 ? 5 - value : value)));
  await frames(1);
  root.unmount();
  await frames(2);
  const before = { ...redraws };
  const request = vi.spyOn(window, 'requestAnimationFrame');
  await frames(40);
  // This test's own, and no others.
  expect(request).toHaveBeenCalledTimes(40);
  vi.restoreAllMocks();
  expect(redraws).toEqual(before);
  root = createRoot(host);
});

it('lights edges by weight above the graph, and clears them, without drawing the graph again', async () => {
  const before = redraws.graph;
  const over = layerOf('graph', 'over');
  const lit = (weight: number) => ({ edges: [{ source: 0, target: 33, weight }] });
  store.setState({ lit: lit(0) });
  await frames(3);
  const thin = inkOf(over);
  store.setState({ lit: lit(1) });
  await frames(3);
  const wide = inkOf(over);
  store.setState({ lit: null });
  await frames(3);
  expect(thin).toBeGreaterThan(100);
  expect(wide).toBeGreaterThan(1.3 * thin);
  expect(inkOf(over)).toBe(0);
  expect(redraws.graph).toBe(before);
});

it('keeps the same canvas and its place through an edit, and neither draws nor hits a deleted node', async () => {
  show(grid(1));
  await frames(4);
  const canvas = layerOf('graph', 'picture');
  const graph = store.getState().graph!;
  const edits = { ...NO_EDITS, removedNodes: [0], addedNodes: [{ x: 2, y: 2 }] };
  const edited = applyEdits(data, edits);
  // Colours that are about to be drawn when the edit comes.
  const { training } = store.getState();
  store.setState({ training: { ...training, predictions: new Int32Array(34).fill(1) } });
  store.setState({
    graph: { ...graph, data: edited, edits, positions: Float32Array.of(...grid(1), 2, 2) },
  });
  await frames(6);
  expect(layerOf('graph', 'picture')).toBe(canvas);
  await userEvent.click(stageOf('graph'), { position: { x: 18, y: SIDE - 18 } });
  await frames(4);
  expect(store.getState().view.selection).toEqual([]);
});

it('tells where a canvas looks when it has come to rest, and draws nothing for that', async () => {
  stageOf('graph').focus();
  await userEvent.keyboard('+');
  await vi.waitFor(() => expect(store.getState().view.camera.graph?.ratio).toBeLessThan(1));
  const { view } = store.getState();
  expect(view.camera.embedding).toBeNull();
  await frames(4);
  const before = { ...redraws };
  await frames(30);
  expect(redraws).toEqual(before);
  expect(store.getState().view).toBe(view);
  await userEvent.keyboard('f');
  await vi.waitFor(() => expect(store.getState().view.camera.graph).toBeNull());
});

it('looks where the view says, each canvas by itself, and at the whole again', async () => {
  show(grid(1));
  await frames(40);
  const { view } = store.getState();
  const before = { ...redraws };
  store.setState({ view: { ...view, camera: { graph: { x: 0.3, y: 0.6, ratio: 0.5 }, embedding: null } } });
  await frames(3);
  expect(redraws.graph).toBe(before.graph + 1);
  expect(redraws.embedding).toBe(before.embedding);
  // At rest the view is left as it was said.
  const said = store.getState().view;
  await frames(30);
  expect(store.getState().view).toBe(said);
  store.setState({ view: { ...view, camera: { graph: null, embedding: null } } });
  await frames(3);
  expect(redraws.graph).toBe(before.graph + 2);
});

it('says when the browser takes the graphics memory away, and draws again once it is back', async () => {
  const canvas = layerOf('graph', 'picture')!;
  const taken = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
  taken.loseContext();
  await vi.waitFor(() => expect(host.textContent).toContain('has taken this picture’s graphics memory away'));
  // What is told to it meanwhile is not lost.
  const { view, training } = store.getState();
  store.setState({ training: { ...training, predictions: new Int32Array(34).fill(1) } });
  store.setState({ view: { ...view, camera: { graph: { x: 0.5, y: 0.5, ratio: 0.9 }, embedding: null } } });
  taken.restoreContext();
  await vi.waitFor(() => expect(host.textContent).not.toContain('graphics memory'));
  let most = 0;
  for (let frame = 0; frame < 12; frame++) {
    store.setState({
      view: { ...view, camera: { graph: { x: 0.5, y: 0.5, ratio: 0.9 - frame / 50 }, embedding: null } },
    });
    await frames(1);
    most = Math.max(most, inkOf(canvas));
  }
  expect(most).toBeGreaterThan(200);
});

it('draws on a canvas of its own asking where the browser gives nothing back', async () => {
  const before = layerOf('graph', 'picture')!;
  before.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  await page.getByRole('button', { name: 'Draw it again' }).click();
  await vi.waitFor(() => expect(host.textContent).not.toContain('graphics memory'));
  const after = layerOf('graph', 'picture')!;
  expect(after).not.toBe(before);
  expect(after.getContext('webgl2')!.isContextLost()).toBe(false);
  expect(stageOf('graph').querySelectorAll('canvas[data-layer=picture]')).toHaveLength(1);
});

it('zooms by less than a fifth for a notch of the wheel', async () => {
  const { left, top } = stageOf('graph').getBoundingClientRect();
  const notch = { deltaY: -100, clientX: left + 150, clientY: top + 150, bubbles: true, cancelable: true };
  stageOf('graph').dispatchEvent(new WheelEvent('wheel', notch));
  await vi.waitFor(() => expect(store.getState().view.camera.graph?.ratio).toBeCloseTo(1 / 1.19, 3));
});

/** Everything that is asked of WebGL until the picture rests, after `change`. */
async function callsOf(change: () => void): Promise<number> {
  let calls = 0;
  const { prototype } = WebGL2RenderingContext;
  const spies = (['drawElements', 'drawArrays', 'bufferSubData', 'bufferData', 'uniform4f'] as const).map(
    (name) => {
      const spy = vi.spyOn(prototype, name);
      return () => {
        calls += spy.mock.calls.length;
        spy.mockRestore();
      };
    },
  );
  change();
  await frames(12);
  for (const end of spies) end();
  return calls;
}

const PREDICTED = [0, 1] as const;
const recolour = (numNodes: number, label: number): void => {
  const { training, view } = store.getState();
  store.setState({
    view: { ...view, colourBy: 'prediction' },
    training: { ...training, predictions: new Int32Array(numNodes).fill(label) },
  });
};

it('draws a star of 60,000 nodes with calls that do not grow with it, and knows each of them', async () => {
  root.unmount();

  const numNodes = 60_000;
  const spokes = Int32Array.from({ length: numNodes - 1 }, (_, i) => i + 1);
  const star: GraphData = {
    ...data,
    numNodes,
    features: { kind: 'identity', numCols: numNodes },
    nodeNames: Array.from({ length: numNodes }, (_, node) => `person ${node}`),
    labelling: {
      ...data.labelling,
      y: new Int32Array(numNodes),
      split: { train: Int32Array.of(0), val: null, test: null },
    },
  };
  // Each edge in both directions, by target, then source.
  const edgeIndex = {
    source: Int32Array.from({ length: 2 * spokes.length }, (_, e) => (e < spokes.length ? spokes[e]! : 0)),
    target: Int32Array.from({ length: 2 * spokes.length }, (_, e) =>
      e < spokes.length ? 0 : spokes[e - spokes.length]!,
    ),
  };
  const graph = { ...star, edgeIndex };
  const wide = Math.ceil(Math.sqrt(numNodes));
  const positions = Float32Array.from({ length: 2 * numNodes }, (_, k) =>
    k % 2 ? Math.floor((k >> 1) / wide) : (k >> 1) % wide,
  );
  store.setState({
    graph: {
      data: graph,
      base: graph,
      edits: NO_EDITS,
      descriptor: descriptorOf('karate'),
      positions,
      layoutRunning: false,
    },
  });
  mount();
  await vi.waitFor(() => expect(stageOf('graph').querySelector('canvas')).not.toBeNull(), {
    timeout: 20_000,
  });
  await frames(6);
  recolour(numNodes, PREDICTED[0]);
  await frames(20);
  const many = await callsOf(() => recolour(numNodes, PREDICTED[1]));
  expect(many).toBeGreaterThan(0);
  expect(many).toBeLessThan(numNodes / 500);

  // The last node is the grid's top end; node 0, the hub, its lower left corner.
  const corner = { x: 12, y: SIDE - 12 };
  await userEvent.hover(stageOf('graph'), { position: corner });
  await vi.waitFor(() => expect(store.getState().hovered).not.toBeNull());
  await userEvent.click(stageOf('graph'), { position: corner });
  await vi.waitFor(() => expect(store.getState().view.selection).toHaveLength(1));
  // Names come with room: some at once, and those of a few nodes once they fill the canvas.
  const { view } = store.getState();
  store.setState({ view: { ...view, selection: [] } });
  await frames(4);
  const names = layerOf('graph', 'names')!;
  await vi.waitFor(() => expect(inkOf(names)).toBeGreaterThan(100));
});
