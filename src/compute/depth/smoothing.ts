/**
 * How alike a layer has made the nodes: two numbers of an embedding H, for over-smoothing.
 *
 * Energy: E(H) / |H|^2 with E(H) = 1/2 sum over directed edges (i, j) of |h_i / sqrt(1 + d_i) - h_j / sqrt(1 + d_j)|^2
 * (Cai and Wang, A Note on Over-Smoothing for Graph Neural Networks, 2020), d without self-loops, and |H| the Frobenius
 * norm. Without that division it grows with the weights and says nothing. 0: all neighbours alike.
 *
 * Mean cosine: over all pairs of nodes, those with a row of zeros left out. 1: all rows point the same way.
 */
import type { DenseMatrix, EdgeIndex } from '../../data/graph/graphData';
import { gcnScale } from '../../data/graph/normalise';

export interface Smoothing {
  /** 0 or above; NaN where every row is zero. */
  readonly energy: number;
  /** -1 to 1; NaN where fewer than two rows are not zero. */
  readonly cosine: number;
}

export function smoothingOf({ numRows, numCols, values }: DenseMatrix, edges: EdgeIndex): Smoothing {
  const scale = gcnScale({ numNodes: numRows, edgeIndex: edges, edgeWeight: null });
  let energy = 0;
  for (let e = 0; e < edges.source.length; e++) {
    const [i, j] = [edges.target[e], edges.source[e]];
    for (let c = 0; c < numCols; c++) {
      const difference = values[i * numCols + c] * scale[i] - values[j * numCols + c] * scale[j];
      energy += difference * difference;
    }
  }
  // The sum over all pairs of unit rows is the squared length of their sum.
  const total = new Float64Array(numCols);
  let squares = 0;
  let rows = 0;
  for (let from = 0; from < numRows * numCols; from += numCols) {
    let square = 0;
    for (let c = 0; c < numCols; c++) square += values[from + c] * values[from + c];
    if (square === 0) continue;
    squares += square;
    rows += 1;
    const length = Math.sqrt(square);
    for (let c = 0; c < numCols; c++) total[c] += values[from + c] / length;
  }
  const all = total.reduce((sum, value) => sum + value * value, 0);
  return { energy: energy / 2 / squares, cosine: rows > 1 ? (all - rows) / (rows * (rows - 1)) : NaN };
}
