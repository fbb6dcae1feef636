/**
 * The page's own sets in the Planetoid format (parts.ts) to one graph with the public split. Runs in a worker and in
 * Node alike.
 */
import { buildEdgeIndex } from '../../graph/edgeIndex';
import type { GraphData } from '../../graph/graphData';
import { IMPORT_LIMITS } from '../rawGraph';
import { classNamesOf } from './classNames';
import { readParts } from './parts';

export interface PlanetoidIdentity {
  /** As in the file names: cora, citeseer, pubmed. */
  readonly id: string;
  /** As shown. */
  readonly name: string;
  readonly labelling: { readonly id: string; readonly name: string };
}

/** `files`: by file name. Throws where one is missing, is not what it should be, or does not fit the others. */
export function readPlanetoid(
  { id, name, labelling }: PlanetoidIdentity,
  files: ReadonlyMap<string, ArrayBuffer>,
): GraphData {
  const bytes = new Map(Array.from(files, ([file, buffer]) => [file, new Uint8Array(buffer)]));
  const parts = readParts(id, bytes, IMPORT_LIMITS);
  return {
    name,
    numNodes: parts.numNodes,
    edgeIndex: buildEdgeIndex(parts.numNodes, parts.source, parts.target),
    edgeWeight: null,
    features: { kind: 'sparse', matrix: parts.features },
    labelling: {
      ...labelling,
      classNames: classNamesOf(id, parts.numClasses),
      y: parts.classOf,
      split: parts.split,
    },
    nodeNames: null,
    positions: null,
  };
}
