/** The graph that was packed. The bytes come from links and files: all of them are checked before they are believed. */
import { fail } from '../../base/errors';
import { numFeatures, type GraphData } from '../../graph/graphData';
import { broken, ByteReader, TooManyCells } from './byteReader';
import { readEdges } from './edges';
import { readFileFacts } from './fileFacts';
import { readLabelling } from './labels';
import { PACKED_LIMITS } from './limits';
import { readFeatures } from './matrix';
import { readFloats } from './numbers';
import { PACKED_VERSION, PART } from './packGraph';

/** How many nodes a packed graph says it has, without unpacking it; 0 where it says nothing that makes sense. */
export function packedNodes(packed: Uint8Array): number {
  try {
    const bytes = new ByteReader(packed);
    bytes.varint('a version', 2 ** 32 - 1);
    return bytes.count('nodes', PACKED_LIMITS.nodes);
  } catch {
    return 0;
  }
}

/** Whether its matrices have at most so many cells each; true where it cannot be read. Takes room for no more than those. */
export function unpacksWithin(packed: Uint8Array, maxCells: number): boolean {
  try {
    readGraph(new ByteReader(packed, maxCells));
    return true;
  } catch (error) {
    return !(error instanceof TooManyCells);
  }
}

/**
 * Takes room for no more than the bytes stand for, and for at most PACKED_LIMITS.
 *
 * @throws PlaygroundError where the bytes are cut short, out of range, out of order, not finite or of a later version
 */
export const unpackGraph = (packed: Uint8Array): GraphData => readGraph(new ByteReader(packed));

function readGraph(bytes: ByteReader): GraphData {
  const version = bytes.varint('a version', 2 ** 32 - 1);
  if (version !== PACKED_VERSION)
    throw fail('packed graph', `expected version ${PACKED_VERSION}, got ${version}`, 'Update the page.');
  const numNodes = bytes.count('nodes', PACKED_LIMITS.nodes);
  const parts = bytes.varint('the parts of a graph', 15);
  const name = bytes.string('the name of the graph');
  const edges = readEdges(bytes, numNodes);
  const features = readFeatures(bytes, numNodes);
  const labelling = readLabelling(bytes, numNodes);
  const nodeNames = parts & PART.names ? readNames(bytes, 'names of nodes', numNodes) : null;
  const positions = parts & PART.positions ? readPositions(bytes, numNodes) : null;
  const featureNames =
    parts & PART.featureNames ? readNames(bytes, 'names of features', numFeatures(features)) : null;
  const file = parts & PART.file ? readFileFacts(bytes, numNodes, edges.edgeIndex, nodeNames) : null;
  bytes.end();
  return {
    name,
    numNodes,
    ...edges,
    features,
    labelling,
    nodeNames,
    positions,
    ...(featureNames && { featureNames }),
    ...(file && { file }),
  };
}

function readNames(bytes: ByteReader, what: string, count: number): readonly string[] {
  const names = bytes.strings(`the ${what}`);
  if (names.length !== count) throw broken(`expected ${count} ${what}, got ${names.length}`);
  return names;
}

function readPositions(bytes: ByteReader, numNodes: number): Float32Array {
  const [x, y] = [readFloats(bytes, numNodes, 'positions'), readFloats(bytes, numNodes, 'positions')];
  return Float32Array.from({ length: 2 * numNodes }, (_, k) => (k % 2 === 0 ? x : y)[k >> 1]);
}
