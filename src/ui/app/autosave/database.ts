/**
 * What this browser keeps between visits, in IndexedDB: the visitor's own graphs, and the last sessions with their runs.
 * Browsers refuse storage in private windows and when it is full: then every call rejects, and `whyNotKept` says why.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { messageOf } from '../../../data/base/errors';
import type { KeptSession, KeptSet, KeptTraining } from './records';

export const DATABASE_NAME = 'gnn-playground';
const VERSION = 1;

interface Schema extends DBSchema {
  sets: { key: string; value: KeptSet };
  /** The packed bytes of a set, by its id. */
  graphs: { key: string; value: Uint8Array };
  sessions: { key: string; value: KeptSession };
  /** The runs of sessions, by session and number. */
  trainings: { key: [session: string, number: number]; value: KeptTraining };
}

export type Database = IDBPDatabase<Schema>;

export interface Kept {
  /** Opens the database where it is not open. */
  open(): Promise<Database>;
  /** Empties everything. */
  forget(): Promise<void>;
}

export function openKept(name = DATABASE_NAME): Kept {
  let opened: Promise<Database> | null = null;
  const open = async (): Promise<Database> => {
    opened ??= openDB<Schema>(name, VERSION, {
      upgrade: (db) => {
        for (const store of ['sets', 'graphs', 'sessions', 'trainings'] as const) db.createObjectStore(store);
      },
      // Another tab empties the database or brings it up to date: this one lets go, and opens it again when asked.
      blocking: () => close(),
      terminated: () => {
        opened = null;
      },
    });
    try {
      return await opened;
    } catch (error) {
      opened = null;
      throw error;
    }
  };
  const close = () => {
    void opened?.then(
      (db) => db.close(),
      () => {},
    );
    opened = null;
  };
  return {
    open,
    forget: async () => {
      close();
      await deleteDB(name);
    },
  };
}

/**
 * Resolves when a transaction has been written. Where it is not, rejects with the transaction's own reason: its requests
 * say only that it was aborted.
 */
export async function whenWritten(done: Promise<void>, requests: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled([done, ...requests]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/** What a failure to keep something means, in a sentence. */
export const whyNotKept = (error: unknown): string =>
  isFull(error)
    ? 'This browser has no room left for it: free some, or forget graphs that were kept earlier.'
    : `This browser refuses to keep anything for this page (${messageOf(error)}).`;
