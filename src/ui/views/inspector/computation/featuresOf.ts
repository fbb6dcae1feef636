import { numFeatures, type Features } from '../../../../data/graph/graphData';

export interface NodeFeatures {
  /** Those that are not 0, ascending by index, as the set has them. */
  readonly features: readonly { readonly index: number; readonly value: number }[];
  readonly numCols: number;
  readonly isIdentity: boolean;
}

export function featuresOf(features: Features, node: number): NodeFeatures {
  const numCols = numFeatures(features);
  if (features.kind === 'identity')
    return { features: [{ index: node, value: 1 }], numCols, isIdentity: true };
  if (features.kind === 'dense') {
    const row = features.matrix.values.subarray(node * numCols, (node + 1) * numCols);
    const all = Array.from(row, (value, index) => ({ index, value }));
    return { features: all.filter(({ value }) => value !== 0), numCols, isIdentity: false };
  }
  const { rowPtr, colIndex, values } = features.matrix;
  const [start, end] = [rowPtr[node]!, rowPtr[node + 1]!];
  const found = Array.from(colIndex.subarray(start, end), (index, k) => ({
    index,
    value: values[start + k]!,
  }));
  return { features: found.filter(({ value }) => value !== 0), numCols, isIdentity: false };
}
