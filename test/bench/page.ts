/** Runs the rows one after the other, each in a fresh worker, and hands the results to the script that opened the page. */
import type { ProjectionMeasured } from './projection.worker';
import type { ScaleMeasured, ScaleQuestion } from './scale.worker';
import { ROWS, type Answer, type Question, type RowId } from './rows';

const base = new URL('/', location.href).href;

function runRow(row: RowId): Promise<Answer> {
  const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Answer>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => resolve({ kind: 'failed', row, message }));
    worker.postMessage({ row, base } satisfies Question);
  }).finally(() => worker.terminate());
}

declare global {
  interface Window {
    /** Set once the page can be asked. */
    bench?: {
      readonly rows: readonly RowId[];
      readonly measure: (row: RowId) => Promise<Answer>;
      readonly project: () => Promise<ProjectionMeasured>;
      readonly scale: (question: ScaleQuestion) => Promise<ScaleMeasured>;
    };
  }
}

/** What a worker of its own says to one message. */
function answerOf<T>(worker: Worker, message: unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<{ measured: T } | { message: string }>) =>
      'measured' in data ? resolve(data.measured) : reject(new Error(data.message)),
    );
    worker.addEventListener('error', ({ message: reason }) => reject(new Error(reason)));
    worker.postMessage(message);
  }).finally(() => worker.terminate());
}

const project = () =>
  answerOf<ProjectionMeasured>(
    new Worker(new URL('./projection.worker.ts', import.meta.url), { type: 'module' }),
    { base },
  );

const scale = (question: ScaleQuestion) =>
  answerOf<ScaleMeasured>(new Worker(new URL('./scale.worker.ts', import.meta.url), { type: 'module' }), {
    question,
    base,
  });

window.bench = { rows: ROWS.map(({ id }) => id), measure: runRow, project, scale };
