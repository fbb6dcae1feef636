/** The layers a model can be built from: a file each beside this one, and a line in the list. */
import type { LayerDescriptor } from './descriptor';
import { GCN_LAYER, type GcnLayerSpec } from './gcn';
import { LINEAR_LAYER, type LinearLayerSpec } from './linear';

export type LayerSpec = GcnLayerSpec | LinearLayerSpec;
export type LayerKind = LayerSpec['kind'];
export type AnyLayerDescriptor = LayerDescriptor<LayerSpec>;

export const LAYERS: readonly AnyLayerDescriptor[] = [GCN_LAYER, LINEAR_LAYER];
