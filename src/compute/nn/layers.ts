/** The code of every kind of layer: a line each. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../data/run/layers/layers';
import '../kernels/tfjsGradients';
import { appnp } from './conv/appnp';
import { gat } from './conv/gat';
import { gcn } from './conv/gcn';
import { ggnn } from './conv/ggnn';
import { gin } from './conv/gin';
import { linearLayer } from './conv/linear';
import { mpnn } from './conv/mpnn';
import { sage } from './conv/sage';
import { sgc } from './conv/sgc';
import type { LayerCode, LayerContext, ParameterShape } from './layer';

type OfKind<K> = Extract<LayerSpec, { kind: K }>;

const CODE: { readonly [K in LayerSpec['kind']]: LayerCode<OfKind<K>> } = {
  gcn,
  linear: linearLayer,
  sgc,
  appnp,
  sage,
  gin,
  gat,
  ggnn,
  mpnn,
};

/** What a layer of a model needs, with its kind settled. */
export interface BoundLayer {
  readonly spec: LayerSpec;
  readonly outChannels: number;
  parameters(inChannels: number, edgeChannels: number): readonly ParameterShape[];
  forward(context: Omit<LayerContext<LayerSpec>, 'spec'>): Tensor2D;
  after(output: Tensor2D): Tensor2D;
}

function bound<S extends LayerSpec>(spec: S, code: LayerCode<S>): BoundLayer {
  return {
    spec,
    outChannels: code.outChannels(spec),
    parameters: (inChannels, edgeChannels) => code.parameters(spec, inChannels, edgeChannels),
    forward: (context) => code.forward({ ...context, spec }),
    after: (output) => code.after?.(spec, output) ?? output,
  };
}

export function bindLayer(spec: LayerSpec): BoundLayer {
  switch (spec.kind) {
    case 'gcn':
      return bound(spec, CODE.gcn);
    case 'linear':
      return bound(spec, CODE.linear);
    case 'sgc':
      return bound(spec, CODE.sgc);
    case 'appnp':
      return bound(spec, CODE.appnp);
    case 'sage':
      return bound(spec, CODE.sage);
    case 'gin':
      return bound(spec, CODE.gin);
    case 'gat':
      return bound(spec, CODE.gat);
    case 'ggnn':
      return bound(spec, CODE.ggnn);
    case 'mpnn':
      return bound(spec, CODE.mpnn);
    default:
      return spec satisfies never;
  }
}
