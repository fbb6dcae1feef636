/**
 * The table of embeddings in WebAssembly SIMD: the module of compute/wasm, on a memory of its own that holds nothing
 * else, so it runs beside any tensor backend.
 */
import { fail } from '../../data/base/errors';
import {
  ADAM,
  adamStepSize,
  pairsPerWalk,
  type EmbeddingTable,
  type TableShape,
  type TableState,
} from './skipGram';

type Kernel = (...args: number[]) => void;

interface SkipGramKernels {
  readonly skipGram: Kernel;
  readonly adamOfRows: Kernel;
}

const hasKernels = (exported: WebAssembly.Exports): exported is WebAssembly.Exports & SkipGramKernels =>
  typeof exported['skipGram'] === 'function' && typeof exported['adamOfRows'] === 'function';

const PAGE = 65_536;
/** Walks handed over at once; longer lists go in parts. */
const WALKS_AT_ONCE = 512;

/** Hands out parts of a memory, one after another, each on a multiple of 16 bytes. */
function layout() {
  let end = 16;
  return {
    take: (bytes: number): number => {
      const at = end;
      end = Math.ceil((at + bytes) / 16) * 16;
      return at;
    },
    pages: () => Math.ceil(end / PAGE),
  };
}

/**
 * @param module kernels.wasm, compiled
 * @param start numNodes x dimension each; copied
 * @throws PlaygroundError when the module is a stale build
 */
export function wasmTable(
  module: WebAssembly.Module,
  { numNodes, dimension, walkLength, context }: TableShape,
  start: TableState,
): EmbeddingTable {
  // Rows are padded to whole vectors; what pads them is zero and stays so.
  const width = Math.ceil(dimension / 4) * 4;
  const tableBytes = numNodes * width * 4;
  const room = layout();
  const at = {
    weights: room.take(tableBytes),
    gradient: room.take(tableBytes),
    firstMoment: room.take(tableBytes),
    secondMoment: room.take(tableBytes),
    touched: room.take(numNodes),
    walks: room.take(WALKS_AT_ONCE * walkLength * 4),
    loss: room.take(8),
    rows: room.take(walkLength * 4),
    scores: room.take((pairsPerWalk({ walkLength, context }) + 4) * 4),
    band: room.take(walkLength * walkLength * 4),
  };
  const memory = new WebAssembly.Memory({ initial: room.pages() });
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
  if (!hasKernels(kernels))
    throw fail('wasm', 'expected kernels skipGram and adamOfRows, got a module without', 'Run npm run wasm.');

  const write = (offset: number, values: Float32Array) => {
    const to = new Float32Array(memory.buffer, offset, numNodes * width);
    for (let node = 0; node < numNodes; node++)
      to.set(values.subarray(node * dimension, (node + 1) * dimension), node * width);
  };
  const read = (offset: number): Float32Array => {
    const from = new Float32Array(memory.buffer, offset, numNodes * width);
    if (width === dimension) return from.slice();
    const values = new Float32Array(numNodes * dimension);
    for (let node = 0; node < numNodes; node++)
      values.set(from.subarray(node * width, node * width + dimension), node * dimension);
    return values;
  };
  write(at.weights, start.weights);
  write(at.firstMoment, start.firstMoment);
  write(at.secondMoment, start.secondMoment);
  const given = new Int32Array(memory.buffer, at.walks, WALKS_AT_ONCE * walkLength);
  const loss = new Float64Array(memory.buffer, at.loss, 1);

  return {
    addWalks: (walks, isNegative, scale) => {
      loss[0] = 0;
      for (let from = 0; from < walks.length; from += given.length) {
        const part = walks.subarray(from, from + given.length);
        given.set(part);
        kernels.skipGram(
          at.walks,
          part.length / walkLength,
          walkLength,
          context,
          at.weights,
          at.gradient,
          at.touched,
          width,
          isNegative ? 1 : -1,
          scale,
          at.loss,
          at.rows,
          at.scores,
          at.band,
        );
      }
      return loss[0];
    },
    step: (learningRate, step) =>
      kernels.adamOfRows(
        at.weights,
        at.gradient,
        at.firstMoment,
        at.secondMoment,
        at.touched,
        numNodes,
        width,
        adamStepSize(learningRate, step),
        1 - ADAM.beta1,
        1 - ADAM.beta2,
        ADAM.epsilon,
      ),
    read: () => ({
      weights: read(at.weights),
      firstMoment: read(at.firstMoment),
      secondMoment: read(at.secondMoment),
    }),
  };
}
