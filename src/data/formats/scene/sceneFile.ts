/** `.gnnscene` files: a magic word, a version, and the container, with the visitor's own graph of any size. */
import { fail } from '../../base/errors';
import { IMPORT_LIMITS } from '../rawGraph';
import { readContainer, writeContainer, type SceneContainer } from './container';

const MAGIC = new TextEncoder().encode('gnnscene');
const HEAD_BYTES = MAGIC.length + 1;
export const SCENE_ENDING = '.gnnscene';
/** Of the container and of what its JSON means; links have the same. */
export const SCENE_VERSION = 1;

/** Of the JSON, in links as well: all of the largest graph's nodes selected take 1 MB. It is read on the page's own thread. */
export const MAX_TEXT = 2 * 2 ** 20;
/** Of a packed graph: with its scene it stays within what may be unpacked. */
const MAX_GRAPH = 0.9 * IMPORT_LIMITS.bytes;

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** A container as a scene file: a link holds the same without the head. */
export function withHead(container: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(HEAD_BYTES + container.length);
  file.set([...MAGIC, SCENE_VERSION]);
  file.set(container, HEAD_BYTES);
  return file;
}

/** Whether the bytes begin as a scene file does. */
export const isSceneFile = (bytes: Uint8Array): boolean => MAGIC.every((byte, k) => bytes[k] === byte);

/** @throws PlaygroundError where the graph or the rest is larger than a scene file may hold */
export function writeSceneFile(container: SceneContainer): Uint8Array<ArrayBuffer> {
  const { text, graph } = container;
  if (graph && graph.length > MAX_GRAPH)
    throw fail(
      'scene',
      `expected a graph of at most ${megabytes(MAX_GRAPH)} MB, got ${megabytes(graph.length)} MB`,
      'Leave the graph out, and send its own file.',
    );
  // A character of JSON takes three bytes at most.
  if (3 * text.length > MAX_TEXT && new TextEncoder().encode(text).length > MAX_TEXT)
    throw fail(
      'scene',
      `expected at most ${MAX_TEXT} bytes beside the graph, got more`,
      'Select fewer nodes, or leave the view out.',
    );
  return withHead(writeContainer(container));
}

/**
 * @param name of the file, for errors
 * @param maxBytes of what it unpacks to
 * @throws PlaygroundError where the bytes are no scene, damaged, cut short, of a later version, or unpack to too much
 */
export function readSceneFile(
  bytes: Uint8Array,
  name: string,
  maxBytes: number = IMPORT_LIMITS.bytes,
): SceneContainer {
  if (!isSceneFile(bytes))
    throw fail(name, 'expected a file that begins with gnnscene, got another one', 'Choose a scene file.');
  const version = bytes[MAGIC.length];
  if (version !== SCENE_VERSION)
    throw fail(name, `expected version ${SCENE_VERSION}, got ${version ?? 'none'}`, 'Update the page.');
  return readContainer(bytes.subarray(HEAD_BYTES), maxBytes, name, MAX_TEXT);
}
