/** Whom a kind of layer listens to, and how it counts its rows. */
import type { LayerSpec } from '../../../data/run/layers/layers';

export interface Reach {
  /** How many edges away a node is heard. */
  readonly hops: number;
  /** Neighbours that a node hears at most; Infinity: all of them. */
  readonly fanOut: number;
  /**
   * Whether the layer's code tells those that hear from those that only send. Others compute a row for every node at
   * hand; what is not wanted of it is cut off.
   */
  readonly hasHearers: boolean;
}

export function reachOf(spec: LayerSpec): Reach {
  switch (spec.kind) {
    case 'linear':
      return { hops: 0, fanOut: 0, hasHearers: true };
    case 'sage':
      return { hops: 1, fanOut: spec.fanOut === 0 ? Infinity : spec.fanOut, hasHearers: true };
    case 'gcn':
      return { hops: 1, fanOut: Infinity, hasHearers: true };
    case 'gat':
    case 'gin':
    case 'mpnn':
      return { hops: 1, fanOut: Infinity, hasHearers: false };
    case 'sgc':
    case 'appnp':
      return { hops: spec.hops, fanOut: Infinity, hasHearers: false };
    case 'ggnn':
      return { hops: spec.steps, fanOut: Infinity, hasHearers: false };
    default:
      return spec satisfies never;
  }
}
