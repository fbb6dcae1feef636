import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';

/** Seven nodes, directed and weighted, node 6 alone, dense features, a node without a class. */
export function directed(withEdgeFeatures: boolean): GraphData {
  const edgeIndex = buildEdgeIndex(7, [0, 2, 4, 0, 1, 1, 2, 3, 5, 4], [1, 1, 1, 2, 2, 3, 3, 4, 4, 5], {
    undirected: false,
  });
  const count = edgeIndex.source.length;
  const waves = (rows: number, columns: number, step: number) => ({
    numRows: rows,
    numCols: columns,
    values: Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(step * i + 1)),
  });
  return {
    name: 'small',
    numNodes: 7,
    edgeIndex,
    edgeWeight: Float32Array.from({ length: count }, (_, e) => 0.25 + (e % 4) / 2),
    ...(withEdgeFeatures ? { edgeFeatures: waves(count, 3, 2) } : {}),
    features: { kind: 'dense', matrix: waves(7, 5, 0.7) },
    labelling: {
      id: 'own',
      name: 'own',
      classNames: ['a', 'b', 'c'],
      y: Int32Array.of(0, 1, 2, 0, 1, 2, -1),
      split: { train: Int32Array.of(0, 1, 2), val: Int32Array.of(3), test: Int32Array.of(4, 5) },
    },
    nodeNames: null,
    positions: null,
  };
}

const LOOPS = [0, 4, 11, 33];

/** Karate Club with a self-loop at some members; weighted, every edge has the same weight both ways. */
export function loopedClub(isWeighted: boolean): GraphData {
  const graph = karate('modularity');
  const { source, target } = graph.edgeIndex;
  const edgeIndex = buildEdgeIndex(34, [...source, ...LOOPS], [...target, ...LOOPS], {
    undirected: false,
    keepsLoops: true,
  });
  const weightOf = (from: number, e: number) => 0.5 + ((from + edgeIndex.target[e]!) % 4);
  return {
    ...graph,
    edgeIndex,
    edgeWeight: isWeighted ? Float32Array.from(edgeIndex.source, weightOf) : null,
  };
}
