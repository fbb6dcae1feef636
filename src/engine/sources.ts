/**
 * The page's side of the data and layout workers: each job gets a worker of its own, which ends with it, so that a
 * large file or a long layout leaves nothing behind and can be cancelled at once.
 */
import type { GraphData } from '../data/graph/graphData';
import type { DataRef } from '../data/run/runSpec';
import { blobWorker } from './blobWorker';
import dataWorker from './data.worker.ts?worker&url';
import type { DataCalls, DataEvent, LayoutCalls, LayoutEvent } from './protocol';
import { failureOf, startWorker } from './startWorker';
import { connect, type Line } from './wire';

/** Resolves when the job is over; `cancel` ends it without an answer. */
export interface Job<T> {
  readonly result: Promise<T>;
  readonly cancel: () => void;
}

function cancelled(worker: Worker, line: { cut(reason: string): void }): void {
  worker.terminate();
  line.cut('engine: cancelled by a newer request');
}

/**
 * Loads a data set: parsed, checked or generated in a worker.
 * @param how.files dropped by the visitor, by file name, or null
 * @param how.mayDownload whether the set's public source may be asked
 */
export function loadData(
  data: DataRef,
  { files, mayDownload }: Pick<DataCalls['load']['args'], 'files' | 'mayDownload'>,
  onProgress: (sentence: string) => void,
): Job<GraphData> {
  const base = new URL('.', document.baseURI).href;
  return askDataWorker((line) => line.call('load', { data, base, files, mayDownload }), onProgress);
}

/** Reads a graph of the visitor's own from the bytes that it is kept as. Rejects where they are damaged. */
export const unpackInWorker = (packed: Uint8Array): Job<GraphData> =>
  askDataWorker((line) => line.call('unpack', { packed }));

/** It parses files: started from a blob, so that the page's policy holds in it. */
function askDataWorker(
  ask: (line: Line<DataCalls>) => Promise<GraphData>,
  onProgress: (sentence: string) => void = () => {},
): Job<GraphData> {
  const worker = blobWorker(dataWorker);
  const line = connect<DataCalls, DataEvent>(worker, (event) => onProgress(event.sentence));
  worker.addEventListener('error', (event) => line.cut(failureOf(event, 'data')));
  const result = ask(line).finally(() => worker.terminate());
  return { result, cancel: () => cancelled(worker, line) };
}

/** Lays a graph out by ForceAtlas2, telling where the nodes are on the way, and how far it is (0 to 1). */
export function layOut(
  graph: GraphData,
  seed: number,
  onPositions: (positions: Float32Array, progress: number) => void,
): Job<Float32Array> {
  const worker = startWorker(
    () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
  );
  const line = connect<LayoutCalls, LayoutEvent>(worker, (event) =>
    onPositions(event.positions, event.progress),
  );
  worker.addEventListener('error', (event) => line.cut(failureOf(event, 'layout')));
  const { numNodes, edgeIndex } = graph;
  const result = line
    .call('layout', { numNodes, source: edgeIndex.source, target: edgeIndex.target, seed })
    .finally(() => worker.terminate());
  return { result, cancel: () => cancelled(worker, line) };
}
