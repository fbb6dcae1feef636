/**
 * The receptive field: which nodes a node's row at a layer depends on. Each round of messages on the way to the layer
 * reaches one hop further back along the edges.
 */
import type { EdgeIndex } from '../../data/graph/graphData';
import { layerDescriptor } from '../../data/run/layers/defaults';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { LayerInfo } from '../../data/run/records';

/** Hop of a node outside the field. */
export const OUTSIDE = 255;

/** Rounds of messages in one layer of the model. */
export const roundsOf = (layer: LayerSpec): number => layerDescriptor(layer.kind).hops(layer);

/**
 * Rounds of messages from the input to the layer `id`; null where layers are no rounds of messages (a method without
 * layers) or `id` is none of them.
 */
export function hopsUpTo(
  model: readonly LayerSpec[],
  layers: readonly Pick<LayerInfo, 'id'>[],
  id: string,
): number | null {
  const at = layers.findIndex((layer) => layer.id === id);
  if (at < 0 || layers.length !== model.length + 1) return null;
  return model.slice(0, at).reduce((sum, layer) => sum + roundsOf(layer), 0);
}

/** Of each node its first edge among those that come to it, numNodes + 1 offsets; asked at every selection. */
const knownOffsets = new WeakMap<EdgeIndex, Int32Array>();

function offsetsOf(numNodes: number, edgeIndex: EdgeIndex): Int32Array {
  const known = knownOffsets.get(edgeIndex);
  if (known?.length === numNodes + 1) return known;
  const offsets = new Int32Array(numNodes + 1);
  for (const to of edgeIndex.target) offsets[to + 1]! += 1;
  for (let i = 0; i < numNodes; i++) offsets[i + 1]! += offsets[i]!;
  knownOffsets.set(edgeIndex, offsets);
  return offsets;
}

/**
 * For every node the least number of steps along edges from it to `node`, up to `hops`; OUTSIDE beyond. Needs edges
 * sorted by target, as an EdgeIndex is.
 */
export function fieldOf(numNodes: number, edgeIndex: EdgeIndex, node: number, hops: number): Uint8Array {
  const field = new Uint8Array(numNodes).fill(OUTSIDE);
  if (node >= numNodes) return field;
  const offsets = offsetsOf(numNodes, edgeIndex);
  const { source } = edgeIndex;
  field[node] = 0;
  let border = [node];
  for (let hop = 1; hop <= Math.min(hops, OUTSIDE - 1) && border.length > 0; hop++) {
    const next: number[] = [];
    for (const to of border)
      for (let e = offsets[to]!; e < offsets[to + 1]!; e++) {
        const from = source[e]!;
        if (field[from] !== OUTSIDE) continue;
        field[from] = hop;
        next.push(from);
      }
    border = next;
  }
  return field;
}
