/** Which nodes a factorisation joins to one: those with a large dot product z_i . z_j. */
import type { DenseMatrix } from '../../data/graph/graphData';

/**
 * The `k` nodes with the largest dot product with `node`, the largest first, ties by index; without itself.
 *
 * @param gone nodes that were deleted
 */
export function largestProducts(
  { numRows, numCols, values }: DenseMatrix,
  node: number,
  k: number,
  gone: ArrayLike<number> = [],
): { nodes: Int32Array; products: Float32Array; own: number } {
  const products = new Float64Array(numRows);
  for (let i = 0; i < numRows; i++)
    for (let c = 0; c < numCols; c++) products[i] += values[i * numCols + c] * values[node * numCols + c];
  const left = new Set(Array.from(gone));
  const nodes = Int32Array.from(products.keys())
    .filter((i) => i !== node && !left.has(i))
    .sort((a, b) => products[b] - products[a] || a - b)
    .slice(0, k);
  return { nodes, products: Float32Array.from(nodes, (i) => products[i]), own: products[node] };
}
