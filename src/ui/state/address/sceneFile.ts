/**
 * Scenes as `.gnnscene` files. Those with a large graph are packed and unpacked in a worker, and only their text is
 * read here; the others, of which the kept session is one, at once.
 */
import { IMPORT_LIMITS } from '../../../data/formats/rawGraph';
import type { SceneContainer } from '../../../data/formats/scene/container';
import { readSceneFile, writeSceneFile } from '../../../data/formats/scene/sceneFile';
import type { GraphData } from '../../../data/graph/graphData';
import type { OpenedScene } from '../../../data/import/openScene';
import type { Scene } from '../scene';
import { admitGraph, knownBytes, packedOf } from './ownGraph';
import { openPayload, parsedFrom, type ParsedScene } from './parse';
import { payloadIn, placesIn, textOf } from './payload';
import { placesOf } from './places';

/** @throws PlaygroundError where the graph is larger than a scene file may be */
export const packScene = (scene: Scene): Uint8Array =>
  writeSceneFile({ text: textOf(placesOf(scene)), graph: scene.graph && packedOf(scene.graph) });

/** What a worker packs: the graph as bytes where they are known, else as it is. */
export interface SceneParts {
  readonly text: SceneContainer['text'];
  readonly graph: Uint8Array | GraphData | null;
}

export const partsOf = (scene: Scene): SceneParts => ({
  text: textOf(placesOf(scene)),
  graph: scene.graph && (knownBytes(scene.graph) ?? scene.graph),
});

/**
 * @param name of the file, for errors and for the card of its graph
 * @throws PlaygroundError where the bytes are no scene, damaged, cut short, or of a later version
 */
export function unpackScene(bytes: Uint8Array, name = 'scene', maxBytes = IMPORT_LIMITS.bytes): ParsedScene {
  return openPayload(payloadIn(readSceneFile(bytes, name, maxBytes), name), name, []);
}

/**
 * The scene in a file that a worker has unpacked.
 *
 * @throws PlaygroundError where the text is no scene, or the graph not the one that it is on
 */
export function sceneFrom({ text, own }: OpenedScene, name: string): ParsedScene {
  const places = placesIn(text, name);
  if (own) admitGraph(own, places.get('data'), name);
  return parsedFrom(places, own && own.graph, []);
}
