import type { GraphData } from '../../data/graph/graphData';
import { DEFAULT_VIEW, type ColourMode } from './viewSpec';

/** Modes that say nothing of a graph without labels. */
export const OF_LABELS: readonly ColourMode[] = [
  'class',
  'prediction',
  'correctness',
  'split',
  'confidence',
  'loss',
];

const isUnlabelled = (graph: GraphData): boolean => graph.labelling.classNames.length === 0;

/** What nodes are coloured by once `graph` takes the place of `before`: by their place in the embedding where it has no labels. */
export function fittingColour(colourBy: ColourMode, graph: GraphData, before: GraphData | null): ColourMode {
  if (isUnlabelled(graph)) return OF_LABELS.includes(colourBy) ? 'embedding' : colourBy;
  const wasFitted = before !== null && isUnlabelled(before) && colourBy === 'embedding';
  return wasFitted ? DEFAULT_VIEW.colourBy : colourBy;
}
