/** The models on offer: an id, the stack of layers that it starts from, and the settings of its reference. */
import { defaultLayer } from './layers/defaults';
import type { LayerSpec } from './layers/layers';
import type { TrainSpec } from './training';

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
  /** Where the paper's recipe differs from the general defaults. A data set's own recipe comes after it. */
  readonly training: Partial<TrainSpec>;
}

export const GCN_MODEL: ModelDescriptor = {
  id: 'gcn',
  name: 'GCN',
  sentence: 'Graph convolutional network: every layer mixes each node with its neighbours.',
  layers: [defaultLayer('gcn'), defaultLayer('gcn', { activation: 'none' })],
  training: {},
};

export const MLP_MODEL: ModelDescriptor = {
  id: 'mlp',
  name: 'MLP',
  sentence: 'Features alone, no edges: what a graph network has to beat.',
  layers: [defaultLayer('linear'), defaultLayer('linear', { activation: 'none' })],
  training: {},
};

export const MODELS: readonly ModelDescriptor[] = [GCN_MODEL, MLP_MODEL];
