import { NUMBERED_NODES } from '../../canvas/sizes';
import type { GraphData } from '../../../data/graph/graphData';
import { neighboursOf } from '../inspector/neighbours';

/**
 * What a camera has in sight when it goes to nodes that were found: in a small graph their neighbours too, which tell
 * where they are; in a larger one those of a hub would be most of the picture.
 */
export const withNeighbours = (graph: GraphData, nodes: readonly number[]): readonly number[] =>
  graph.numNodes > NUMBERED_NODES
    ? nodes
    : [...new Set(nodes.flatMap((node) => [node, ...neighboursOf(graph.edgeIndex, node)]))];
