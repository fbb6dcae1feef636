/**
 * Keeps the visit as it goes, so that a closed lid or a crash loses nothing: what is open, and every run with its newest
 * keyframe. A run is written again only when it has changed.
 */
import { hasEdits } from '../../../data/run/edits';
import type { Keyframe } from '../../../data/run/records';
import type { AppState } from '../../state/appState';
import type { PastRun } from '../../state/runs';
import { settled } from '../../state/settings';
import type { Context } from '../context';
import { isFull, whyNotKept } from './database';
import type { KeptSession, KeptTraining } from './records';
import type { SessionStore } from './sessionStore';

/** After a change, so that a drag is kept once. */
const QUIET_MS = 1500;
/** While training, and every change starts the wait again; a visit that is not kept yet waits no longer than quietly. */
const LONGEST_MS = 5000;

export interface KeeperParts {
  readonly sessions: SessionStore;
  /** Of this visit. */
  readonly id: string;
  readonly engine: {
    number(): number;
    keyframe(number: number): Keyframe | null;
  };
  /** What is open, as a scene's bytes. */
  readonly pack: (state: AppState) => Uint8Array;
  readonly sentence: (state: AppState) => string;
  readonly now?: () => number;
}

export interface Keeper {
  /** Keeps the visit as it is, at once. */
  keep(): Promise<void>;
  /** Keeps nothing more of this visit. */
  stop(): void;
}

/** Whether something would be lost with it. */
export const isWorthKeeping = ({ training, run, runs }: AppState): boolean =>
  training.records.length > 1 || hasEdits(settled(run).edits) || runs.length > 0;

const SEEN = ['run', 'pending', 'view', 'runs', 'runName'] as const satisfies readonly (keyof AppState)[];

const isChanged = (now: AppState, before: AppState): boolean =>
  SEEN.some((key) => now[key] !== before[key]) ||
  now.training.records !== before.training.records ||
  now.training.epoch !== before.training.epoch;

const hasStopped = (now: AppState, before: AppState): boolean =>
  before.training.phase === 'playing' && now.training.phase !== 'playing';

export function createKeeper({ store, notify }: Context, parts: KeeperParts): Keeper {
  const { sessions, id, engine, pack, sentence, now = Date.now } = parts;
  /** What is in the store already: by number, the records and the name they were kept with. */
  const written = new Map<number, Pick<PastRun, 'records' | 'name'>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitsSince: number | null = null;
  let isStopped = false;
  let isKept = false;
  let isTold = false;
  let withKeyframes = true;

  const openRun = ({ training, run, runName }: AppState): PastRun | null =>
    training.records.length > 1 || hasEdits(run.edits)
      ? {
          number: engine.number(),
          name: runName,
          run,
          records: training.records,
          smoothing: training.smoothing,
        }
      : null;

  const write = async (state: AppState) => {
    const open = openRun(state);
    const all = [...state.runs, ...(open ? [open] : [])];
    const changed = all.filter(({ number, records, name }) => {
      const known = written.get(number);
      return known?.records !== records || known.name !== name;
    });
    const session: KeptSession = {
      id,
      keptAt: now(),
      sentence: sentence(state),
      scene: pack(state),
      open: open?.number ?? null,
      runs: state.runs.map(({ number }) => number),
    };
    const trainings = changed.map((run): KeptTraining => ({
      ...run,
      keyframe: withKeyframes ? engine.keyframe(run.number) : null,
    }));
    await sessions.put(session, trainings);
    isKept = true;
    for (const run of changed) written.set(run.number, run);
  };

  const keep = async () => {
    clearTimeout(timer);
    waitsSince = null;
    const state = store.getState();
    if (isStopped || !isWorthKeeping(state)) return;
    try {
      await write(state).catch((error: unknown) => {
        if (!isFull(error) || !withKeyframes) throw error;
        // Without keyframes a run takes longer to come back, and little room.
        withKeyframes = false;
        return write(state);
      });
    } catch (error) {
      if (isTold) return;
      isTold = true;
      notify('warning', `This visit is not kept for later. ${whyNotKept(error)}`);
    }
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (isStopped || !(isChanged(state, before) || hasStopped(state, before))) return;
    waitsSince ??= now();
    clearTimeout(timer);
    const isDue = hasStopped(state, before) || now() - waitsSince > (isKept ? LONGEST_MS : QUIET_MS);
    timer = setTimeout(() => void keep(), isDue ? 0 : QUIET_MS);
  });

  return {
    keep,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
