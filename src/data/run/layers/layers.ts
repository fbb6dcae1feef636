/** The layers a model can be built from: a file each beside this one, and a line in the list. */
import { APPNP_LAYER, type AppnpLayerSpec } from './appnp';
import type { LayerDescriptor } from './descriptor';
import { GAT_LAYER, type GatLayerSpec } from './gat';
import { GCN_LAYER, type GcnLayerSpec } from './gcn';
import { GGNN_LAYER, type GgnnLayerSpec } from './ggnn';
import { GIN_LAYER, type GinLayerSpec } from './gin';
import { LINEAR_LAYER, type LinearLayerSpec } from './linear';
import { MPNN_LAYER, type MpnnLayerSpec } from './mpnn';
import { SAGE_LAYER, type SageLayerSpec } from './sage';
import { SGC_LAYER, type SgcLayerSpec } from './sgc';

export type LayerSpec =
  | GcnLayerSpec
  | LinearLayerSpec
  | SgcLayerSpec
  | AppnpLayerSpec
  | SageLayerSpec
  | GinLayerSpec
  | GatLayerSpec
  | GgnnLayerSpec
  | MpnnLayerSpec;
export type LayerKind = LayerSpec['kind'];
export type AnyLayerDescriptor = LayerDescriptor<LayerSpec>;

export const LAYERS: readonly AnyLayerDescriptor[] = [
  GCN_LAYER,
  LINEAR_LAYER,
  SGC_LAYER,
  APPNP_LAYER,
  SAGE_LAYER,
  GIN_LAYER,
  GAT_LAYER,
  GGNN_LAYER,
  MPNN_LAYER,
];
