/** The page's side of the export worker: a worker for each file, which ends with it. */
import type { RunFacts } from '../data/export/facts';
import type { FileId } from '../data/export/kinds';
import type { ExportCalls } from './protocol';
import type { Job } from './sources';
import { failureOf, startWorker } from './startWorker';
import { connect, type Line } from './wire';

/** Rejects, in a sentence, where there is nothing of the kind. */
export const writeInWorker = (kind: FileId, facts: RunFacts): Job<Blob> =>
  askExportWorker((line) => line.call('write', { kind, facts }));

/** A `.gnnscene` file. Rejects where the scene is larger than a file may hold. */
export const packSceneInWorker = (parts: ExportCalls['scene']['args']): Job<Blob> =>
  askExportWorker((line) => line.call('scene', parts));

function askExportWorker(ask: (line: Line<ExportCalls>) => Promise<Blob>): Job<Blob> {
  const worker = startWorker(
    () => new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' }),
  );
  const line = connect<ExportCalls, never>(worker, () => {});
  worker.addEventListener('error', (event) => line.cut(failureOf(event, 'export')));
  const result = ask(line).finally(() => worker.terminate());
  const cancel = () => {
    worker.terminate();
    line.cut('export: cancelled');
  };
  return { result, cancel };
}
