/** Runs the rows one after the other, each in a fresh worker, and hands the results to the script that opened the page. */
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
    bench?: { readonly rows: readonly RowId[]; readonly measure: (row: RowId) => Promise<Answer> };
  }
}

window.bench = { rows: ROWS.map(({ id }) => id), measure: runRow };
