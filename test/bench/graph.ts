/** The graph that is measured on: Cora where its files are served, the synthetic network of its size elsewhere. */
import { loadDataset } from '../../src/data/formats/fetchDataset';
import { defaultLayer } from '../../src/data/spec/layers/defaults';
import type { GraphData } from '../../src/data/graph/graphData';
import type { RunSpec } from '../../src/data/spec/runSpec';

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

/** Kipf and Welling's recipe: two layers, hidden 16, dropout on input and hidden, L2 on the first layer. */
export const benchRun = (numClasses: number): RunSpec => ({
  version: 1,
  data: { id: 'cora', labelling: null },
  model: {
    id: 'gcn',
    layers: [
      defaultLayer('gcn', { bias: true }),
      defaultLayer('gcn', { width: numClasses, activation: 'none', bias: true }),
    ],
  },
  training: {
    epochs: 200,
    learningRate: 0.01,
    weightDecay: 5e-4,
    decayOn: 'first layer',
    inputDropout: 0.5,
    dropout: 0.5,
    normaliseFeatures: true,
  },
  seed: 0,
  timeline: [],
});
