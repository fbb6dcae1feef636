/** The data worker: one data set, from wherever its files are, or one graph of the visitor's own. */
import { loadDataset } from '../data/formats/fetchDataset';
import { unpackGraph } from '../data/formats/packed/unpackGraph';
import type { DataCalls, DataEvent } from './protocol';
import { serve } from './wire';
import { workerScope } from './workerScope';

const scope = workerScope();
const report = (sentence: string) =>
  scope.postMessage({ kind: 'progress', sentence } satisfies DataEvent, []);

serve<DataCalls>(scope, {
  load: ({ data, base, files, mayDownload }) => loadDataset(data, { base, files, mayDownload, report }),
  unpack: ({ packed }) => unpackGraph(packed),
});
