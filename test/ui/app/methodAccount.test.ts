import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_EDITS } from '../../../src/data/run/edits';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { Account } from '../../../src/data/run/account';
import { followAccount } from '../../../src/ui/app/methodAccount';
import { createContext } from '../../../src/ui/app/context';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const data = karate(null);
const runOf = (id: string) =>
  defaultRun(
    { id: 'karate', labelling: null },
    0,
    MODELS.find((model) => model.id === id),
  );
const productsOf = (node: number): Account => ({
  kind: 'products',
  node,
  epoch: 0,
  nodes: new Int32Array(0),
  products: new Float32Array(0),
  own: 0,
});
const LAYERS = [{ id: 'x', label: 'X', kind: 'input', numRows: 34, numCols: 34 }] as const;

function setUp(model: string) {
  const store = createAppStore({
    run: runOf(model),
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  const asked: number[] = [];
  followAccount(createContext(store), {
    account: async (node) => {
      asked.push(node);
      return productsOf(node);
    },
  });
  const settled = async () => {
    for (let i = 0; i < 4; i++) await vi.advanceTimersByTimeAsync(500);
  };
  const stand = (epoch: number) =>
    store.setState((state) => ({ training: { ...state.training, phase: 'paused', layers: LAYERS, epoch } }));
  const select = (...selection: number[]) =>
    store.setState((state) => ({ view: { ...state.view, selection } }));
  store.setState({
    graph: {
      data,
      base: data,
      edits: NO_EDITS,
      descriptor: descriptorOf('karate'),
      positions: new Float32Array(68),
      layoutRunning: false,
    },
  });
  stand(0);
  return { store, asked, settled, stand, select };
}

describe('how the selected node came about, in models without layers', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('window', globalThis);
    return () => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    };
  });

  it('is asked once for a node, and again for another one and by a factorisation for another epoch', async () => {
    const { store, asked, settled, stand, select } = setUp('factorisation');
    select(8);
    await settled();
    expect(store.getState().accounted.account).toEqual(productsOf(8));
    select(9);
    await settled();
    stand(1);
    await settled();
    expect(asked).toEqual([8, 9, 9]);
  });

  it('does not hang on the epoch for walks', async () => {
    const { asked, settled, stand, select } = setUp('node2vec');
    select(8);
    await settled();
    stand(1);
    await settled();
    expect(asked).toEqual([8]);
  });

  it('is forgotten with no node or several, and never asked of models that have layers', async () => {
    const { store, settled, select } = setUp('node2vec');
    select(8);
    await settled();
    select(8, 9);
    await settled();
    expect(store.getState().accounted.account).toBeNull();
    const layered = setUp('gcn');
    layered.select(8);
    await layered.settled();
    expect(layered.asked).toEqual([]);
  });

  it('ends colours by walks with the model that takes them', async () => {
    const { store } = setUp('node2vec');
    store.setState((state) => ({ view: { ...state.view, colourBy: 'walks' } }));
    store.setState({ run: runOf('node2vec') });
    await Promise.resolve();
    expect(store.getState().view.colourBy).toBe('walks');
    store.setState({ run: runOf('gcn') });
    await Promise.resolve();
    expect(store.getState().view.colourBy).toBe('prediction');
  });
});
