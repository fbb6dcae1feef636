/** A compute worker and a line to it: what training a run takes, in one place for the page's run and for jobs. */
import type { ComputeCalls, ComputeEvent } from './protocol';
import { startWorker } from './startWorker';
import { connect, type Line } from './wire';

export interface ComputeSession {
  readonly worker: Worker;
  readonly line: Line<ComputeCalls>;
}

export function startCompute(onEvent: (event: ComputeEvent) => void): ComputeSession {
  const worker = startWorker(
    () => new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' }),
  );
  return { worker, line: connect<ComputeCalls, ComputeEvent>(worker, onEvent) };
}
