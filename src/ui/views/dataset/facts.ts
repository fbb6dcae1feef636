import { isSymmetric, knownSymmetry } from '../../../data/graph/edgeIndex';
import { numFeatures, type GraphData } from '../../../data/graph/graphData';
import { numUndirectedEdges } from '../../../data/graph/selfLoops';
import type { DatasetDescriptor } from '../../../data/run/datasets';
import { writeCount } from '../../widgets/numbers';

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly hint?: string;
}

const PARTS = [
  { name: 'labelled', part: 'train', hint: 'Nodes whose label the model learns from.' },
  { name: 'validation', part: 'val', hint: 'Nodes that the best epoch is chosen on.' },
  { name: 'test', part: 'test', hint: 'Nodes that the result is measured on.' },
] as const;

/** What the set says of itself, before it is loaded. */
export const announcedFacts = ({ counts }: DatasetDescriptor): readonly Fact[] => [
  { name: 'nodes', value: writeCount(counts.nodes) },
  { name: 'edges', value: writeCount(counts.edges) },
  { name: 'features', value: writeCount(counts.features) },
  { name: 'classes', value: writeCount(counts.classes) },
  ...PARTS.flatMap(({ name, part, hint }) => {
    const count = counts[part];
    return count === null ? [] : [{ name, value: writeCount(count), hint }];
  }),
];

/** Of more edges than this it takes too long to ask, while the page waits, whether all stand both ways: the canvas finds out. */
const MANY_EDGES = 250_000;

function edgesFact({ numNodes, edgeIndex }: GraphData): Fact {
  const { length } = edgeIndex.source;
  const isKnown = length <= MANY_EDGES || knownSymmetry(edgeIndex) !== null;
  if (!isKnown) return { name: 'edges', value: '…', hint: 'They are being counted.' };
  return isSymmetric(numNodes, edgeIndex)
    ? { name: 'edges', value: writeCount(numUndirectedEdges(edgeIndex)) }
    : { name: 'directed edges', value: writeCount(length), hint: 'Messages go along them one way only.' };
}

/** What is counted in the graph itself. */
export const countedFacts = (graph: GraphData): readonly Fact[] => {
  const { split, classNames } = graph.labelling;
  return [
    { name: 'nodes', value: writeCount(graph.numNodes - (graph.tombstones?.length ?? 0)) },
    edgesFact(graph),
    graph.features.kind === 'identity'
      ? { name: 'features', value: 'identity', hint: 'Each node is known by its own index alone.' }
      : { name: 'features', value: writeCount(numFeatures(graph.features)) },
    { name: 'classes', value: classNames.length > 0 ? writeCount(classNames.length) : 'none' },
    ...PARTS.flatMap(({ name, part, hint }) => {
      if (classNames.length === 0) return [];
      const nodes = split[part];
      return nodes ? [{ name, value: writeCount(nodes.length), hint }] : [];
    }),
  ];
};
