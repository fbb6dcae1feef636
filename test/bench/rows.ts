/** What the bench measures; a new row is a line in ROWS and a case in bench.worker.ts. A row is measured in a worker of its own: a backend and its worker live and die together. */
import { defaultLayer } from '../../src/data/run/layers/defaults';
import { MODELS, type ModelDescriptor } from '../../src/data/run/models';
import type { BackendName } from '../../src/data/run/backend';

export interface Row {
  readonly id: string;
  readonly name: string;
  /** The product's own code: which model, on which backend; null for the yardsticks. */
  readonly ours: { readonly model: ModelDescriptor; readonly backend: BackendName } | null;
}

const modelOf = (id: string): ModelDescriptor => {
  const model = MODELS.find((each) => each.id === id);
  if (!model)
    throw new Error(`bench: expected one of ${MODELS.map((each) => each.id).join(', ')}, got ${id}.`);
  return model;
};

const GCN = modelOf('gcn');

/** GIN as narrow as the others; the product's own is 64 wide. */
const GIN_16: ModelDescriptor = {
  ...modelOf('gin'),
  layers: [
    defaultLayer('gin', { width: 16, inner: 16 }),
    defaultLayer('gin', { inner: 16, activation: 'none' }),
  ],
};

/** What the width and the settings of each model are, where the name alone does not say. */
const SIZES: Readonly<Record<string, string>> = {
  appnp: 'APPNP-64, K = 10',
  gat: 'GAT 8x8',
  gin: 'GIN-64',
  sage: 'GraphSAGE-mean 16',
};

export const ROWS: readonly Row[] = [
  { id: 'dense', name: 'yardstick B: dense tfjs, wasm, no dropout', ours: null },
  { id: 'ops', name: 'yardstick A: tfjs ops + one SpMM, wasm', ours: null },
  { id: 'wasm', name: 'GCN, wasm', ours: { model: GCN, backend: 'wasm' } },
  { id: 'cpu', name: 'GCN, cpu', ours: { model: GCN, backend: 'cpu' } },
  { id: 'webgpu', name: 'GCN, webgpu', ours: { model: GCN, backend: 'webgpu' } },
  { id: 'gin16', name: 'GIN-16, wasm', ours: { model: GIN_16, backend: 'wasm' } },
  ...MODELS.filter(({ id, layers }) => id !== 'gcn' && layers.length > 0).map((model): Row => ({
    id: model.id,
    name: `${SIZES[model.id] ?? model.name}, wasm`,
    ours: { model, backend: 'wasm' },
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
