/** Brings a kept session back: its runs into the table, and what was open onto the page, where it stood. */
import { messageOf } from '../../../data/base/errors';
import { canonical } from '../../../data/run/runSpec';
import { validateRunSpec } from '../../../data/run/validate';
import type { Keyframe } from '../../../data/run/records';
import type { AppState } from '../../state/appState';
import { runForgotten, type PastRun } from '../../state/runs';
import type { Scene } from '../../state/scene';
import type { Context } from '../context';
import { presentRecord } from './formerRecord';
import type { KeptSession, KeptTraining } from './records';
import type { SessionStore } from './sessionStore';

export interface RestoreParts {
  readonly sessions: Pick<SessionStore, 'trainings' | 'remove'>;
  readonly isOwn: (id: string) => boolean;
  /** Makes the visitor's own graph known; null: neither the page nor the browser has it. */
  readonly findGraph: (id: string) => Promise<unknown>;
  /** Reads the scene that was open, its graph looked for in the same way. */
  readonly unpack: (bytes: Uint8Array) => Promise<Scene>;
  readonly engine: {
    /** Of the open run. */
    number(): number;
    adopt(keyframe: Keyframe | null): number;
    forget(number: number): void;
  };
  /** Opens the scene: by going back to its run where that is in the table. */
  readonly open: (scene: Scene) => Promise<void>;
  /** Keeps the present visit at once. */
  readonly keep: () => Promise<void>;
}

/** The run as this version reads it, or why it cannot be had. */
async function read(
  { run, name, records, smoothing }: KeptTraining,
  { findGraph, isOwn }: RestoreParts,
): Promise<Omit<PastRun, 'number'> | string> {
  try {
    const id = idOf(run);
    if (id !== null && isOwn(id) && !(await findGraph(id))) return `its graph ${id} is no longer kept`;
    return { run: validateRunSpec(run), name, records: records.map(presentRecord), smoothing };
  } catch (error) {
    return messageOf(error);
  }
}

function idOf(run: unknown): string | null {
  if (typeof run !== 'object' || run === null || !('data' in run)) return null;
  const { data } = run;
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string'
    ? data.id
    : null;
}

/** Whether the page has it already, as after a reload: the address leads to the run that was open. */
const isOpen = ({ run, training }: AppState, kept: Omit<PastRun, 'number'>): boolean =>
  training.records.length >= kept.records.length && canonical(run) === canonical(kept.run);

/** Whether it is the same run, trained further: a reload trains the open one again as far as the address says. */
const goesFurther = (kept: Omit<PastRun, 'number'>, { run, records }: Pick<PastRun, 'run' | 'records'>) =>
  kept.records.length > records.length && canonical(kept.run) === canonical(run);

export async function restoreSession(
  { store, update, notify }: Context,
  session: KeptSession,
  parts: RestoreParts,
): Promise<void> {
  const restored: PastRun[] = [];
  const lost: string[] = [];
  for (const training of await parts.sessions.trainings(session.id)) {
    const found = await read(training, parts);
    if (typeof found === 'string') lost.push(found);
    else if (!isOpen(store.getState(), found))
      restored.push({ ...found, number: parts.engine.adopt(training.keyframe) });
  }
  update((state) => ({ ...state, runs: [...restored, ...state.runs] }));
  const before = parts.engine.number();
  await parts.open(await parts.unpack(session.scene));
  // What was open stands in the table now; a restored run that goes further takes its place.
  const left = store.getState().runs.find(({ number }) => number === before);
  if (left && restored.some((kept) => goesFurther(kept, left))) {
    update(runForgotten(before));
    parts.engine.forget(before);
  }
  if (lost.length > 0)
    notify('warning', `Some of what was kept could not be brought back: ${lost.join('; ')}.`);
  // What it held is this visit's now, and is kept with it.
  await parts.keep();
  await parts.sessions.remove(session.id);
}
