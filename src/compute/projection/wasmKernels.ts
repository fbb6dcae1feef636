/**
 * The heavy loops of projection in WebAssembly SIMD: the module of compute/wasm, on memories of its own that hold
 * nothing else. Sparse rows stay in JavaScript: their distances come from an index of columns, not from a dense loop.
 */
import { fail } from '../../data/base/errors';
import type { DenseMatrix } from '../../data/graph/graphData';
import { plainRanks, type ProjectionKernels } from './kernels';
import { isSparse } from './matrix';
import type { NeighbourLists } from './nearest';
import { nearestNeighbours } from './neighbours';
import { fitUmapCurve } from './umapCurve';
import { drawnEdges, forceTables } from './umapEdges';
import { epochKey, type CreateUmapLayout } from './umapLayout';

type Kernel = (...args: number[]) => void;

interface Exports {
  readonly umapEpoch: Kernel;
  readonly nearestRows: Kernel;
  readonly ranksFrom: Kernel;
}

const NAMES = ['umapEpoch', 'nearestRows', 'ranksFrom'] as const;
const isComplete = (exported: WebAssembly.Exports): exported is WebAssembly.Exports & Exports =>
  NAMES.every((name) => typeof exported[name] === 'function');

const PAGE = 65_536;
/** Numbers multiplied between two yields: a few milliseconds' worth. */
const PRODUCTS_PER_SLICE = 8_000_000;

/** One instance of the module on a memory of its own. */
interface Heap {
  readonly kernels: Exports;
  readonly memory: WebAssembly.Memory;
  /** Room for parts of so many bytes, each on a multiple of 16: where each begins. */
  lay(bytes: readonly number[]): number[];
}

function createHeap(module: WebAssembly.Module): Heap {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
  if (!isComplete(kernels))
    throw fail('wasm', `expected kernels ${NAMES.join(', ')}, got a module without`, 'Run npm run wasm.');
  return {
    kernels,
    memory,
    lay: (bytes) => {
      let end = 16;
      const offsets = bytes.map((size) => {
        const at = end;
        end = Math.ceil((at + size) / 16) * 16;
        return at;
      });
      const missing = Math.ceil(end / PAGE) - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
      return offsets;
    },
  };
}

/**
 * @param module kernels.wasm, compiled
 * @throws PlaygroundError when the module is a stale build
 */
export function wasmKernels(module: WebAssembly.Module): ProjectionKernels {
  // Heaps are kept for the next one who needs one: memories are given back late or never.
  const idle: Heap[] = [createHeap(module)];
  const take = (): Heap => idle.pop() ?? createHeap(module);
  const give = (heap: Heap) => void idle.push(heap);

  function* nearestDense(rows: DenseMatrix, k: number): Generator<void, NeighbourLists> {
    const { numRows } = rows;
    const others = k - 1;
    const heap = take();
    try {
      const width = paddedWidth(rows);
      const [table = 0, squared = 0, index = 0] = heap.lay([
        numRows * width * 4,
        numRows * others * 4,
        numRows * others * 4,
      ]);
      writeRows(heap, table, rows, width);
      new Float32Array(heap.memory.buffer, squared, numRows * others).fill(Infinity);
      const perSlice = 4 * Math.max(1, Math.floor(PRODUCTS_PER_SLICE / (4 * numRows * width)));
      for (let from = 0; from < numRows; from += perSlice) {
        const to = Math.min(from + perSlice, numRows);
        heap.kernels.nearestRows(table, width / 4, numRows, others, from, to, squared, index);
        yield;
      }
      return withThemselves(
        numRows,
        k,
        new Float32Array(heap.memory.buffer, squared, numRows * others),
        new Int32Array(heap.memory.buffer, index, numRows * others),
      );
    } finally {
      give(heap);
    }
  }

  const createLayout: CreateUmapLayout = (
    set,
    start,
    { seed, firstEpoch = 0, pruneEpochs, curve = fitUmapCurve() },
  ) => {
    const edges = drawnEdges(set, pruneEpochs, firstEpoch);
    const { pull, push } = forceTables(curve);
    const numEdges = edges.head.length;
    const parts = [start, edges.head, edges.tail, edges.period, edges.next, pull, push];
    const heap = take();
    const at = heap.lay(parts.map(({ byteLength }) => byteLength));
    const { buffer } = heap.memory;
    parts.forEach((part, p) => {
      const room = { buffer, offset: at[p]!, length: part.length };
      if (part instanceof Int32Array) new Int32Array(room.buffer, room.offset, room.length).set(part);
      else new Float32Array(room.buffer, room.offset, room.length).set(part);
    });
    const [positions = 0, head = 0, tail = 0, period = 0, next = 0, pulls = 0, pushes = 0] = at;
    let n = firstEpoch;
    return {
      positions: new Float32Array(buffer, positions, start.length),
      epoch: (rate) => {
        heap.kernels.umapEpoch(
          positions,
          head,
          tail,
          period,
          next,
          numEdges,
          set.numRows,
          pulls,
          pushes,
          n,
          rate,
          epochKey(seed, n),
        );
        n++;
      },
      release: () => give(heap),
    };
  };

  return {
    nearest: (rows, k) => {
      const entries = Math.max(1, Math.min(k, rows.numRows));
      return isSparse(rows) || entries < 2 ? nearestNeighbours(rows, k) : nearestDense(rows, entries);
    },
    ranks: (rows) => {
      if (isSparse(rows)) return plainRanks(rows);
      const { numRows } = rows;
      const heap = take();
      const width = paddedWidth(rows);
      const most = Math.min(numRows, MOST_RANKS);
      const [table = 0, distances = 0, asked = 0, answers = 0] = heap.lay([
        numRows * width * 4,
        (numRows + 8) * 4,
        most * 4,
        most * 4,
      ]);
      writeRows(heap, table, rows, width);
      const { buffer } = heap.memory;
      return {
        of: (row, others, ranks) => {
          for (let from = 0; from < others.length; from += most) {
            const part = others.subarray(from, from + most);
            new Int32Array(buffer, asked, part.length).set(part);
            heap.kernels.ranksFrom(table, width / 4, numRows, row, asked, part.length, answers, distances);
            ranks.set(new Int32Array(buffer, answers, part.length), from);
          }
        },
        release: () => give(heap),
      };
    },
    createLayout,
  };
}

/** Ranks asked for at once; longer lists go in parts. */
const MOST_RANKS = 256;

const paddedWidth = ({ numCols }: DenseMatrix): number => Math.max(4, Math.ceil(numCols / 4) * 4);

function writeRows(
  heap: Heap,
  offset: number,
  { numRows, numCols, values }: DenseMatrix,
  width: number,
): void {
  const table = new Float32Array(heap.memory.buffer, offset, numRows * width);
  if (width === numCols) return table.set(values);
  table.fill(0);
  for (let i = 0; i < numRows; i++) table.set(values.subarray(i * numCols, (i + 1) * numCols), i * width);
}

/** Lists of others as lists that begin with the row itself, at distance 0. */
function withThemselves(
  numRows: number,
  k: number,
  squared: Float32Array,
  others: Int32Array,
): NeighbourLists {
  const index = new Int32Array(numRows * k);
  const distance = new Float32Array(numRows * k);
  for (let row = 0; row < numRows; row++) {
    index[row * k] = row;
    for (let j = 0; j < k - 1; j++) {
      index[row * k + 1 + j] = others[row * (k - 1) + j]!;
      distance[row * k + 1 + j] = Math.sqrt(squared[row * (k - 1) + j]!);
    }
  }
  return { numRows, k, index, distance };
}
