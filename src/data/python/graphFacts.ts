/** What a script's model and training hang on of a graph. */
import { numEdgeChannels, numFeatures, type GraphData } from '../graph/graphData';

export interface GraphFacts {
  readonly numNodes: number;
  readonly numFeatures: number;
  readonly numClasses: number;
  readonly isWeighted: boolean;
  readonly edgeChannels: number;
  /** Whether some node for validation has a class. */
  readonly hasVal: boolean;
}

export const graphFacts = (graph: GraphData): GraphFacts => ({
  numNodes: graph.numNodes,
  numFeatures: numFeatures(graph.features),
  numClasses: graph.labelling.classNames.length,
  isWeighted: graph.edgeWeight !== null,
  edgeChannels: numEdgeChannels(graph),
  hasVal: graph.labelling.split.val?.some((node) => graph.labelling.y[node] >= 0) ?? false,
});
