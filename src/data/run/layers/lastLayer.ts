import type { LayerSpec } from './layers';

/** The layer as it is built at the end of a model: as wide as there are classes, with a score for each from all heads. */
export function asLastLayer(layer: LayerSpec, numClasses: number): LayerSpec {
  return layer.kind === 'gat'
    ? { ...layer, width: numClasses, combine: 'average' }
    : { ...layer, width: numClasses };
}
