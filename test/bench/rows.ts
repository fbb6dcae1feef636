/** What the bench measures; a new row is a line in ROWS and a case in bench.worker.ts. A row is measured in a worker of its own: a backend and its worker live and die together. */
import { MODELS } from '../../src/data/spec/models';
import type { BackendName } from '../../src/engine/types';

export interface Row {
  readonly id: string;
  readonly name: string;
  /** The product's own code: which model, on which backend; null for the yardsticks. */
  readonly ours: { readonly model: string; readonly backend: BackendName } | null;
}

const OTHER_MODELS = MODELS.filter(({ id }) => id !== 'gcn');

export const ROWS: readonly Row[] = [
  { id: 'dense', name: 'yardstick B: dense tfjs, wasm, no dropout', ours: null },
  { id: 'ops', name: 'yardstick A: tfjs ops + one SpMM, wasm', ours: null },
  { id: 'wasm', name: 'GCN, wasm', ours: { model: 'gcn', backend: 'wasm' } },
  { id: 'cpu', name: 'GCN, cpu', ours: { model: 'gcn', backend: 'cpu' } },
  { id: 'webgpu', name: 'GCN, webgpu', ours: { model: 'gcn', backend: 'webgpu' } },
  ...OTHER_MODELS.map(({ id, name }): Row => ({
    id,
    name: `${name}, wasm`,
    ours: { model: id, backend: 'wasm' },
  })),
];

export type RowId = Row['id'];

/** What a worker is asked, and what it answers. */
export interface Question {
  readonly row: RowId;
  /** Address of the folder that holds datasets/, ending in a slash. */
  readonly base: string;
}

export interface Measured {
  readonly row: RowId;
  /** Which graph it was: Cora, or the synthetic set where Cora's files are not served. */
  readonly graph: string;
  /** Milliseconds of one training step, without evaluation: the median of `samples`. */
  readonly epochMs: number;
  readonly samples: readonly number[];
  /** Milliseconds of one evaluation: forward pass without dropout, read back, all metrics; null for yardsticks. */
  readonly evaluationMs: number | null;
  /** Kernels that one training step runs; on webgpu, programs dispatched. */
  readonly launches: number;
  /** The adapter's name on webgpu. */
  readonly note: string;
}

export type Answer =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'failed'; readonly row: RowId; readonly message: string };
