/** Whom a kind of layer listens to, and how it counts its rows. */
import { layerDescriptor } from '../../../data/run/layers/defaults';
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
  const descriptor = layerDescriptor(spec.kind);
  return {
    hops: descriptor.hops(spec),
    fanOut: descriptor.fanOut?.(spec) ?? Infinity,
    hasHearers: descriptor.hasHearers,
  };
}
