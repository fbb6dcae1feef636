/**
 * Keeps the address at the state, and the state at an address that the visitor types or goes back to. Another data
 * set, model or opened run is another entry of the browser's history; everything else stays in the present one.
 */
import { canonical, type RunSpec } from '../../data/run/runSpec';
import type { AppState, Phase } from '../state/appState';
import type { Store } from '../state/store';
import { keepLeft } from './leftAt';

/** Safari throws at about 100 changes of the history in 30 seconds. */
const WRITE_EVERY_MS = 400;
/** While a run plays: its epoch is where a reload goes to. */
const WRITE_PLAYING_MS = 2000;

/** The part of the browser's address bar that is used here. */
export interface AddressBar {
  hash(): string;
  replace(hash: string): void;
  push(hash: string): void;
  /** Calls back when the visitor has typed an address, or gone back or forward. */
  onMoved(moved: () => void): void;
  /** Calls back when the page is left, reloaded or sent to the background: nothing later is sure to run. */
  onLeaving(leaving: () => void): void;
  /** Keeps for a reload what was open when the page was left; `shown` is the address that the bar had. */
  keepLeft(shown: string, left: string): void;
}

export const browserBar: AddressBar = {
  hash: () => location.hash,
  replace: (hash) => history.replaceState(null, '', hash),
  push: (hash) => history.pushState(null, '', hash),
  onMoved: (moved) => {
    window.addEventListener('popstate', moved);
    // Not every browser tells of a typed address by popstate.
    window.addEventListener('hashchange', moved);
  },
  onLeaving: (leaving) => {
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') leaving();
    });
  },
  keepLeft,
};

export interface FollowParts {
  /** The address of a state, its `#` included. */
  readonly format: (state: AppState) => string;
  /** Opens an address; settles when its run stands, or cannot be had. */
  readonly open: (hash: string) => Promise<unknown>;
  /** The first scene of the visit, on its way. */
  readonly ready: Promise<unknown>;
}

const AT_REST: readonly Phase[] = ['ready', 'paused', 'done', 'diverged'];

/** A graph with its run on it, nothing on its way. */
const stands = ({ data, graph, run, training }: AppState): boolean =>
  data.kind !== 'loading' &&
  graph?.descriptor.id === run.data.id &&
  training.layers.length > 0 &&
  training.phase !== 'opening' &&
  training.phase !== 'failed';

/** What makes another entry of the history where it changes. */
const thingOf = ({ run, view }: AppState): string =>
  canonical([run.data, run.model.id, view.locked, view.hidden, view.embed]);

/** An epoch is told at once where it rests, and now and then while it runs. */
const isTold = ({ training, travelling }: AppState): boolean =>
  AT_REST.includes(training.phase) && !travelling;

const isSame = (a: AppState, b: AppState): boolean =>
  a.run === b.run && a.pending === b.pending && a.view === b.view && a.arrival === b.arrival;

export function followAddress(store: Store, bar: AddressBar, { format, open, ready }: FollowParts): void {
  let written = bar.hash();
  /** The newest state in which something stood. */
  let shown: AppState | null = null;
  /** Addresses on their way: nothing is written meanwhile. */
  let opening = 0;
  let toldEpoch: number | null = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitsMs = 0;
  /** Runs that have been in the table: one of them on the engine was opened again. */
  const earlier = new WeakSet<RunSpec>();

  const write = (how: 'replace' | 'push', state: AppState) => {
    const hash = format(state);
    if (hash === bar.hash()) return;
    bar[how](hash);
    // As the browser writes it.
    written = bar.hash();
  };

  const forgetTimer = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  const writeNow = () => {
    forgetTimer();
    if (shown && opening === 0) write('replace', shown);
  };

  const writeWithin = (ms: number) => {
    if (timer !== null && waitsMs <= ms) return;
    forgetTimer();
    waitsMs = ms;
    timer = setTimeout(writeNow, ms);
  };

  const adopt = (state: AppState) => {
    shown = stands(state) ? state : null;
  };

  const moveTo = async (work: Promise<unknown>) => {
    opening++;
    forgetTimer();
    let isRefused = false;
    await work.catch(() => {
      isRefused = true;
    });
    opening--;
    if (opening > 0) return;
    adopt(store.getState());
    // A set that could not be had can be had yet, under its address; what is refused leaves the address at what is shown.
    if (isRefused && store.getState().data.kind !== 'failed') writeNow();
  };

  store.subscribe((now, before) => {
    if (now.runs !== before.runs) for (const { run } of now.runs) earlier.add(run);
    if (opening > 0 || !stands(now)) return;
    const last = shown;
    shown = now;
    if (!last) return;
    const isReopened = now.run !== last.run && earlier.has(now.run);
    if (isReopened || thingOf(now) !== thingOf(last)) {
      forgetTimer();
      // Going back leads to where it was left.
      write('replace', last);
      write('push', now);
    } else if (!isSame(now, last) || (isTold(now) && now.training.epoch !== toldEpoch))
      writeWithin(WRITE_EVERY_MS);
    else if (now.training.phase === 'playing' && now.training.epoch !== last.training.epoch)
      writeWithin(WRITE_PLAYING_MS);
    if (isTold(now)) toldEpoch = now.training.epoch;
    // What is written meanwhile is another epoch, also where it comes to rest at the same one again.
    else toldEpoch = null;
  });

  bar.onMoved(() => {
    const hash = bar.hash();
    if (hash === written) return;
    written = hash;
    void moveTo(open(hash));
  });

  bar.onLeaving(() => {
    const before = bar.hash();
    writeNow();
    if (bar.hash() !== before) bar.keepLeft(before, bar.hash());
  });

  void moveTo(ready);
}
