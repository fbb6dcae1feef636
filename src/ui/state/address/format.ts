/** A scene as a link's hash: only what differs from the defaults, by readable keys where they can say it in short. */
import type { Scene } from '../scene';
import { toBase64url } from './base64url';
import { packedOf } from './ownGraph';
import { isFar, LINK_VERSION, PACKED_KEY } from './parse';
import { writePayload } from './payload';
import { placesOf } from './places';
import { writeReadable } from './readable';

/** Up to this length the readable form is taken, even where the packed one is shorter. */
const SHORT = 400;
/** In characters: a graph that makes a link longer belongs in a file. */
export const MAX_WITH_GRAPH = 30_000;

/** The hash, with `#`. A graph too large for a link is left out of it: see `fitsLink`. */
export function formatAddress(scene: Scene): string {
  const places = placesOf(scene);
  const whole = scene.graph && withGraph(scene);
  if (whole) return whole;
  const readable = isFar(scene) ? null : writeReadable(places);
  if (readable !== null && readable.length <= SHORT) return readable;
  const packed = hashOf(writePayload({ places, graph: null }));
  return readable !== null && readable.length <= packed.length ? readable : packed;
}

/** Whether a link holds all of the scene; false where the visitor's own graph is too large for it. */
export const fitsLink = (scene: Scene): boolean => !scene.graph || withGraph(scene) !== null;

const hashOf = (payload: Uint8Array): string => `#${PACKED_KEY}=${LINK_VERSION}.${toBase64url(payload)}`;

/** Of a packed graph: deflating one takes a tenth of a second, and from more than this no link comes but of graphs that repeat themselves. */
const MAX_TRIED = 2 ** 20;

/** Graphs that are too large by themselves. */
const tooLarge = new WeakSet<object>();

/** null: too long. */
function withGraph({ graph, ...rest }: Scene): string | null {
  if (!graph || tooLarge.has(graph)) return null;
  if (packedOf(graph).length > MAX_TRIED) {
    tooLarge.add(graph);
    return null;
  }
  const hash = hashOf(writePayload({ places: placesOf({ graph, ...rest }), graph: packedOf(graph) }));
  if (hash.length <= MAX_WITH_GRAPH) return hash;
  // The rest of a scene is small beside a graph of this size: trying again at every change would be dear.
  if (hash.length > 2 * MAX_WITH_GRAPH) tooLarge.add(graph);
  return null;
}
