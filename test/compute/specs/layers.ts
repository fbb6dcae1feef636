/** The specs of all kinds of layers, for one backend after the other. */
import { aggregationSpec } from './layers/aggregation';
import { attentionSpec } from './layers/attention';
import { layerGoldenSpec } from './layers/golden';
import { propagationSpec } from './layers/propagation';

export function layerSpecs(): void {
  propagationSpec();
  aggregationSpec();
  attentionSpec();
  layerGoldenSpec();
}
