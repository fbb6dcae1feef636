import type { LayerSpec } from '../../../data/spec/layers';
import { ACTIVATIONS, type ParamValue } from '../../../data/spec/params';

/** A form speaks of keys and values; this makes a change of a layer of them. Null where they do not fit. */
export function layerChange(key: string, value: ParamValue): Partial<LayerSpec> | null {
  switch (key) {
    case 'width':
      return typeof value === 'number' ? { width: value } : null;
    case 'bias':
      return typeof value === 'boolean' ? { bias: value } : null;
    case 'activation': {
      const activation = ACTIVATIONS.find((known) => known === value);
      return activation ? { activation } : null;
    }
    default:
      return null;
  }
}
