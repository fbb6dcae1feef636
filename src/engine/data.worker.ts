/** The data worker: one data set, from wherever its files are. */
import { loadDataset } from '../data/formats/fetchDataset';
import type { DataCalls, DataEvent } from './protocol';
import { serve } from './wire';
import { workerScope } from './workerScope';

const scope = workerScope();
const report = (sentence: string) =>
  scope.postMessage({ kind: 'progress', sentence } satisfies DataEvent, []);

serve<DataCalls>(scope, { load: ({ data, base, files }) => loadDataset(data, { base, files, report }) });
