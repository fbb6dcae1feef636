import type { DatasetDescriptor } from '../../../data/run/datasets';
import type { ModelDescriptor } from '../../../data/run/models';
import { TRAIN_PARAMS, type TrainSpec } from '../../../data/run/training';
import { writeSetting } from '../../widgets/numbers';

function written(settings: Partial<TrainSpec>): string {
  return TRAIN_PARAMS.flatMap(({ key, label }) => {
    const value = settings[key];
    if (value === undefined) return [];
    if (typeof value === 'boolean') return [value ? label : `no ${label}`];
    return [`${label} ${typeof value === 'number' ? writeSetting(value) : value}`];
  }).join(', ');
}

/** The training settings that came with a model, and those that the data set put in their place; null for none. */
export function recipeText(
  { id, name, training, method }: ModelDescriptor,
  set: DatasetDescriptor,
): string | null {
  const own = Object.keys(training);
  if (own.length === 0) return null;
  const recipe = method ? set.recipe.methods?.[id] : set.recipe.training;
  const ofSet = Object.entries(recipe ?? {}).filter(([key]) => own.includes(key));
  const overruled = Object.fromEntries(ofSet);
  const kept = Object.fromEntries(Object.entries(training).filter(([key]) => !(key in overruled)));
  if (ofSet.length === 0) return `${name}’s recipe: ${written(kept)}.`;
  const changed = `changed for this graph: ${written(overruled)}.`;
  return written(kept) === ''
    ? `${name}’s recipe, ${changed}`
    : `${name}’s recipe: ${written(kept)}; ${changed}`;
}
