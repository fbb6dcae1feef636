/**
 * What follows m_i in every layer: h'_i = (act(norm(m_i + b)) + r_i) / length. The order of compute/nn/finish.ts, with
 * GraphSAGE's unit length after it.
 */
import type { CommonSpec } from '../../data/run/layers/descriptor';
import type { Activation } from '../../data/run/params';
import type { FinishTrace, NormTrace } from '../../data/run/trace';
import { added, lengthOf, relu, scaled, type Row, type Rows } from './rows';

/** As in PyTorch; see compute/nn/finish.ts. */
const EPSILON = 1e-5;
/** Shorter rows count as this long; see compute/nn/conv/sage.ts. */
const SHORTEST = 1e-12;

const ACTIVATE: Record<Activation, (x: number) => number> = {
  relu,
  tanh: Math.tanh,
  elu: (x) => (x < 0 ? Math.expm1(x) : x),
  none: (x) => x,
};

export interface Finisher {
  /** h'_i from m_i. */
  readonly row: (m: Row, node: number) => Row;
  readonly trace: (m: Row, node: number) => FinishTrace;
}

export interface FinisherParts {
  readonly spec: Pick<CommonSpec, 'activation' | 'norm'>;
  readonly numNodes: number;
  /** m of every node: the statistics of 'batch' are taken over all. */
  readonly rule: Rows;
  /** A vector of the layer by role, null where it has none. */
  readonly vector: (role: string) => Row | null;
  /** Rows of the residual, null for none. */
  readonly residual: Rows | null;
  readonly unitLength: boolean;
}

/** Mean and (biased) variance of `count` numbers. */
function moments(count: number, at: (i: number) => number): { mean: number; variance: number } {
  let mean = 0;
  for (let i = 0; i < count; i++) mean += at(i) / count;
  let variance = 0;
  for (let i = 0; i < count; i++) variance += (at(i) - mean) ** 2 / count;
  return { mean, variance };
}

type Statistics = Pick<NormTrace, 'mean' | 'variance'>;

function batchStatistics(rows: readonly Row[], width: number): Statistics {
  const channels = Array.from({ length: width }, (_, c) => moments(rows.length, (i) => rows[i][c]));
  return {
    mean: Float32Array.from(channels, ({ mean }) => mean),
    variance: Float32Array.from(channels, ({ variance }) => variance),
  };
}

function layerStatistics(row: Row): Statistics {
  const { mean, variance } = moments(row.length, (c) => row[c]);
  return { mean: Float32Array.of(mean), variance: Float32Array.of(variance) };
}

const normalised = (row: Row, { mean, variance, epsilon, scale, shift }: NormTrace): Row =>
  row.map((value, c) => {
    const k = mean.length === 1 ? 0 : c;
    return ((value - mean[k]) / Math.sqrt(variance[k] + epsilon)) * scale[c] + shift[c];
  });

/** h'_i from m_i and the parts of a trace: `length` is not measured again. */
export function finished(
  m: Row,
  { bias, norm, activation, residual, length }: Omit<FinishTrace, 'preActivation' | 'activated'>,
): { preActivation: Row; activated: Row; output: Row } {
  const biased = bias ? added(m, bias) : m;
  const preActivation = norm ? normalised(biased, norm) : biased;
  const activated = preActivation.map(ACTIVATE[activation]);
  const sum = residual ? added(activated, residual) : activated;
  return { preActivation, activated, output: length === null ? sum : scaled(sum, 1 / length) };
}

export function createFinisher(parts: FinisherParts): Finisher {
  const { spec, numNodes, rule, vector, residual, unitLength } = parts;
  const bias = vector('bias');
  let batch: Statistics | null = null;

  const biased = (m: Row): Row => (bias ? added(m, bias) : m);
  const statistics = (m: Row): Statistics => {
    if (spec.norm === 'layer') return layerStatistics(biased(m));
    batch ??= batchStatistics(
      Array.from({ length: numNodes }, (_, node) => biased(rule(node))),
      m.length,
    );
    return batch;
  };
  const normOf = (m: Row): NormTrace | null =>
    spec.norm === 'none'
      ? null
      : {
          kind: spec.norm,
          ...statistics(m),
          epsilon: EPSILON,
          scale: vector('norm scale') ?? new Float32Array(m.length).fill(1),
          shift: vector('norm shift') ?? new Float32Array(m.length),
        };
  const trace = (m: Row, node: number): FinishTrace => {
    const { activation } = spec;
    const known = { bias, norm: normOf(m), activation, residual: residual?.(node) ?? null };
    const { preActivation, activated, output } = finished(m, { ...known, length: null });
    const length = unitLength ? Math.max(lengthOf(output), SHORTEST) : null;
    return { ...known, preActivation, activated, length };
  };
  return { trace, row: (m, node) => finished(m, trace(m, node)).output };
}
