/** What the page says of a visitor's own graph, as it does of its own sets. */
import { numDirectedEdges, numFeatures, type GraphData } from '../graph/graphData';
import type { DatasetDescriptor } from '../spec/datasets';

/** @param source what it came from: a file's name, an address */
export function ownDescriptor(graph: GraphData, id: string, source: string): DatasetDescriptor {
  const { labelling } = graph;
  const { train, val, test } = labelling.split;
  return {
    id,
    name: graph.name,
    sentence: `Your own graph, from ${source}.`,
    synthetic: false,
    counts: {
      nodes: graph.numNodes,
      edges: Math.ceil(numDirectedEdges(graph) / 2),
      directedEdges: numDirectedEdges(graph),
      features: numFeatures(graph.features),
      classes: labelling.classNames.length,
      train: train.length,
      val: val && val.length,
      test: test && test.length,
    },
    labellings: [{ id: labelling.id, name: labelling.name }],
    source: { name: source, url: null },
    licence: 'not known',
    citation: '',
    download: null,
    recipe: {},
  };
}
