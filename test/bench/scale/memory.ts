/** What a run holds, in bytes. */
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, memory } from '@tensorflow/tfjs-core';
import type { GraphData } from '../../../src/data/graph/graphData';

export interface Held {
  /** All of the wasm backend's heap, in use or not: it never shrinks, so this is the most that there was. */
  readonly wasmHeap: number;
  /** Tensors, most of them on that heap. */
  readonly tensors: number;
  /** Typed arrays of the graph. */
  readonly graph: number;
  /** Of the page's JavaScript, typed arrays not among it; null where the browser does not tell. */
  readonly jsHeap: number | null;
}

function wasmHeapBytes(): number {
  const given = backend();
  if (!(given instanceof BackendWasm)) return 0;
  const wasm: object = given.wasm;
  const exported: unknown = 'asm' in wasm ? wasm.asm : null;
  const heap = exported && typeof exported === 'object' && 'memory' in exported ? exported.memory : null;
  return heap instanceof WebAssembly.Memory ? heap.buffer.byteLength : 0;
}

function jsHeapBytes(): number | null {
  const told: unknown = 'memory' in performance ? performance.memory : null;
  const used = told && typeof told === 'object' && 'usedJSHeapSize' in told ? told.usedJSHeapSize : null;
  return typeof used === 'number' ? used : null;
}

/** Bytes of all typed arrays inside a value, each once. */
function arrayBytes(value: unknown, seen = new Set<object>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Object.values(value).reduce<number>((sum, part) => sum + arrayBytes(part, seen), 0);
}

export const heldNow = (graph: GraphData): Held => ({
  wasmHeap: wasmHeapBytes(),
  tensors: memory().numBytes,
  graph: arrayBytes(graph),
  jsHeap: jsHeapBytes(),
});
