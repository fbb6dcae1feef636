/** `playground.open`: a graph of the visitor's own, from the console. */
import { fail } from '../../data/base/errors';
import { booleanAt, isFields, shown } from '../../data/run/checks';
import { checkedAddress } from '../../data/import/address';
import type { TableAnswers } from '../../data/formats/rawGraph';
import type { ImportAnswers } from '../../data/import/answers';
import { validateTable } from '../../data/import/validateTable';
import type { ImportSource } from '../../engine/importing';
import type { AppState } from '../state/appState';
import type { Importing } from './importing';

export interface OpenOptions extends Partial<ImportAnswers> {
  /** How the rows of a table of text are read. */
  readonly table?: Partial<TableAnswers>;
  /** The string is the graph itself, and not its address. */
  readonly text?: boolean;
  /** The address may pass on to another one, of whatever host. */
  readonly follows?: boolean;
}

export interface OpenApi {
  /**
   * Opens a file, several that belong together, the file at an address, or a text; what the options leave open is as
   * the preview suggests it. Resolves when the graph is shown and its model can be trained.
   */
  open(
    what: File | Blob | readonly File[] | string,
    options?: OpenOptions,
  ): Promise<{ id: string; nodes: number; directedEdges: number }>;
}

interface Parts {
  readonly state: () => AppState;
  readonly importing: () => Promise<Importing>;
  readonly atRest: <T>(work: () => Promise<T>) => Promise<T>;
  /** Of the page. */
  readonly base: string;
}

const AREA = 'playground.open';

function sourceOf(what: unknown, isText: boolean, follows: boolean, base: string): ImportSource {
  if (typeof what === 'string')
    return isText ? { text: what } : { url: checkedAddress(what, base).href, follows };
  const files = Array.isArray(what) ? what : [what];
  const read = files.flatMap((file) =>
    file instanceof File ? [file] : file instanceof Blob ? [new File([file], 'file')] : [],
  );
  if (read.length === 0 || read.length < files.length)
    throw fail(AREA, `expected a File, a Blob, a list of Files or a string, got ${shown(what)}`);
  return { files: read };
}

export function openApi({ state, importing, atRest, base }: Parts): OpenApi {
  return {
    open: async (what, options = {}) => {
      if (!isFields(options)) throw fail(AREA, `expected an object of options, got ${shown(options)}`);
      const { text = false, follows = false, table, ...answers } = options;
      const source = {
        ...sourceOf(what, booleanAt(`${AREA}: text`, text), booleanAt(`${AREA}: follows`, follows), base),
        ...(table !== undefined && { table: validateTable(table) }),
      };
      const { open } = await importing();
      return atRest(async () => {
        await open(source, answers);
        const { graph, run } = state();
        if (!graph) throw fail(AREA, 'expected the graph to be shown, found none');
        return {
          id: run.data.id,
          nodes: graph.data.numNodes,
          directedEdges: graph.data.edgeIndex.source.length,
        };
      });
    },
  };
}
