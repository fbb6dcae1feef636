/**
 * The visits that the browser keeps: this one as it goes, and the newest of the earlier ones, which is offered after a
 * reload or a crash. A visit that is still open in another tab is left alone.
 */
import { messageOf } from '../../../data/base/errors';
import type { Context } from '../context';
import { createKeeper, type KeeperParts } from './keeper';
import type { KeptSession } from './records';
import { restoreSession, type RestoreParts } from './restore';
import type { SessionStore } from './sessionStore';
import { writeWhen } from './when';

export interface Visits {
  /** Looks for an earlier visit, and puts it into the state. */
  offer(): Promise<void>;
  /** Brings the offered one back. */
  restore(): Promise<void>;
  /** Sends the offer away; the session stays kept until newer ones take its place. */
  dismiss(): void;
  /** Keeps nothing more of this visit. */
  stop(): void;
}

const lockOf = (id: string) => `gnn-playground-visit-${id}`;

/** Held for as long as the page lives; other tabs see by it that this visit is no lost one. */
function holdLock(id: string): void {
  // Missing where the page is no secure context.
  if ('locks' in navigator) void navigator.locks.request(lockOf(id), () => new Promise(() => {}));
}

async function isOpenElsewhere(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockOf(id));
}

export function createVisits(
  context: Context,
  sessions: SessionStore,
  parts: Omit<KeeperParts, 'sessions' | 'id'>,
  back: Omit<RestoreParts, 'sessions' | 'keep'> & {
    /** `shown`: the page shows all that it holds already, as after a reload. `nothing`: nobody would miss it. */
    readonly worthOf: (session: KeptSession) => Promise<'shown' | 'nothing' | 'something'>;
  },
): Visits {
  const { update, notify } = context;
  const id = `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`;
  holdLock(id);
  const keeper = createKeeper(context, { ...parts, sessions, id });
  let offered: KeptSession | null = null;

  // The last moments that a page hears of: closed or reloaded, or sent to the background on a phone.
  window.addEventListener('pagehide', () => void keeper.keep());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keeper.keep();
  });

  const dismiss = () => {
    offered = null;
    update((state) => ({ ...state, session: null }));
  };

  return {
    offer: async () => {
      try {
        for (const session of await sessions.all()) {
          if (session.id === id || (await isOpenElsewhere(session.id))) continue;
          const worth = await back.worthOf(session);
          // This page goes on from it: no older one was lost by that.
          if (worth === 'shown') return;
          if (worth === 'nothing') continue;
          offered = session;
          const { sentence, keptAt } = session;
          return update((state) => ({
            ...state,
            session: { id: session.id, sentence, when: writeWhen(keptAt, Date.now()) },
          }));
        }
      } catch {
        // A browser that keeps nothing has nothing to offer; that it does not keep is said when there is something to keep.
      }
    },
    restore: async () => {
      const session = offered;
      if (!session) return;
      dismiss();
      try {
        await restoreSession(context, session, { ...back, sessions, keep: keeper.keep });
      } catch (error) {
        notify('error', `The earlier visit could not be brought back: ${messageOf(error)}`);
      }
    },
    dismiss,
    stop: keeper.stop,
  };
}
