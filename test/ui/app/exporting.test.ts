/** What of a run goes to the worker that writes it, and what comes back: the page waits while either is copied. */
import { afterEach, expect, it, vi } from 'vitest';
import type { ExportId } from '../../../src/data/export/kinds';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import { exportAs } from '../../../src/ui/app/exporting';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { frameOf } from '../../records';

const club = { ...karate(null), nodeNames: null };
const state = (() => {
  const descriptor = descriptorOf('karate');
  const run = defaultRun({ id: 'karate', labelling: null });
  const now = createAppStore({ run, view: DEFAULT_VIEW, descriptor, secure: true }).getState();
  return {
    ...now,
    graph: {
      data: club,
      base: club,
      edits: NO_EDITS,
      descriptor,
      positions: new Float32Array(68),
      layoutRunning: false,
    },
    training: {
      ...now.training,
      phase: 'ready' as const,
      frame: frameOf(0, new Float32Array(68).fill(0.5)),
      predictions: new Int32Array(34),
      layers: [{ id: 'z', label: 'Z', kind: 'output' as const, numRows: 34, numCols: 2 }],
    },
  };
})();

const blob = new Blob(['written']);
const sent: { args: { facts: object } }[] = [];
class Writer extends EventTarget {
  postMessage(message: { id: number; args: { facts: object } }) {
    sent.push(message);
    const data = { kind: 'done', id: message.id, result: blob };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
  terminate() {}
}

afterEach(() => vi.unstubAllGlobals());

async function factsSent(kind: ExportId) {
  vi.stubGlobal('Worker', Writer);
  vi.stubGlobal('document', { documentElement: { dataset: { theme: 'light' } } });
  sent.length = 0;
  const matrix = { numRows: 34, numCols: 2, values: new Float32Array(68) };
  const activations = vi.fn(() => Promise.resolve({ epoch: 0, activations: { kind: 'dense', matrix } }));
  const file = await exportAs(kind, {
    state: () => state,
    engine: { activations, weights: vi.fn() } as never,
  });
  // The worker's own, whose bytes never were on the page's thread.
  expect(file.blob).toBe(blob);
  return { facts: sent[0]!.args.facts, asked: activations.mock.calls.length };
}

/** Texts anywhere in it. */
const textsIn = (value: unknown): number => {
  if (typeof value === 'string') return 1;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + textsIn(each), 0);
};

it('sends a colour per class and no features, and rows of a layer only for a file that tells them', async () => {
  const { facts, asked } = await factsSent('predictions.csv');
  expect(asked).toBe(0);
  expect(facts).toMatchObject({ embedding: null });
  expect(facts).not.toHaveProperty('graph.features');
  // Those of the run, and none for a node: this club has no names.
  expect(textsIn({ ...facts, run: null })).toBeLessThan(34);
  expect((await factsSent('graph.graphml')).asked).toBe(1);
});
