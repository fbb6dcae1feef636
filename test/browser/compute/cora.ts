/** Cora's files as `npm run datasets` puts them under the served folder; null where they are not there. */
import { loadDataset } from '../../../src/data/formats/fetchDataset';
import type { GraphData } from '../../../src/data/graph/graphData';

const BASE = new URL('/', location.href).href;

/** Tests ask no network: what is not served is missing. */
const servedOnly = {
  fetch: (url: string) => (url.startsWith(BASE) ? fetch(url) : Promise.reject(new Error('not served'))),
  caches: null,
};

export const coraOrNull = (): Promise<GraphData | null> =>
  loadDataset(
    { id: 'cora', labelling: null },
    { base: BASE, files: null, report: () => {} },
    servedOnly,
  ).catch(() => null);

/** Why a test on Cora is skipped, for its title; throws where Cora is required. */
export function coraMissing(graph: GraphData | null): string {
  if (graph) return '';
  if (import.meta.env.REQUIRE_CORA)
    throw new Error(
      'tests: expected the files of Cora under public/datasets, got none. Run npm run datasets.',
    );
  return ' (skipped: the files of Cora are not here)';
}
