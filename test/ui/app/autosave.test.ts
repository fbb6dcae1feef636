import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATASETS, isOwnId } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import type { EpochRecord, Keyframe } from '../../../src/data/run/records';
import { createContext } from '../../../src/ui/app/context';
import { openKept, whenWritten, whyNotKept, type Kept } from '../../../src/ui/app/autosave/database';
import { createGraphShelf } from '../../../src/ui/app/autosave/graphShelf';
import { createKeeper, type KeeperParts } from '../../../src/ui/app/autosave/keeper';
import { restoreSession, type RestoreParts } from '../../../src/ui/app/autosave/restore';
import { createSessionStore, MOST_SESSIONS } from '../../../src/ui/app/autosave/sessionStore';
import type { Scene } from '../../../src/ui/state/scene';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { recordOf } from '../../records';

const record = (epoch: number): EpochRecord =>
  recordOf({ train: 1, val: null, test: null, all: 0.5 }, { epoch, loss: 1 / (1 + epoch), ms: 1 });
const records = (count: number) => Array.from({ length: count }, (_, epoch) => record(epoch));
const keyframe = (epoch: number): Keyframe => ({
  epoch,
  weights: Float32Array.of(1, epoch),
  firstMoment: new Float32Array(2),
  secondMoment: new Float32Array(2),
});
const run = defaultRun({ id: 'karate', labelling: null }, 3);
const scene: Scene = { run, pending: null, epoch: 2, view: DEFAULT_VIEW, graph: null, results: null };

let kept: Kept;
let name = 0;
beforeEach(() => {
  kept = openKept(`test-${name++}`);
});
afterEach(() => kept.forget());

const visit = () => {
  const store = createAppStore({ run, view: DEFAULT_VIEW, descriptor: DATASETS[0]!, secure: true });
  return { store, context: createContext(store) };
};

const keeperParts = (): Omit<KeeperParts, 'id'> => ({
  sessions: createSessionStore(kept),
  engine: { number: () => 2, keyframe: (number) => keyframe(number * 10) },
  pack: (state) => Uint8Array.of(state.training.epoch),
  sentence: (state) => `${state.runs.length} earlier runs`,
});

describe('the keeper', () => {
  it('keeps nothing of a visit in which nothing was done', async () => {
    const { context } = visit();
    const keeper = createKeeper(context, { ...keeperParts(), id: 'a' });
    await keeper.keep();
    expect(await createSessionStore(kept).all()).toEqual([]);
    keeper.stop();
  });

  it('keeps what is open and the runs before it, each with its newest keyframe', async () => {
    const { store, context } = visit();
    const parts = keeperParts();
    const keeper = createKeeper(context, { ...parts, id: 'a', now: () => 1000 });
    store.setState({
      runs: [{ number: 1, name: 'first', run, records: records(5), smoothing: [] }],
      training: { ...store.getState().training, records: records(3), epoch: 2 },
    });
    await keeper.keep();
    keeper.stop();
    expect(await parts.sessions.all()).toEqual([
      { id: 'a', keptAt: 1000, sentence: '1 earlier runs', scene: Uint8Array.of(2), open: 2, runs: [1] },
    ]);
    expect(await parts.sessions.trainings('a')).toEqual([
      { number: 1, name: 'first', run, records: records(5), smoothing: [], keyframe: keyframe(10) },
      { number: 2, name: null, run, records: records(3), smoothing: [], keyframe: keyframe(20) },
    ]);
  });

  it('writes a run again only when it has changed, and lets one go that was forgotten', async () => {
    const { store, context } = visit();
    const parts = keeperParts();
    const put = vi.spyOn(parts.sessions, 'put');
    const keeper = createKeeper(context, { ...parts, id: 'a' });
    const first = { number: 1, name: null, run, records: records(5), smoothing: [] };
    store.setState({
      runs: [first],
      training: { ...store.getState().training, records: records(3) },
    });
    await keeper.keep();
    store.setState({ training: { ...store.getState().training, records: records(4) } });
    await keeper.keep();
    expect(put.mock.calls.map(([, changed]) => changed.map(({ number }) => number))).toEqual([[1, 2], [2]]);
    store.setState({ runs: [] });
    await keeper.keep();
    keeper.stop();
    expect((await parts.sessions.trainings('a')).map(({ number }) => number)).toEqual([2]);
  });

  it('keeps by itself, a while after a change', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store, context } = visit();
    const parts = keeperParts();
    const put = vi.spyOn(parts.sessions, 'put').mockResolvedValue();
    const keeper = createKeeper(context, { ...parts, id: 'a' });
    store.setState({ training: { ...store.getState().training, records: records(3) } });
    expect(put).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(put).toHaveBeenCalledTimes(1);
    keeper.stop();
    vi.useRealTimers();
  });

  it('keeps where a run is gone back to', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store, context } = visit();
    const parts = keeperParts();
    store.setState({ training: { ...store.getState().training, records: records(30), epoch: 29 } });
    const put = vi.spyOn(parts.sessions, 'put').mockResolvedValue();
    const keeper = createKeeper(context, { ...parts, id: 'a' });
    store.setState({ training: { ...store.getState().training, epoch: 20 } });
    await vi.advanceTimersByTimeAsync(2000);
    expect(put.mock.calls.map(([session]) => session.scene)).toEqual([Uint8Array.of(20)]);
    keeper.stop();
    vi.useRealTimers();
  });

  it('keeps at once when training stops', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store, context } = visit();
    const parts = keeperParts();
    const put = vi.spyOn(parts.sessions, 'put').mockResolvedValue();
    const keeper = createKeeper(context, { ...parts, id: 'a' });
    const train = (phase: 'playing' | 'paused') =>
      store.setState({ training: { ...store.getState().training, records: records(3), phase } });
    train('playing');
    await vi.advanceTimersByTimeAsync(10);
    expect(put).not.toHaveBeenCalled();
    train('paused');
    await vi.advanceTimersByTimeAsync(10);
    expect(put).toHaveBeenCalledTimes(1);
    keeper.stop();
    vi.useRealTimers();
  });

  it('tries without keyframes where the browser is full, and tells once when even that does not fit', async () => {
    const { store, context } = visit();
    const parts = keeperParts();
    const full = new DOMException('no room', 'QuotaExceededError');
    const put = vi.spyOn(parts.sessions, 'put').mockRejectedValueOnce(full).mockResolvedValueOnce();
    const keeper = createKeeper(context, { ...parts, id: 'a' });
    store.setState({ training: { ...store.getState().training, records: records(3) } });
    await keeper.keep();
    expect(put.mock.calls.map(([, [training]]) => training?.keyframe ?? null)).toEqual([keyframe(20), null]);
    expect(store.getState().notices).toEqual([]);
    put.mockRejectedValue(full);
    await keeper.keep();
    await keeper.keep();
    keeper.stop();
    expect(store.getState().notices.map(({ tone, text }) => ({ tone, text }))).toEqual([
      { tone: 'warning', text: `This visit is not kept for later. ${whyNotKept(full)}` },
    ]);
    expect(whyNotKept(full)).toMatch(/no room left/);
  });
});

describe('the sessions', () => {
  it('are the newest few, the newest first, and the runs of the others go with them', async () => {
    const sessions = createSessionStore(kept);
    const training = { number: 1, name: null, run, records: [], smoothing: [], keyframe: null };
    for (let i = 0; i < MOST_SESSIONS + 2; i++)
      await sessions.put(
        { id: `s${i}`, keptAt: i, sentence: '', scene: new Uint8Array(), open: 1, runs: [] },
        [training],
      );
    expect((await sessions.all()).map(({ id }) => id)).toEqual(['s6', 's5', 's4', 's3', 's2']);
    expect(await sessions.trainings('s0')).toEqual([]);
    expect(await sessions.trainings('s6')).toEqual([training]);
  });
});

describe('bringing a session back', () => {
  const setUp = (over: Partial<RestoreParts> = {}) => {
    const { store, context } = visit();
    const sessions = createSessionStore(kept);
    const did: string[] = [];
    const adopted: (Keyframe | null)[] = [];
    const parts: RestoreParts = {
      sessions,
      findGraph: async () => null,
      unpack: async () => scene,
      engine: {
        number: () => 50,
        adopt: (frame) => adopted.push(frame) + 100,
        forget: (number) => void did.push(`forget ${number}`),
      },
      open: async ({ epoch }) => void did.push(`open at ${epoch}`),
      isOwn: isOwnId,
      keep: async () => void did.push('keep'),
      ...over,
    };
    return { store, context, sessions, parts, did, adopted };
  };
  const session = { id: 'a', keptAt: 1, sentence: '', scene: new Uint8Array(), open: 2, runs: [1] };
  const training = (number: number) => ({
    number,
    name: number === 1 ? 'first' : null,
    run: { ...run, seed: number },
    records: records(5),
    smoothing: [],
    keyframe: keyframe(number),
  });

  it('brings every run under a number of this visit, then opens what was open', async () => {
    const { store, context, sessions, parts, did, adopted } = setUp();
    await sessions.put(session, [training(1), training(2)]);
    await restoreSession(context, session, parts);
    expect(store.getState().runs.map(({ number, name: called }) => [number, called])).toEqual([
      [101, 'first'],
      [102, null],
    ]);
    expect(adopted).toEqual([keyframe(1), keyframe(2)]);
    expect(did).toEqual(['open at 2', 'keep']);
    expect(await sessions.all()).toEqual([]);
  });

  it('leaves out the run that is open already, as after a reload', async () => {
    const { store, context, sessions, parts } = setUp();
    await sessions.put(session, [training(1), training(2)]);
    store.setState({
      run: { ...run, seed: 2 },
      training: { ...store.getState().training, records: records(5) },
    });
    await restoreSession(context, session, parts);
    expect(store.getState().runs.map(({ run: { seed } }) => seed)).toEqual([1]);
  });

  it('takes the place of the same run that a reload has trained again, as far as that came', async () => {
    const open = { number: 50, name: null, run: { ...run, seed: 2 }, records: records(4), smoothing: [] };
    for (const [change, left] of [
      [{}, [101, 102]],
      // Another run, or one that has gone further meanwhile, stays.
      [{ run: { ...run, seed: 9 } }, [101, 102, 50]],
      [{ records: records(9) }, [101, 102, 50]],
    ] as const) {
      const { store, context, sessions, parts, did } = setUp();
      const opened = {
        ...parts,
        // What was open goes into the table, as the runner does.
        open: async () => store.setState({ runs: [...store.getState().runs, { ...open, ...change }] }),
      };
      await sessions.put(session, [training(1), training(2)]);
      await restoreSession(context, session, opened);
      expect(store.getState().runs.map(({ number }) => number)).toEqual(left);
      expect(did).toEqual(left.length === 2 ? ['forget 50', 'keep'] : ['keep']);
    }
  });

  it('leaves out a run whose graph is gone or that cannot be read, and says so', async () => {
    const { store, context, sessions, parts } = setUp();
    const gone = { ...run, data: { id: 'own-0123456789abcdef', labelling: null } };
    await sessions.put({ ...session, runs: [1, 3] }, [
      { ...training(1), run: gone },
      training(2),
      { ...training(3), run: { ...run, version: 99 } },
    ]);
    await restoreSession(context, session, parts);
    expect(store.getState().runs.map(({ number }) => number)).toEqual([101]);
    expect(store.getState().notices[0]?.text).toMatch(
      /its graph own-0123456789abcdef is no longer kept; run.version/,
    );
  });

  it('keeps the session where it could not be opened', async () => {
    const { context, sessions, parts } = setUp({
      open: () => Promise.reject(new Error('no such set')),
    });
    await sessions.put(session, [training(1), training(2)]);
    await expect(restoreSession(context, session, parts)).rejects.toThrow('no such set');
    expect(await sessions.all()).toHaveLength(1);
  });
});

describe('the shelf of own graphs', () => {
  const descriptor = { ...DATASETS[0]!, id: 'own-0123456789abcdef', name: 'Mine' };

  it('gives a graph back as it was put, lists it without its bytes, and forgets it', async () => {
    const shelf = createGraphShelf(kept);
    await shelf.put({ descriptor, packed: Uint8Array.of(1, 2, 3) });
    expect(await shelf.list()).toEqual([descriptor]);
    expect(await shelf.get(descriptor.id)).toEqual({ descriptor, packed: Uint8Array.of(1, 2, 3) });
    await shelf.remove(descriptor.id);
    expect(await shelf.list()).toEqual([]);
    expect(await shelf.get(descriptor.id)).toBeNull();
  });

  it('is empty once everything is forgotten, and can be used again', async () => {
    const shelf = createGraphShelf(kept);
    await shelf.put({ descriptor, packed: Uint8Array.of(1) });
    await kept.forget();
    expect(await shelf.list()).toEqual([]);
    await shelf.put({ descriptor, packed: Uint8Array.of(1) });
    expect(await shelf.list()).toHaveLength(1);
  });
});

describe('a transaction that is not written', () => {
  it('tells its own reason, and not that its requests were aborted', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    const aborted = () => Promise.reject(new DOMException('The transaction was aborted', 'AbortError'));
    const done = new Promise<void>((_, reject) => setTimeout(() => reject(full)));
    const error = await whenWritten(done, [aborted(), aborted()]).catch((reason: unknown) => reason);
    expect(error).toBe(full);
    expect(whyNotKept(error)).toMatch(/no room left/);
    await expect(whenWritten(Promise.resolve(), [Promise.resolve(1)])).resolves.toBeUndefined();
  });
});
