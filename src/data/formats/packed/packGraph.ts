/**
 * A graph as few bytes, before they are deflated: what links, scene files and the browser's store hold. The same graph
 * gives the same bytes. Edits (given labels, tombstones) are no part of it: they are data of their own.
 *
 * Version 1: version · number of nodes · which parts follow · name · edges · features · labelling · names ·
 * positions · names of features · what the file says besides.
 */
import { fail } from '../../base/errors';
import type { GraphData } from '../../graph/graphData';
import { ByteWriter } from './byteWriter';
import { writeEdges } from './edges';
import { writeFileFacts } from './fileFacts';
import { writeLabelling } from './labels';
import { PACKED_LIMITS } from './limits';
import { writeFeatures } from './matrix';
import { writeFloats } from './numbers';

export const PACKED_VERSION = 1;
export const PART = { names: 1, positions: 2, featureNames: 4, file: 8 } as const;

/** @throws PlaygroundError where the graph is edited, too large, or holds numbers that are not finite */
export function packGraph(graph: GraphData): Uint8Array<ArrayBuffer> {
  const {
    name,
    numNodes,
    features,
    labelling,
    nodeNames,
    positions,
    featureNames,
    file,
    tombstones = [],
  } = graph;
  if (tombstones.length > 0)
    throw fail(
      'packed graph',
      'expected a graph as it was loaded, got deleted nodes',
      'Pack its edits apart.',
    );
  if (numNodes > PACKED_LIMITS.nodes)
    throw fail('packed graph', `expected at most ${PACKED_LIMITS.nodes} nodes, got ${numNodes}`);
  const out = new ByteWriter();
  out.varint(PACKED_VERSION);
  out.varint(numNodes);
  out.varint(
    (nodeNames ? PART.names : 0) |
      (positions ? PART.positions : 0) |
      (featureNames ? PART.featureNames : 0) |
      (file ? PART.file : 0),
  );
  out.json(name);
  writeEdges(out, graph);
  writeFeatures(out, features);
  writeLabelling(out, labelling);
  if (nodeNames) out.json(nodeNames);
  if (positions)
    for (const axis of [0, 1])
      writeFloats(
        out,
        positions.filter((_, k) => k % 2 === axis),
      );
  if (featureNames) out.json(featureNames);
  if (file) writeFileFacts(out, graph, file);
  return out.finish();
}
