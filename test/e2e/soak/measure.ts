/** What a visit holds at one moment, and what has grown between two. */
import type { Page } from 'playwright';
import type { TensorMemory } from '../../../src/data/run/backend';
import type { Heap, Inspector, PageHeap, WorkerHeap } from './inspector';

export interface Measured {
  /** Epochs of the runs that are kept, and the bytes of their keyframes: what may legitimately grow. */
  readonly runs: readonly number[];
  readonly keyframes: number;
  readonly tensors: TensorMemory;
  readonly page: PageHeap;
  readonly workers: readonly WorkerHeap[];
  /**
   * Of the process that all of it lives in; null where the system does not tell. Told and not judged: allocators keep
   * pages that nobody uses, and the same visit ends a tenth or a third above its start.
   */
  readonly process: number | null;
}

export async function measure(page: Page, inspector: Inspector): Promise<Measured> {
  const own = await page.evaluate(async () => ({
    runs: window.playground.runs().map(({ epoch }) => epoch),
    keyframes: window.playground.keyframes().bytes,
    tensors: await window.playground.memory(),
  }));
  const heaps = { page: await inspector.page(), workers: await inspector.workers() };
  return { ...own, ...heaps, process: await inspector.process() };
}

const MOST_GROWTH = 0.1;
/**
 * On top of it for each part of a heap, since a tenth of a worker's megabyte says nothing: the engine compiles a little
 * more of the same code in one life than in another.
 */
const SLACK_BYTES = 256 * 2 ** 10;
/**
 * The projection worker lives as long as the page, and a memory of WebAssembly never shrinks: it keeps one for each job
 * that was ever under way at once, as large as its largest graph, half a megabyte to a whole one for Cora.
 */
const POOL_BYTES = 1.5 * 2 ** 20;

const sizeOf = ({ objects, buffers, wasm }: Heap): number => objects + buffers + wasm;
const sizeOfAll = ({ page, workers }: Measured): number =>
  [page, ...workers].reduce((sum, heap) => sum + sizeOf(heap), 0);

/** Each that is larger by more than a tenth, in words; a worker that was not there has grown from nothing. */
export function grown(start: Measured, end: Measured): readonly string[] {
  const more = (what: string, before: number, after: number, slack = 0): readonly string[] =>
    after > before * (1 + MOST_GROWTH) + slack ? [`${what}: ${before}, then ${after}`] : [];
  const inHeap = (of: string, before: Heap | undefined, after: Heap): readonly string[] => [
    ...more(`objects of the ${of}`, before?.objects ?? 0, after.objects, SLACK_BYTES),
    ...more(`buffers of the ${of}`, before?.buffers ?? 0, after.buffers, SLACK_BYTES),
    ...more(`wasm of the ${of}`, before?.wasm ?? 0, after.wasm, of === 'projection' ? POOL_BYTES : 0),
  ];
  return [
    ...more('all heaps', sizeOfAll(start), sizeOfAll(end)),
    ...more('nodes', start.page.nodes, end.page.nodes),
    ...more('listeners', start.page.listeners, end.page.listeners),
    ...inHeap('page', start.page, end.page),
    ...end.workers.flatMap((after) =>
      inHeap(
        after.kind,
        start.workers.find(({ kind }) => kind === after.kind),
        after,
      ),
    ),
  ];
}

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(2);

/** A table for whoever runs it by hand: megabytes, and counts. */
export function tableOf(start: Measured, end: Measured): string {
  const line = (
    what: string,
    of: (measured: Measured) => number | null,
    write: (value: number) => string = String,
  ): string => {
    const [before, after] = [of(start), of(end)];
    if (before === null || after === null) return '';
    const change = before === 0 ? '' : `${((after / before - 1) * 100).toFixed(1)} %`;
    return `${what.padEnd(24)}${write(before).padStart(10)}${write(after).padStart(10)}${change.padStart(10)}\n`;
  };
  const kinds = [...new Set([...start.workers, ...end.workers].map(({ kind }) => kind))];
  const parts = ['objects', 'buffers', 'wasm'] as const;
  const sum = (heaps: readonly Heap[], part: (typeof parts)[number]) =>
    heaps.reduce((total, heap) => total + heap[part], 0);
  return [
    ...parts.map((part) => line(`page, ${part}, MB`, ({ page }) => page[part], megabytes)),
    line('page, code, MB', ({ page }) => page.code, megabytes),
    ...kinds.flatMap((kind) =>
      parts.map((part) =>
        line(
          `${kind}, ${part}, MB`,
          ({ workers }) =>
            sum(
              workers.filter((worker) => worker.kind === kind),
              part,
            ),
          megabytes,
        ),
      ),
    ),
    line('all heaps, MB', sizeOfAll, megabytes),
    line('process, MB', (measured) => measured.process, megabytes),
    line('tensors', ({ tensors }) => tensors.tensors),
    line('bytes in tensors', ({ tensors }) => tensors.bytes),
    line('workers', ({ workers }) => workers.length),
    line('nodes', ({ page }) => page.nodes),
    line('listeners', ({ page }) => page.listeners),
    line('WebGL contexts', ({ page }) => page.contexts),
  ].join('');
}
