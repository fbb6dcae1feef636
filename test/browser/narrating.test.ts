/** The narration's own clock, keys and ends, with the page's own timers and events. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { karate } from '../../src/data/generators/karate';
import { descriptorOf } from '../../src/data/run/catalogue';
import { defaultRun } from '../../src/data/run/defaults';
import { NO_EDITS } from '../../src/data/run/edits';
import { createContext } from '../../src/ui/app/context';
import { createNarrator, msFor, type Narrator } from '../../src/ui/app/narrating';
import { createAppStore, type Store } from '../../src/ui/state/store';
import { predictionsOf } from '../../src/ui/state/trainingSlice';
import { DEFAULT_VIEW, type ViewSpec } from '../../src/ui/state/viewSpec';
import { frameOf } from '../records';

const graph = karate('factions');
/** Long enough for any sentence. */
const LONG = 60_000;
let store: Store;
let narrator: Narrator;
let remembered: number;

const told = () => store.getState().narration;
const place = () => [store.getState().view.layer, told()?.beat];
const press = (key: string, on: EventTarget = document.body) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
/** What is told is put in a microtask after a change. */
const settled = () => Promise.resolve();
const look = (change: Partial<ViewSpec>) => store.setState(({ view }) => ({ view: { ...view, ...change } }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const descriptor = descriptorOf('karate');
  store = createAppStore({
    // Label propagation has its account at hand: nothing has to be asked of an engine.
    run: {
      ...defaultRun({ id: 'karate', labelling: 'factions' }),
      model: {
        id: 'labelPropagation',
        layers: [],
        method: { kind: 'labelPropagation', form: 'clamped', alpha: 0.9 },
      },
    },
    view: { ...DEFAULT_VIEW, layer: 'z' },
    descriptor,
    secure: true,
  });
  const probabilities = new Float32Array(68).fill(0.5);
  store.setState(({ training }) => ({
    graph: {
      data: graph,
      base: graph,
      edits: NO_EDITS,
      descriptor,
      positions: new Float32Array(68),
      layoutRunning: false,
    },
    training: {
      ...training,
      phase: 'paused',
      frame: frameOf(0, probabilities),
      predictions: predictionsOf(probabilities, 2),
      layers: [
        { id: 'x', label: 'X', kind: 'input', numRows: 34, numCols: 34 },
        { id: 'z', label: 'Z', kind: 'output', numRows: 34, numCols: 2 },
      ],
    },
  }));
  remembered = 0;
  narrator = createNarrator(createContext(store), look, () => (remembered += 1));
});

afterEach(() => {
  if (told()) narrator.toggle();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('playing through the layers', () => {
  it('begins at the input, goes on by itself no sooner than a sentence can be read, and stands still at the end', async () => {
    narrator.toggle();
    expect(place()).toEqual(['x', 0]);
    expect(told()?.isPlaying).toBe(true);
    const [text] = [told()?.told?.text ?? ''];
    expect(text).not.toBe('');
    vi.advanceTimersByTime(msFor(text) - 1);
    expect(place()).toEqual(['x', 0]);
    vi.advanceTimersByTime(1);
    await settled();
    expect(place()).toEqual(['z', 0]);
    for (let i = 0; i < 6; i++) {
      vi.advanceTimersByTime(LONG);
      await settled();
    }
    expect(place()).toEqual(['z', 2]);
    expect([told()?.isPlaying, vi.getTimerCount(), remembered]).toEqual([false, 0, 1]);
  });

  it('is slow: a sentence of a hundred letters stays for at least five seconds', () => {
    expect(msFor('x'.repeat(100))).toBeGreaterThan(5000);
  });

  it('tells of a node of its choice where none is selected, and says so', () => {
    narrator.toggle();
    expect(told()?.isChosen).toBe(true);
    expect(store.getState().view.selection).toHaveLength(1);
    narrator.toggle();
    look({ selection: [7] });
    narrator.toggle();
    expect([told()?.isChosen, told()?.told?.node]).toEqual([false, 7]);
  });

  it('goes step by step with the arrow keys, over the ends of layers in both directions, and stands then', async () => {
    narrator.toggle();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) {
      press(key);
      await settled();
    }
    expect(place()).toEqual(['z', 2]);
    expect(told()?.isPlaying).toBe(false);
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
      press(key);
      await settled();
    }
    expect(place()).toEqual(['x', 0]);
    press('ArrowRight');
    press('ArrowLeft');
    await settled();
    expect(place()).toEqual(['x', 0]);
    vi.advanceTimersByTime(LONG);
    expect(place()).toEqual(['x', 0]);
  });

  it('stands still and goes on at the space bar, and leaves fields and canvases their keys', async () => {
    narrator.toggle();
    press(' ');
    expect(told()?.isPlaying).toBe(false);
    vi.advanceTimersByTime(LONG);
    expect(place()).toEqual(['x', 0]);
    const field = document.createElement('input');
    const canvas = document.createElement('div');
    canvas.setAttribute('role', 'application');
    document.body.append(field, canvas);
    for (const element of [field, canvas]) expect(press('ArrowRight', element)).toBe(true);
    await settled();
    expect(place()).toEqual(['x', 0]);
    press(' ');
    vi.advanceTimersByTime(msFor(told()?.told?.text ?? ''));
    await settled();
    expect(place()).toEqual(['z', 0]);
    field.remove();
    canvas.remove();
  });

  it.each([
    ['Escape', () => press('Escape')],
    ['a second call', () => narrator.toggle()],
    [
      'a selection that is cleared',
      () => {
        look({ selection: [] });
        return settled();
      },
    ],
  ])('is ended by %s where it is, with nothing left to come', async (_, end) => {
    narrator.toggle();
    press('ArrowRight');
    await settled();
    await end();
    await settled();
    expect([told(), store.getState().view.layer, vi.getTimerCount()]).toEqual([null, 'z', 0]);
    expect(press('ArrowLeft')).toBe(true);
    expect(store.getState().view.layer).toBe('z');
  });

  it('moves to another layer or node that is chosen meanwhile', async () => {
    narrator.toggle();
    look({ layer: 'z' });
    await settled();
    expect(place()).toEqual(['z', 0]);
    look({ selection: [5] });
    await settled();
    expect([told()?.told?.node, told()?.isChosen]).toEqual([5, false]);
  });

  it('shows stills where motion is not wanted: the same sentences, one at each step', async () => {
    const original = window.matchMedia.bind(window);
    vi.spyOn(window, 'matchMedia').mockImplementation(() => original('all'));
    narrator.toggle();
    expect([told()?.isPlaying, told()?.told?.text.length !== 0]).toEqual([false, true]);
    vi.advanceTimersByTime(LONG);
    expect(place()).toEqual(['x', 0]);
    narrator.step(1);
    await settled();
    expect(place()).toEqual(['z', 0]);
  });

  it('does nothing while there are no layers', () => {
    store.setState(({ training }) => ({ training: { ...training, layers: [] } }));
    narrator.toggle();
    expect([told(), remembered]).toEqual([null, 0]);
  });
});
