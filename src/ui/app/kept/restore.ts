/** Brings a kept session back: its runs into the table, and what was open onto the page, where it stood. */
import { messageOf } from '../../../data/base/errors';
import type { RunSpec } from '../../../data/spec/runSpec';
import { validateRunSpec } from '../../../data/spec/validate';
import type { Keyframe } from '../../../engine/types';
import type { PastRun } from '../../state/runs';
import type { Scene } from '../../state/scene';
import type { Context } from '../context';
import type { KeptSession, KeptTraining } from './records';
import type { SessionStore } from './sessionStore';

export interface RestoreParts {
  readonly sessions: Pick<SessionStore, 'trainings' | 'remove'>;
  /** Makes the visitor's own graph known; null: neither the page nor the browser has it. */
  readonly findGraph: (id: string) => Promise<unknown>;
  readonly unpack: (bytes: Uint8Array) => Scene;
  readonly engine: { adopt(keyframe: Keyframe | null): number };
  /** Opens a run of the table where it stood. */
  readonly openRun: (number: number) => Promise<void>;
  /** Opens what was never trained. */
  readonly openUntrained: (run: RunSpec) => Promise<void>;
  readonly seek: (epoch: number) => Promise<void>;
  readonly applyView: (scene: Scene) => void;
  readonly isOwn: (id: string) => boolean;
  /** Keeps the present visit at once. */
  readonly keep: () => Promise<void>;
}

/** A run whose graph is gone, or that this version cannot read, is left out; the sentence says why. */
async function read(
  training: KeptTraining,
  { findGraph, isOwn }: RestoreParts,
): Promise<Omit<PastRun, 'number'> | string> {
  try {
    const { run, name, records, smoothing } = training;
    const id = idOf(run);
    if (id !== null && isOwn(id) && !(await findGraph(id))) return `its graph ${id} is no longer kept`;
    return { run: validateRunSpec(run), name, records, smoothing };
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

export async function restoreSession(
  { update, notify }: Context,
  session: KeptSession,
  parts: RestoreParts,
): Promise<void> {
  const kept = await parts.sessions.trainings(session.id);
  const numbers = new Map<number, number>();
  const restored: PastRun[] = [];
  const lost: string[] = [];
  for (const training of kept) {
    const found = await read(training, parts);
    if (typeof found === 'string') {
      lost.push(found);
      continue;
    }
    const number = parts.engine.adopt(training.keyframe);
    numbers.set(training.number, number);
    restored.push({ ...found, number });
  }
  update((state) => ({ ...state, runs: [...restored, ...state.runs] }));
  const scene = parts.unpack(session.scene);
  const open = session.open === null ? undefined : numbers.get(session.open);
  if (open === undefined) await parts.openUntrained(scene.run);
  else await parts.openRun(open);
  parts.applyView(scene);
  if (open !== undefined) await parts.seek(scene.epoch);
  if (lost.length > 0)
    notify('warning', `Some of what was kept could not be brought back: ${lost.join('; ')}.`);
  // What it held is this visit's now, and is kept with it.
  await parts.keep();
  await parts.sessions.remove(session.id);
}
