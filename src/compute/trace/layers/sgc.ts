/** z_0 = x_i W, z_k = P z_{k-1}, m_i = z_K. See compute/nn/conv/sgc.ts. */
import type { SgcLayerSpec } from '../../../data/run/layers/sgc';
import type { Explain } from '../explain';
import { propagation } from '../propagate';

export const explainSgc: Explain<SgcLayerSpec> = (context) => propagation(context, context.spec.hops, 0);
