import type { ProjectionMethod } from '../../data/run/pictures';
import type { LayerInfo } from '../../data/run/records';
import type { ViewSpec } from './viewSpec';

export type MethodSource = Pick<ViewSpec, 'method' | 'twoByAxes'>;

export const shownMethod = (
  { method, twoByAxes }: MethodSource,
  layer: Pick<LayerInfo, 'numCols'> | undefined,
): ProjectionMethod => (twoByAxes && method === 'umap' && layer?.numCols === 2 ? 'axes' : method);

/** The change of the view that has `layer` drawn by `next`, and leaves other layers as they are where it can. */
export function methodChange(
  view: MethodSource,
  layer: Pick<LayerInfo, 'numCols'> | undefined,
  next: ProjectionMethod,
): Partial<MethodSource> {
  if (layer?.numCols !== 2) return { method: next };
  if (next === 'axes' && view.method === 'umap') return { twoByAxes: true };
  return next === 'umap' ? { method: next, twoByAxes: false } : { method: next };
}
