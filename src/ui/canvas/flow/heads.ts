/** Attention heads of a layer of the model. */
import type { LayerSpec } from '../../../data/run/layers/layers';
import type { LayerInfo } from '../../../data/run/records';

/** 1 where there is no attention; 0 where `id` is the input. */
export function headsOf(
  model: readonly LayerSpec[],
  layers: readonly Pick<LayerInfo, 'id'>[],
  id: string,
): number {
  const spec = model[layers.findIndex((layer) => layer.id === id) - 1];
  if (!spec) return 0;
  return spec.kind === 'gat' ? spec.heads : 1;
}
