/** Playing through the layers, with the page's own timers and events. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { descriptorOf } from '../../src/data/spec/catalogue';
import { defaultRun } from '../../src/data/spec/defaults';
import { createContext } from '../../src/ui/app/context';
import { createLayerPlayer, layerAfter, type LayerPlayer } from '../../src/ui/app/playLayers';
import { createAppStore, type Store } from '../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../src/ui/state/viewSpec';

const IDS = ['x', 'h1', 'z'];
let store: Store;
let player: LayerPlayer;
let seen: string[];
let remembered: number;

const layer = () => store.getState().view.layer;
const walking = () => store.getState().walking;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  store = createAppStore({
    run: defaultRun({ id: 'karate', labelling: null }),
    view: { ...DEFAULT_VIEW, layer: 'z', selection: [3] },
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  const layers = IDS.map((id) => ({ id, label: id, kind: 'hidden' as const, numRows: 1, numCols: 1 }));
  store.setState(({ training }) => ({ training: { ...training, layers } }));
  seen = [];
  remembered = 0;
  player = createLayerPlayer(
    createContext(store),
    (change) => {
      const { view } = store.getState();
      store.setState({
        view: { ...view, ...change },
        // The picture of the layer is there at once.
        projection: { kind: 'nothing', layer: change.layer ?? view.layer, epoch: 0, sentence: '' },
      });
      seen.push(change.layer ?? '');
    },
    () => (remembered += 1),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('playing through the layers', () => {
  it('steps from the input to the output and stops there, as one step of undo', () => {
    player.play();
    expect([layer(), walking()]).toEqual(['x', true]);
    vi.advanceTimersByTime(1300);
    expect(layer()).toBe('h1');
    vi.advanceTimersByTime(5000);
    expect([layer(), walking()]).toEqual(['z', false]);
    expect(seen).toEqual(IDS);
    expect([remembered, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it.each([
    [
      'a press anywhere',
      () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
    ],
    [
      'Escape',
      () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    ],
    ['a second call', () => player.play()],
  ])('is ended by %s where it is, with nothing left to come', (_, end) => {
    player.play();
    vi.advanceTimersByTime(1300);
    end();
    expect([layer(), walking(), vi.getTimerCount()]).toEqual(['h1', false, 0]);
    vi.advanceTimersByTime(10_000);
    expect(layer()).toBe('h1');
  });

  it('goes on under other keys', () => {
    player.play();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(walking()).toBe(true);
    player.play();
  });

  it('waits for the picture of a layer, but not for ever', () => {
    player.play();
    store.setState({ projection: null });
    vi.advanceTimersByTime(3000);
    expect(layer()).toBe('x');
    vi.advanceTimersByTime(1500);
    expect(layer()).toBe('h1');
    player.play();
  });

  it('goes a step at each call where motion is not wanted', () => {
    const original = window.matchMedia.bind(window);
    vi.spyOn(window, 'matchMedia').mockImplementation(() => original('all'));
    player.play();
    player.play();
    expect(seen).toEqual(['x', 'h1']);
    expect([walking(), vi.getTimerCount()]).toEqual([false, 0]);
  });

  it('does nothing while there are no layers', () => {
    store.setState(({ training }) => ({ training: { ...training, layers: [] } }));
    player.play();
    expect([walking(), remembered]).toEqual([false, 0]);
    expect(layerAfter([], 'x')).toBeNull();
  });
});
