/** The graph that is measured on: Cora where its files are served, the synthetic network of its size elsewhere. */
import { loadDataset } from '../../src/data/formats/fetchDataset';
import { defaultRun } from '../../src/data/run/defaults';
import type { ModelDescriptor } from '../../src/data/run/models';
import type { GraphData } from '../../src/data/graph/graphData';
import type { RunSpec } from '../../src/data/run/runSpec';

export async function benchGraph(base: string): Promise<GraphData> {
  const options = { base, files: null, report: () => {} };
  // Served beside the page or not at all: a bench asks no network.
  const web = {
    fetch: (url: string) => (url.startsWith(base) ? fetch(url) : Promise.reject(new Error('offline'))),
    caches: null,
  };
  try {
    return await loadDataset({ id: 'cora', labelling: null }, options, web);
  } catch {
    return loadDataset({ id: 'synthetic', labelling: null }, options, web);
  }
}

/** A model with the recipe of its reference. */
export const benchRun = (model: ModelDescriptor): RunSpec =>
  defaultRun({ id: 'cora', labelling: null }, 0, model);
