/** The numbers of a graph that a script needs, as arrays by name: written into the script, or into a .npz beside it. */
import { trainedClasses } from './trainedClasses';
import type { EdgeIndex, Features, GraphData } from '../graph/graphData';
import { countLoops } from '../graph/selfLoops';
import { adjacency, transpose } from '../graph/sparse';

export interface NamedArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Int32Array | Float32Array;
}

/** What is in the arrays, in the few forms that the script tells apart. */
export interface GraphArrays {
  readonly arrays: readonly NamedArray[];
  /** Every edge stands once, and carries messages both ways. */
  readonly isMirrored: boolean;
  /** Whether an edge leads from a node to itself: it carries its message once. */
  readonly hasLoops: boolean;
  /** `columns`: the entries that are not zero, row by row, all 1 where there are no `values`. */
  readonly features: 'identity' | 'dense' | 'columns';
}

const ints = (name: string, values: ArrayLike<number>): NamedArray => ({
  name,
  shape: [values.length],
  values: Int32Array.from(values),
});
const floats = (name: string, values: Float32Array, shape = [values.length]): NamedArray => ({
  name,
  shape,
  values,
});

export function graphArrays(graph: GraphData): GraphArrays {
  const edges = edgeArrays(graph);
  const { y, split } = graph.labelling;
  const classes = trainedClasses(graph.labelling);
  const differs = classes.some((label, node) => label !== y[node]);
  return {
    isMirrored: edges.isMirrored,
    hasLoops: countLoops(graph.edgeIndex) > 0,
    features: graph.features.kind === 'sparse' ? 'columns' : graph.features.kind,
    arrays: [
      ...edges.arrays,
      ...featureArrays(graph.features),
      ints('y', y),
      ...(differs ? [ints('target', classes)] : []),
      ints(
        'train',
        split.train.filter((node) => classes[node] >= 0),
      ),
      ...(split.val ? [ints('val', split.val)] : []),
      ...(split.test ? [ints('test', split.test)] : []),
    ],
  };
}

function edgeArrays({ numNodes, edgeIndex, edgeWeight, edgeFeatures }: GraphData) {
  const isMirrored = !edgeFeatures && isSymmetric(numNodes, edgeIndex, edgeWeight);
  const { source, target } = edgeIndex;
  const kept = Int32Array.from(source.keys()).filter((e) => !isMirrored || source[e] <= target[e]);
  const pairs = new Int32Array(2 * kept.length);
  kept.forEach((e, k) => {
    pairs[2 * k] = source[e];
    pairs[2 * k + 1] = target[e];
  });
  const arrays: NamedArray[] = [{ name: 'edges', shape: [kept.length, 2], values: pairs }];
  if (edgeWeight)
    arrays.push(
      floats(
        'edge_weight',
        Float32Array.from(kept, (e) => edgeWeight[e]),
      ),
    );
  if (edgeFeatures)
    arrays.push(floats('edge_attr', edgeFeatures.values, [edgeFeatures.numRows, edgeFeatures.numCols]));
  return { arrays, isMirrored };
}

/** Whether every edge also stands the other way round, with the same weight: whether A is its own transpose. */
function isSymmetric(numNodes: number, edges: EdgeIndex, weight: Float32Array | null): boolean {
  const a = adjacency(numNodes, edges, weight);
  const turned = transpose(a).matrix;
  return (
    a.colIndex.every((column, e) => column === turned.colIndex[e] && a.values[e] === turned.values[e]) &&
    a.rowPtr.every((start, row) => start === turned.rowPtr[row])
  );
}

function featureArrays(features: Features): readonly NamedArray[] {
  if (features.kind === 'identity') return [];
  if (features.kind === 'dense') {
    const { numRows, numCols, values } = features.matrix;
    return [floats('x', values, [numRows, numCols])];
  }
  const { rowPtr, colIndex, values } = features.matrix;
  const counts = Int32Array.from({ length: rowPtr.length - 1 }, (_, row) => rowPtr[row + 1] - rowPtr[row]);
  const isOnes = values.every((value) => value === 1);
  return [
    ints('x_per_node', counts),
    ints('x_column', colIndex),
    ...(isOnes ? [] : [floats('x_value', values)]),
  ];
}
