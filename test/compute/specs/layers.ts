/** The specs of all kinds of layers, for one backend after the other. */
import { layerGoldenSpec } from './layers/golden';
import { propagationSpec } from './layers/propagation';

export function layerSpecs(): void {
  propagationSpec();
  layerGoldenSpec();
}
