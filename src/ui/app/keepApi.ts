/** `playground.exportAs` and `playground.forget`: what is taken out of the page, and what stays in the browser. */
import type { ExportId } from '../../data/export/kinds';
import type { Actions } from '../state/actions';

export interface KeepApi {
  /**
   * A file of what the page shows now, e.g. `embedding.csv`, `graph.gexf`, `weights.safetensors`. Rejects for a kind
   * that is not known, with the list of all, and where there is nothing of the kind.
   */
  exportAs(kind: ExportId): Promise<Blob>;
  /**
   * Clears what this browser keeps of this page: graphs, sessions, downloaded sets, and the page itself. What is open
   * stays open, and nothing more of this visit is kept.
   */
  forget(): Promise<void>;
}

interface Parts {
  readonly actions: Pick<Actions, 'exportAs'>;
  readonly forget: () => Promise<void>;
  readonly atRest: <T>(work: () => Promise<T>) => Promise<T>;
}

export const keepApi = ({ actions, forget, atRest }: Parts): KeepApi => ({
  exportAs: (kind) => atRest(async () => (await actions.exportAs(kind)).blob),
  forget,
});
