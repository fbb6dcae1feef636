/** Cosine of both nodes' features: no edge at all. 0 where a node has none. */
import type { Features } from '../../data/graph/graphData';
import { pairByPair, type Baseline } from './baseline';

/** Product of the features of two nodes. */
function productOf(features: Features): (u: number, v: number) => number {
  if (features.kind === 'identity') return (u, v) => (u === v ? 1 : 0);
  if (features.kind === 'dense') {
    const { numCols, values } = features.matrix;
    return (u, v) => {
      let sum = 0;
      for (let c = 0; c < numCols; c++) sum += values[u * numCols + c] * values[v * numCols + c];
      return sum;
    };
  }
  const { rowPtr, colIndex, values } = features.matrix;
  return (u, v) => {
    let [i, j, sum] = [rowPtr[u], rowPtr[v], 0];
    while (i < rowPtr[u + 1] && j < rowPtr[v + 1]) {
      const [a, b] = [colIndex[i], colIndex[j]];
      if (a === b) sum += values[i] * values[j];
      if (a <= b) i += 1;
      if (b <= a) j += 1;
    }
    return sum;
  };
}

export const featureCosine: Baseline = {
  id: 'feature cosine',
  name: 'Feature cosine',
  formula: String.raw`\frac{x_u \cdot x_v}{\lVert x_u \rVert \, \lVert x_v \rVert}`,
  source: 'Salton and McGill, Introduction to modern information retrieval, 1983',
  score: ({ features }, pairs) => {
    const product = productOf(features);
    return pairByPair(pairs, (u, v) => {
      const lengths = Math.sqrt(product(u, u) * product(v, v));
      return lengths > 0 ? product(u, v) / lengths : 0;
    });
  },
};
