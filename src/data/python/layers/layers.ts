/** What every kind of layer writes: a line each. */
import type { LayerSpec } from '../../run/layers/layers';
import { appnp } from './appnp';
import { gat } from './gat';
import { gcn } from './gcn';
import { ggnn } from './ggnn';
import { gin } from './gin';
import type { LayerText, Place } from './layer';
import { linear } from './linear';
import { mpnn } from './mpnn';
import { sage } from './sage';
import { sgc } from './sgc';

/** @param spec as built: see `asLastLayer` */
export function writeLayer(spec: LayerSpec, place: Place): LayerText {
  switch (spec.kind) {
    case 'gcn':
      return gcn(spec, place);
    case 'linear':
      return linear(spec, place);
    case 'sgc':
      return sgc(spec, place);
    case 'appnp':
      return appnp(spec, place);
    case 'sage':
      return sage(spec, place);
    case 'gin':
      return gin(spec, place);
    case 'gat':
      return gat(spec, place);
    case 'ggnn':
      return ggnn(spec, place);
    case 'mpnn':
      return mpnn(spec, place);
    default:
      return spec satisfies never;
  }
}
