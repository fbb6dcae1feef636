/** The sessions that the browser keeps: the newest few, each with its runs. */
import { whenWritten, type Kept } from './database';
import type { KeptSession, KeptTraining } from './records';

/** Enough to find what was lost yesterday. */
export const MOST_SESSIONS = 5;

export interface SessionStore {
  /** Keeps the session as it is now: `changed` are those of its runs that are not kept as they are, `numbers` all of them. */
  put(session: KeptSession, changed: readonly KeptTraining[]): Promise<void>;
  /** The newest first. */
  all(): Promise<readonly KeptSession[]>;
  trainings(session: string): Promise<readonly KeptTraining[]>;
  remove(id: string): Promise<void>;
}

const runsOf = (session: string) => IDBKeyRange.bound([session], [session, []]);

export function createSessionStore({ open }: Kept): SessionStore {
  const all = async () => {
    const sessions = await (await open()).getAll('sessions');
    return sessions.sort((a, b) => b.keptAt - a.keptAt);
  };
  const remove = async (id: string) => {
    const transaction = (await open()).transaction(['sessions', 'trainings'], 'readwrite');
    await Promise.all([
      transaction.objectStore('sessions').delete(id),
      transaction.objectStore('trainings').delete(runsOf(id)),
      transaction.done,
    ]);
  };
  return {
    all,
    remove,
    put: async (session, changed) => {
      const db = await open();
      const transaction = db.transaction(['sessions', 'trainings'], 'readwrite');
      const trainings = transaction.objectStore('trainings');
      const written = whenWritten(transaction.done, [
        transaction.objectStore('sessions').put(session, session.id),
        ...changed.map((training) => trainings.put(training, [session.id, training.number])),
      ]);
      // A page that is being left hears of nothing more: all is asked for at once, and not left open for more.
      transaction.commit();
      await written;
      const numbers = new Set([...session.runs, ...(session.open === null ? [] : [session.open])]);
      const known = await db.getAllKeys('trainings', runsOf(session.id));
      const gone = known.filter(([, number]) => !numbers.has(number));
      await Promise.all(gone.map((key) => db.delete('trainings', key)));
      for (const { id } of (await all()).slice(MOST_SESSIONS)) await remove(id);
    },
    trainings: async (session) => (await open()).getAll('trainings', runsOf(session)),
  };
}
