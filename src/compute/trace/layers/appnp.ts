/** z_0 = x_i W, z_k = (1 - alpha) P z_{k-1} + alpha z_0, m_i = z_K. See compute/nn/conv/appnp.ts. */
import type { AppnpLayerSpec } from '../../../data/run/layers/appnp';
import type { Explain } from '../explain';
import { propagation } from '../propagate';

export const explainAppnp: Explain<AppnpLayerSpec> = (context) =>
  propagation(context, context.spec.hops, context.spec.teleport);
