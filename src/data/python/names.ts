/** How a script and its run are called. */
import type { GraphData } from '../graph/graphData';
import { MODELS } from '../run/models';
import type { RunSpec } from '../run/runSpec';
import { plain } from './literals';

const LONGEST_STEM = 60;

/** Letters, digits and underscores: a name for files, of model and graph. */
export function fileStem({ model }: RunSpec, { name }: GraphData): string {
  const stem = `${modelName(model.id)}_${name}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST_STEM)
    .replaceAll(/^_+|_+$/g, '');
  return stem || 'graph_network';
}

export const modelName = (id: string): string => plain(MODELS.find((model) => model.id === id)?.name ?? id);
