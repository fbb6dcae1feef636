/** What is known of a visitor's own graph, in the shape of the sets on offer. */
import { numDirectedEdges, numFeatures, type Features, type GraphData } from '../graph/graphData';
import { mergeEdges, withoutDirection } from '../graph/mergeEdges';
import type { DatasetDescriptor } from '../run/datasets';
import type { TrainSpec } from '../run/training';

/** Below, hiding inputs and pulling weights costs more than it saves: see datasets/karate.json. */
const SMALL = 500;
/** Fewer features than this are all needed. */
const FEW_FEATURES = 64;

/** @param source what it came from: a file's name, an address */
export function ownDescriptor(graph: GraphData, id: string, source: string): DatasetDescriptor {
  const { name, numNodes, edgeIndex, features, labelling } = graph;
  const { train, val, test } = labelling.split;
  return {
    id,
    name,
    sentence: `Your own graph, from ${source}.`,
    synthetic: false,
    counts: {
      nodes: numNodes,
      edges: mergeEdges(numNodes, withoutDirection({ ...edgeIndex, weight: null }), 'sum').source.length,
      directedEdges: numDirectedEdges(graph),
      features: numFeatures(features),
      classes: labelling.classNames.length,
      train: train.length,
      val: val?.length ?? null,
      test: test?.length ?? null,
    },
    labellings: [{ id: labelling.id, name: labelling.name }],
    source: { name: source, url: null },
    licence: '',
    citation: '',
    download: null,
    recipe: {
      training: recipeFor(numNodes, features),
      ...(numNodes < SMALL ? { methods: { node2vec: { epochs: 100 } } } : {}),
    },
  };
}

/** Rows are divided by their sum only where that means something: counts and words, nothing below 0. */
function recipeFor(numNodes: number, features: Features): Partial<TrainSpec> {
  const normaliseFeatures =
    features.kind === 'identity' ||
    (features.kind === 'sparse' && features.matrix.values.every((value) => value >= 0));
  if (numNodes < SMALL) return { inputDropout: 0, dropout: 0, weightDecay: 0, normaliseFeatures };
  return numFeatures(features) < FEW_FEATURES
    ? { inputDropout: 0, normaliseFeatures }
    : { normaliseFeatures };
}
