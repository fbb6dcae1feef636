/** All of a scene file that is work: unpacked, summed, and its graph made. What is left is a short text to read. */
import { messageOf, PlaygroundError } from '../base/errors';
import { checkBytes, checkEdges, checkNodes } from '../formats/guards';
import { unpackGraph } from '../formats/packed/unpackGraph';
import type { ImportFile, ImportLimits } from '../formats/rawGraph';
import { readSceneFile } from '../formats/scene/sceneFile';
import type { GraphData } from '../graph/graphData';
import { ownSet, type OwnSet } from './ownSet';

export interface OpenedScene {
  /** JSON, 2 MB of it at most; unread. */
  readonly text: string;
  /** The visitor's own graph that the file holds. Whether the scene is on it is not known yet. */
  readonly own: OwnSet | null;
}

/** @throws PlaygroundError that names the file, where it or its graph is damaged or more than the limits allow */
export function openScene(
  file: ImportFile,
  limits: ImportLimits,
  report: (sentence: string) => void,
): OpenedScene {
  checkBytes([file], limits);
  const { name, bytes } = file;
  report(`Unpacking ${name}`);
  const { text, graph: packed } = readSceneFile(bytes, name, limits.bytes);
  if (!packed) return { text, own: null };
  report(`Reading the graph in ${name}`);
  const graph = unpackedFrom(packed, name);
  checkNodes(name, graph.numNodes, limits);
  // An undirected edge is there twice.
  checkEdges(name, graph.edgeIndex.source.length / 2, limits);
  report(`Counting the graph in ${name}`);
  return { text, own: ownSet(graph, name, packed) };
}

function unpackedFrom(packed: Uint8Array, name: string): GraphData {
  try {
    return unpackGraph(packed);
  } catch (error) {
    throw error instanceof PlaygroundError ? new PlaygroundError(`${name}, ${messageOf(error)}`) : error;
  }
}
