/** `.gnnscene` files: a magic word, a version, and the packed form, with the visitor's own graph of any size. */
import { fail } from '../../../data/base/errors';
import type { Scene } from '../scene';
import { packedOf } from './ownGraph';
import { LINK_VERSION, openPayload, type ParsedScene } from './parse';
import { readPayload, writePayload } from './payload';
import { placesOf } from './places';

const MAGIC = new TextEncoder().encode('gnnscene');
export const SCENE_ENDING = '.gnnscene';

/** Of what a file unpacks to: a second or two on the page's own thread. */
const MAX_BYTES = 128 * 2 ** 20;

/** Whether the bytes begin as a scene file does. */
export const isSceneFile = (bytes: Uint8Array): boolean => MAGIC.every((byte, k) => bytes[k] === byte);

/** @throws PlaygroundError where the graph is larger than a scene file may be */
export function packScene(scene: Scene): Uint8Array {
  const graph = scene.graph && packedOf(scene.graph);
  // The rest of a scene is small beside that.
  if (graph && graph.length > 0.9 * MAX_BYTES)
    throw fail(
      'scene',
      `expected a graph of at most ${Math.round((0.9 * MAX_BYTES) / 2 ** 20)} MB, got ${Math.round(graph.length / 2 ** 20)} MB`,
      'Leave the graph out, and send its own file.',
    );
  const payload = writePayload({ places: placesOf(scene), graph });
  const file = new Uint8Array(MAGIC.length + 1 + payload.length);
  file.set(MAGIC);
  file[MAGIC.length] = LINK_VERSION;
  file.set(payload, MAGIC.length + 1);
  return file;
}

/**
 * @param name of the file, for errors and for the card of its graph
 * @throws PlaygroundError where the bytes are no scene, damaged, cut short, or of a later version
 */
export function unpackScene(bytes: Uint8Array, name = 'scene', maxBytes = MAX_BYTES): ParsedScene {
  if (!isSceneFile(bytes))
    throw fail(name, 'expected a file that begins with gnnscene, got another one', 'Choose a scene file.');
  const version = bytes[MAGIC.length];
  if (version !== LINK_VERSION)
    throw fail(name, `expected version ${LINK_VERSION}, got ${version ?? 'none'}`, 'Update the page.');
  const payload = readPayload(bytes.subarray(MAGIC.length + 1), maxBytes, name);
  return openPayload(payload, name, []);
}
