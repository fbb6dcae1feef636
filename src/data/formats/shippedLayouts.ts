/**
 * Node positions that were computed once, by `npm run layouts`, for the sets on offer. Each is a file of its own that
 * is loaded with its set only.
 */
import { fail } from '../base/errors';

/** `positions`: base64 of little-endian Int16, x and y interleaved, in units of 1 / 32767. */
export interface ShippedLayout {
  readonly numNodes: number;
  readonly positions: string;
}

const LAYOUTS: ReadonlyMap<string, () => Promise<{ default: ShippedLayout }>> = new Map([
  ['karate', () => import('../../../datasets/layouts/karate.json')],
  ['cora', () => import('../../../datasets/layouts/cora.json')],
  ['citeseer', () => import('../../../datasets/layouts/citeseer.json')],
  ['synthetic', () => import('../../../datasets/layouts/synthetic.json')],
]);

const UNIT = 32_767;

/** x, y per node within [-1, 1], interleaved; null where the set ships no layout. */
export async function shippedPositions(id: string, numNodes: number): Promise<Float32Array | null> {
  const load = LAYOUTS.get(id);
  if (!load) return null;
  const { default: layout } = await load();
  if (layout.numNodes !== numNodes)
    throw fail(
      `datasets/layouts/${id}.json`,
      `expected positions of ${numNodes} nodes, got ${layout.numNodes}`,
    );
  return decodePositions(layout);
}

export function encodePositions(positions: Float32Array): ShippedLayout {
  const bytes = new DataView(new ArrayBuffer(2 * positions.length));
  for (const [k, value] of positions.entries()) bytes.setInt16(2 * k, Math.round(value * UNIT), true);
  const text = Array.from(new Uint8Array(bytes.buffer), (byte) => String.fromCharCode(byte)).join('');
  return { numNodes: positions.length / 2, positions: btoa(text) };
}

export function decodePositions({ positions }: ShippedLayout): Float32Array {
  const bytes = new DataView(Uint8Array.from(atob(positions), (letter) => letter.charCodeAt(0)).buffer);
  return Float32Array.from({ length: bytes.byteLength / 2 }, (_, k) => bytes.getInt16(2 * k, true) / UNIT);
}
