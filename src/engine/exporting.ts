/** The page's side of the export worker: a worker for each file, which ends with it. */
import type { RunFacts } from '../data/export/facts';
import type { FileId } from '../data/export/kinds';
import type { ExportCalls } from './protocol';
import type { Job } from './sources';
import { connect } from './wire';

/** Rejects, in a sentence, where there is nothing of the kind. */
export function writeInWorker(kind: FileId, facts: RunFacts): Job<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  const line = connect<ExportCalls, never>(worker, () => {});
  worker.addEventListener('error', (event) =>
    line.cut(event.message || 'export: the worker could not start'),
  );
  const result = line.call('write', { kind, facts }).finally(() => worker.terminate());
  const cancel = () => {
    worker.terminate();
    line.cut('export: cancelled');
  };
  return { result, cancel };
}
