/** What every kind of layer says of its nodes: a line each. */
import type { LayerSpec } from '../../data/run/layers/layers';
import type { ExplainContext, Explained } from './explain';
import { explainAppnp } from './layers/appnp';
import { explainGat } from './layers/gat';
import { explainGcn } from './layers/gcn';
import { explainGgnn } from './layers/ggnn';
import { explainGin } from './layers/gin';
import { explainLinear } from './layers/linear';
import { explainMpnn } from './layers/mpnn';
import { explainSage } from './layers/sage';
import { explainSgc } from './layers/sgc';

export function explainLayer(spec: LayerSpec, context: Omit<ExplainContext<LayerSpec>, 'spec'>): Explained {
  switch (spec.kind) {
    case 'gcn':
      return explainGcn({ ...context, spec });
    case 'linear':
      return explainLinear({ ...context, spec });
    case 'sgc':
      return explainSgc({ ...context, spec });
    case 'appnp':
      return explainAppnp({ ...context, spec });
    case 'sage':
      return explainSage({ ...context, spec });
    case 'gin':
      return explainGin({ ...context, spec });
    case 'gat':
      return explainGat({ ...context, spec });
    case 'ggnn':
      return explainGgnn({ ...context, spec });
    case 'mpnn':
      return explainMpnn({ ...context, spec });
    default:
      return spec satisfies never;
  }
}
