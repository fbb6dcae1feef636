/** The models on offer: an id, and the stack of layers that it starts from. */
import type { LayerSpec } from './layers';

export const MIN_DEPTH = 1;
export const MAX_DEPTH = 8;

/** Layers from input to output; the width of the last one is the number of classes whatever it says. */
export interface ModelSpec {
  readonly id: string;
  readonly layers: readonly LayerSpec[];
}

export interface ModelDescriptor {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly layers: readonly LayerSpec[];
}

export const GCN_MODEL: ModelDescriptor = {
  id: 'gcn',
  name: 'GCN',
  sentence: 'Graph convolutional network: every layer mixes each node with its neighbours.',
  layers: [
    { kind: 'gcn', width: 16, activation: 'relu', bias: false },
    { kind: 'gcn', width: 2, activation: 'none', bias: false },
  ],
};

export const MODELS: readonly ModelDescriptor[] = [GCN_MODEL];
