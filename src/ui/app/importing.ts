/**
 * From a file, a text or an address to the shown graph: read, looked at, decided, built, loaded. One at a time; a newer
 * one ends the one before, and until the graph is good everything stays as it was.
 */
import { fail, messageOf, PlaygroundError } from '../../data/base/errors';
import { IMPORT_LIMITS, type TableAnswers } from '../../data/formats/rawGraph';
import { checkedAddress, fileNameAt } from '../../data/import/address';
import type { ImportAnswers } from '../../data/import/answers';
import { sourceName } from '../../data/import/sourceName';
import { validateAnswers } from '../../data/import/validateAnswers';
import { DATASETS } from '../../data/run/catalogue';
import type { DataRef } from '../../data/run/runSpec';
import { openImport, type Import, type ImportSource } from '../../engine/importing';
import type { Job } from '../../engine/sources';
import type { LargeGraph, ParsedScene } from '../state/address/parse';
import { isFree } from '../state/guards';
import type { ImportState } from '../state/importing';
import type { Scene } from '../state/scene';
import { shownOnPage, type Context } from './context';
import type { OwnGraphs } from './ownGraphs';
import { readScene, sceneAmong } from './sceneFile';

export interface Importing {
  files(files: readonly File[]): void;
  text(text: string): void;
  /** Fetches it; typed or pressed by the visitor. */
  address(address: string): void;
  /** Shows the address and waits to be told: somebody else wrote it. One of the page's own host is not asked about. */
  offer(address: string): void;
  /**
   * Asks whether to unpack the graph that a link holds, and does so in a worker. Resolves with the scene, or null where
   * the visitor does not want it or it cannot be had, which is on the page then.
   */
  link(graph: LargeGraph): Promise<Scene | null>;
  answer(change: Partial<ImportAnswers>): void;
  /** Reads the file anew, its rows taken as is said; the answers begin anew with it, but for the name. */
  table(change: Partial<TableAnswers>): void;
  accept(): void;
  cancel(): void;
  /** All of it in one go, for the console: resolves when the graph is shown. */
  open(source: ImportSource, change: Partial<ImportAnswers>): Promise<void>;
}

export interface ImportParts {
  readonly own: Pick<OwnGraphs, 'add'>;
  /** Shows a set with the model that a new graph begins with, as one step of undo. */
  readonly load: (data: DataRef) => Promise<void>;
  /** Files of a set that is on offer, by the set's id. */
  readonly showKnown: (id: string, files: readonly File[]) => void;
  /** Shows it, and says what it holds. Rejects where its graph cannot be had. */
  readonly openScene: (scene: Scene) => Promise<void>;
  /** Of the page. */
  readonly base: string;
  /** Begins an import; another one in tests. */
  readonly begin?: typeof openImport;
  /** Reads a scene file; another one in tests. */
  readonly read?: typeof readScene;
}

/** The set on offer that these files are of: Planetoid's carry its name, as in ind.cora.x */
const knownSet = (files: readonly File[]): string | null => {
  const named = files.map(({ name }) => /^ind\.(\w+)\./.exec(name)?.[1]);
  return DATASETS.find(({ id, download }) => download !== null && named.includes(id))?.id ?? null;
};

const PASTED = 'Pasted text';
const LINK = 'The link';
const LOCKED = 'Whoever sent this page locked its data set: unlock its controls to open another graph.';

export function createImporting(
  { store, update, notify }: Context,
  { own, load, showKnown, openScene, base, begin = openImport, read = readScene }: ImportParts,
): Importing {
  let present: { readonly job: Import; readonly what: string } | null = null;
  let reading: Job<ParsedScene> | null = null;
  let estimating: { wanted: ImportAnswers | null } | null = null;
  /** The link that the visitor is asked about. */
  let waiting: { readonly file: File; readonly settle: (scene: Scene | null) => void } | null = null;

  const set = (importing: ImportState) => update((state) => ({ ...state, importing }));
  const close = () => update((state) => ({ ...state, importing: null, dialog: null }));
  /** On the page, where the console does without. */
  const show = () => update((state) => ({ ...state, dialog: 'open' }));

  const drop = () => {
    present?.job.cancel();
    present = null;
    reading?.cancel();
    reading = null;
    estimating = null;
    waiting?.settle(null);
    waiting = null;
  };

  const fails = (what: string, error: unknown) => set({ kind: 'failed', what, message: messageOf(error) });
  const refuses = (typed: string, error: unknown) => {
    drop();
    show();
    fails(typed.trim() || 'The address', error);
  };

  const previewed = (): Extract<ImportState, { kind: 'preview' }> | null => {
    const { importing } = store.getState();
    return importing?.kind === 'preview' ? importing : null;
  };

  /** Begins; resolves with the job that is still wanted when its preview is there. */
  const start = async (source: ImportSource, what: string): Promise<Import> => {
    drop();
    set({ kind: 'reading', what, sentence: `Reading ${what}` });
    const job = begin(source, IMPORT_LIMITS, (sentence) => {
      if (present?.job !== job) return;
      const { importing } = store.getState();
      if (importing?.kind === 'reading' || importing?.kind === 'building') set({ ...importing, sentence });
    });
    const mine = { job, what };
    present = mine;
    try {
      const preview = await job.preview;
      if (present === mine)
        set({
          kind: 'preview',
          what,
          preview,
          answers: preview.suggested,
          estimate: null,
          problem: null,
          isRereading: false,
        });
    } catch (error) {
      if (present === mine) {
        drop();
        if ('url' in source && job.passesOn())
          set({ kind: 'asking', what: source.url, host: new URL(source.url).host, passesOn: true });
        else fails(what, error);
      }
      throw error;
    }
    return job;
  };

  /** A scene file as a scene; resolves when nothing of it is left to read. Throws what the page has been told already. */
  const readFile = async (file: File): Promise<Scene> => {
    drop();
    const what = file.name;
    set({ kind: 'reading', what, sentence: `Reading ${what}` });
    const job = read(file, (sentence) => {
      if (reading === job) set({ kind: 'reading', what, sentence });
    });
    reading = job;
    try {
      const { scene, problems, refused } = await job.result;
      if (reading !== job) throw fail('import', 'cancelled');
      if (refused !== undefined) throw new PlaygroundError(`In ${what}: ${refused}`);
      drop();
      close();
      if (problems.length > 0) notify('warning', `In ${what}: ${problems.join(' ')}`, 'graph');
      return scene;
    } catch (error) {
      if (reading === job) {
        drop();
        fails(what, error);
      }
      throw error;
    }
  };

  /** One estimate at a time; what was wanted meanwhile comes after it, and only the last of that. */
  const estimate = async (answers: ImportAnswers): Promise<void> => {
    if (!present) return;
    if (estimating) {
      estimating.wanted = answers;
      return;
    }
    const mine: { wanted: ImportAnswers | null } = { wanted: null };
    estimating = mine;
    const { job, what } = present;
    try {
      const found = await job.estimate(answers);
      const now = previewed();
      if (estimating === mine && now?.answers === answers) set({ ...now, estimate: found });
    } catch (error) {
      const now = previewed();
      if (estimating !== mine) return;
      if (!job.isAlive()) {
        drop();
        fails(what, error);
      } else if (now?.answers === answers) set({ ...now, problem: messageOf(error) });
    } finally {
      if (estimating === mine) {
        estimating = null;
        if (mine.wanted) void estimate(mine.wanted);
      }
    }
  };

  const answer = (change: Partial<ImportAnswers>) => {
    const now = previewed();
    // Of a file that is being read anew, columns and counts are not known yet.
    if (!now || now.isRereading) return;
    const answers = { ...now.answers, ...change };
    try {
      const checked = validateAnswers(answers, now.preview);
      set({ ...now, answers: checked, estimate: null, problem: null });
      void estimate(checked);
    } catch (error) {
      set({ ...now, answers, estimate: null, problem: messageOf(error) });
    }
  };

  const reread = async (change: Partial<TableAnswers>): Promise<void> => {
    const now = previewed();
    const mine = present;
    if (!now?.preview.table || !mine || now.isRereading) return;
    const table = tableAfter(now.preview.table.taken, change);
    estimating = null;
    set({ ...now, estimate: null, problem: null, isRereading: true });
    try {
      const preview = await mine.job.reread(table);
      if (present !== mine) return;
      const name =
        now.answers.name === now.preview.suggested.name ? preview.suggested.name : now.answers.name;
      const answers = { ...preview.suggested, name };
      set({ ...now, preview, answers, estimate: null, problem: null, isRereading: false });
      void estimate(answers);
    } catch (error) {
      if (present !== mine) return;
      if (mine.job.isAlive()) set({ ...now, problem: messageOf(error), isRereading: false });
      else {
        drop();
        fails(mine.what, error);
      }
    }
  };

  /** Throws what the page has been told already. */
  const build = async (): Promise<void> => {
    const now = previewed();
    const mine = present;
    if (!now || !mine || now.isRereading) throw fail('import', 'expected a preview to accept, found none');
    if (now.problem) throw new Error(now.problem);
    const { what, answers } = now;
    estimating = null;
    set({ kind: 'building', what, sentence: `Building ${answers.name}` });
    let data: DataRef;
    try {
      const built = await mine.job.build(answers);
      if (present !== mine) throw fail('import', 'cancelled');
      data = own.add(built);
    } catch (error) {
      if (present === mine) {
        if (mine.job.isAlive()) set({ ...now, problem: messageOf(error) });
        else {
          drop();
          fails(what, error);
        }
      }
      throw error;
    }
    drop();
    close();
    await load(data);
  };

  /** Who sent the page may have locked what it is about. */
  const isLocked = (): boolean => {
    const locked = !isFree(store.getState().view, 'data');
    if (locked) notify('info', LOCKED, 'locks');
    return locked;
  };

  const opened = (source: ImportSource, what: string) => {
    if (isLocked()) return;
    show();
    void start(source, what).then(() => {
      const now = previewed();
      if (now) void estimate(now.answers);
    }, shownOnPage);
  };

  /** @param follows where its host passes on: asked about when that is found, and allowed then */
  const address = (typed: string, follows = false) => {
    try {
      const url = checkedAddress(typed, base);
      opened({ url: url.href, follows }, fileNameAt(url));
    } catch (error) {
      refuses(typed, error);
    }
  };

  return {
    files: (files) => {
      const scene = sceneAmong(files);
      const known = knownSet(files);
      if (scene) {
        show();
        void readFile(scene).then(
          (found) => openScene(found).catch((error: unknown) => notify('error', messageOf(error), 'graph')),
          shownOnPage,
        );
      } else if (known !== null) {
        drop();
        close();
        showKnown(known, files);
      } else if (files.length > 0) opened({ files }, nameOf(files));
    },
    text: (text) => opened({ text }, PASTED),
    address: (typed) => address(typed),
    offer: (typed) => {
      try {
        const url = checkedAddress(typed, base);
        if (url.origin === new URL(base).origin) return address(url.href);
        if (isLocked()) return;
        drop();
        show();
        set({ kind: 'asking', what: url.href, host: url.host });
      } catch (error) {
        refuses(typed, error);
      }
    },
    link: ({ nodes, file }) =>
      new Promise((settle) => {
        drop();
        show();
        set({ kind: 'large', what: LINK, nodes });
        waiting = { file: new File([file], LINK), settle };
      }),
    answer,
    table: (change) => void reread(change),
    accept: () => {
      const { importing } = store.getState();
      if (importing?.kind === 'asking') return address(importing.what, importing.passesOn);
      if (importing?.kind === 'large' && waiting) {
        const { file, settle } = waiting;
        waiting = null;
        return void readFile(file).then(settle, () => settle(null));
      }
      void build().catch(shownOnPage);
    },
    cancel: () => {
      drop();
      close();
    },
    open: async (source, change) => {
      const what =
        'files' in source
          ? nameOf(source.files)
          : 'text' in source
            ? PASTED
            : fileNameAt(new URL(source.url));
      close();
      const scene = 'files' in source ? sceneAmong(source.files) : null;
      try {
        if (scene) return await openScene(await readFile(scene));
        const job = await start(source, what);
        if (present?.job !== job) throw fail('import', 'cancelled');
        answer(change);
        await build();
      } catch (error) {
        // Whoever called hears it; the page has nothing to show unless something newer is on it.
        if (store.getState().dialog !== 'open') close();
        throw error;
      }
    },
  };
}

/** Another reading, or other names of columns, make what was said of columns void. */
function tableAfter(
  { reading, header, source, target, nodes }: TableAnswers,
  change: Partial<TableAnswers>,
): Partial<TableAnswers> {
  const isAnew = change.reading !== undefined || change.header !== undefined;
  return { reading, header, ...(isAnew ? {} : { source, target, nodes }), ...change };
}

const nameOf = (files: readonly File[]): string => sourceName(files.map(({ name }) => name));
