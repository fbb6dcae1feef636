/** The little arithmetic that a picture of a trace needs beyond the trace's own rows. */
import type { DenseMatrix } from '../../../../data/graph/graphData';
import type { Trace } from '../../../../data/run/trace';

type Row = Float32Array;

export const added = (a: Row, b: Row): Row => a.map((value, c) => value + b[c]!);

/** Euclidean. */
export const lengthOf = (row: Row): number => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));

/** row W. */
export function times(row: Row, { numCols, values }: DenseMatrix): Row {
  const product = new Float32Array(numCols);
  row.forEach((factor, k) => {
    if (factor === 0) return;
    for (let c = 0; c < numCols; c++) product[c]! += factor * values[k * numCols + c]!;
  });
  return product;
}

/** m_i: what a layer's own rule gives, before bias, norm, activation and residual. */
export function ruleRow(trace: Trace): Row {
  switch (trace.rule) {
    case 'plain':
      return trace.product;
    case 'sum':
      return trace.after ? times(trace.after.hidden, trace.after.map.weight) : trace.sum;
    case 'attention':
      return trace.sum;
    case 'max':
      return added(trace.own, trace.map ? times(trace.maximum, trace.map.weight) : trace.maximum);
    case 'gated':
      return trace.rounds.at(-1)?.state ?? trace.start;
    case 'propagate':
      return trace.steps.at(-1)?.value ?? trace.start;
    default:
      return trace satisfies never;
  }
}
