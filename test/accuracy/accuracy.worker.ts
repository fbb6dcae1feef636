/** Trains one run after the other on wasm, as the compute worker of the page does, and answers with their histories. */
import { startBackend } from '../../src/compute/backend';
import { stopsEarly } from '../../src/compute/train/earlyStopping';
import { openTrainer } from '../../src/compute/train/openTrainer';
import { messageOf } from '../../src/data/base/errors';
import { loadDataset } from '../../src/data/formats/fetchDataset';
import type { GraphData } from '../../src/data/graph/graphData';
import type { RunSpec } from '../../src/data/run/runSpec';
import type { EpochRecord } from '../../src/data/run/records';
import { historyOf, type Answer, type History, type Question } from './history';
import { headlineOf } from '../../src/data/run/tasks/tasks';

const graphs = new Map<string, GraphData>();
const started = startBackend('wasm', { secure: true });

async function graphOf({ data }: RunSpec, base: string): Promise<GraphData> {
  const known = graphs.get(data.id);
  if (known) return known;
  // Served beside the page or not at all: nothing here asks a network.
  const web = {
    fetch: (url: string) => (url.startsWith(base) ? fetch(url) : Promise.reject(new Error('offline'))),
    caches: null,
  };
  const graph = await loadDataset(data, { base, files: null, report: () => {} }, web);
  graphs.set(data.id, graph);
  return graph;
}

async function train(run: RunSpec, base: string): Promise<History> {
  const { name, reason } = await started;
  if (name !== 'wasm') throw new Error(`accuracy: expected the wasm backend, got ${name}. ${reason}`);
  const trainer = await openTrainer(run, await graphOf(run, base), null);
  const records: EpochRecord[] = [];
  try {
    while (trainer.epoch < run.training.epochs && !stopsEarly(run.training, records, headlineOf(run))) {
      trainer.step();
      records.push((await trainer.evaluate()).record);
    }
  } finally {
    trainer.dispose();
  }
  return historyOf(records, headlineOf(run));
}

self.addEventListener('message', async ({ data: { id, run, base } }: MessageEvent<Question>) => {
  let answer: Answer;
  try {
    answer = { kind: 'trained', id, history: await train(run, base) };
  } catch (error) {
    answer = { kind: 'failed', id, message: messageOf(error) };
  }
  self.postMessage(answer);
});
