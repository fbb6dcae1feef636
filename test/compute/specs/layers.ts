/** The specs of all kinds of layers, for one backend after the other. */
import { aggregationSpec } from './layers/aggregation';
import { attentionSpec } from './layers/attention';
import { gatedSpec } from './layers/gated';
import { layerGoldenSpec } from './layers/golden';
import { modelsSpec } from './layers/models';
import { propagationSpec } from './layers/propagation';
import { selfLoopsSpec } from './layers/selfLoops';

/** @param epochs of every model: see `modelsSpec` */
export function layerSpecs(epochs: number): void {
  propagationSpec();
  aggregationSpec();
  attentionSpec();
  gatedSpec();
  layerGoldenSpec();
  selfLoopsSpec();
  modelsSpec(epochs);
}
