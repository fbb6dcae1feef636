/** Features of the nodes, from what the file says of them or from the graph alone. */
import { fail } from '../base/errors';
import { PACKED_LIMITS } from '../formats/packed/limits';
import type { RawGraph } from '../formats/rawGraph';
import { degrees } from '../graph/degrees';
import type { EdgeIndex, Features, GraphData } from '../graph/graphData';
import { positionalFeatures } from '../graph/positional';
import type { FeatureAnswer } from './answers';
import { columnNamed } from './cellValues';
import { blockOf, type Block } from './columnBlocks';

/** Above so many nodes eigenvectors take minutes. */
export const MAX_POSITIONAL_NODES = 50_000;
/** Degrees up to here have a feature each; beyond, each doubling has one. */
const EXACT_DEGREES = 16;
/** A matrix with fewer entries is kept sparse. */
const DENSE_FROM = 0.25;

export interface EdgesForFeatures {
  readonly edgeIndex: EdgeIndex;
  readonly edgeWeight: Float32Array | null;
}

type NamedFeatures = Pick<GraphData, 'features' | 'featureNames'>;

/** @throws PlaygroundError where a column is not what it is used as, or the features are too many for a tab */
export function featuresOf(
  raw: RawGraph,
  answer: FeatureAnswer,
  { edgeIndex, edgeWeight }: EdgesForFeatures,
  seed: number,
): NamedFeatures {
  const numNodes = raw.nodeIds.length;
  switch (answer.kind) {
    case 'file':
      return { features: ofFile(raw) };
    case 'columns':
      return assembled(
        numNodes,
        answer.columns.map(({ name, as }) => blockOf(columnNamed(raw.nodeColumns, name, 'nodes'), as)),
      );
    case 'identity':
      return { features: { kind: 'identity', numCols: numNodes } };
    case 'degree':
      return assembled(numNodes, [degreeBlock(numNodes, edgeIndex)]);
    case 'constant':
      return {
        features: {
          kind: 'dense',
          matrix: { numRows: numNodes, numCols: 1, values: new Float32Array(numNodes).fill(1) },
        },
        featureNames: ['constant'],
      };
    case 'positional': {
      if (numNodes > MAX_POSITIONAL_NODES)
        throw fail(
          'import',
          `expected at most ${MAX_POSITIONAL_NODES} nodes for positions in the graph, got ${numNodes}`,
          'Choose the degree, or take a sample.',
        );
      const matrix = positionalFeatures(numNodes, edgeIndex, edgeWeight, answer.size, seed);
      const featureNames = Array.from({ length: matrix.numCols }, (_, k) => `eigenvector ${k + 1}`);
      return { features: { kind: 'dense', matrix }, featureNames };
    }
    default:
      return answer satisfies never;
  }
}

function ofFile({ features, nodeIds }: RawGraph): Features {
  if (!features)
    throw fail('import', 'expected a matrix of features, the file has none', 'Choose other features.');
  if (features.kind === 'identity') return features;
  const { numRows, values } = features.matrix;
  if (numRows !== nodeIds.length)
    throw fail('import', `expected features of ${nodeIds.length} nodes, got ${numRows} rows`);
  if (!values.every(Number.isFinite))
    throw fail(
      'import',
      'expected finite numbers as features, got NaN or Infinity',
      'Choose other features.',
    );
  return features;
}

/** Feature of a degree: 0 to 15 each its own, then 16 to 31, 32 to 63 and so on. */
export const degreeBucket = (degree: number): number =>
  degree < EXACT_DEGREES ? degree : EXACT_DEGREES + Math.floor(Math.log2(degree / EXACT_DEGREES));

function degreeBlock(numNodes: number, edgeIndex: EdgeIndex): Block {
  const place = degrees(numNodes, edgeIndex).map(degreeBucket);
  const size = place.reduce((max, each) => Math.max(max, each + 1), 0);
  const names = Array.from({ length: size }, (_, bucket) => `degree ${rangeText(bucket)}`);
  return { kind: 'category', size, place, names };
}

function rangeText(bucket: number): string {
  if (bucket < EXACT_DEGREES) return String(bucket);
  const from = EXACT_DEGREES * 2 ** (bucket - EXACT_DEGREES);
  return `${from} to ${2 * from - 1}`;
}

export const widthOf = (block: Block): number => (block.kind === 'number' ? 1 : block.size);

function entriesOf(block: Block): number {
  switch (block.kind) {
    case 'number':
      return block.values.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0);
    case 'category':
      return block.place.reduce((sum, place) => sum + (place < 0 ? 0 : 1), 0);
    case 'text':
      return block.colIndex.length;
    default:
      return block satisfies never;
  }
}

/** The blocks side by side, as whichever kind of matrix is smaller. */
function assembled(numNodes: number, blocks: readonly Block[]): Required<NamedFeatures> {
  const featureNames = blocks.flatMap(({ names }) => names);
  const numCols = blocks.reduce((sum, block) => sum + widthOf(block), 0);
  const entries = blocks.reduce((sum, block) => sum + entriesOf(block), 0);
  const isDense = entries >= DENSE_FROM * numNodes * numCols;
  if (numCols > PACKED_LIMITS.columns || (isDense ? numNodes * numCols : entries) > PACKED_LIMITS.cells)
    throw fail(
      'import',
      `expected at most ${PACKED_LIMITS.cells} numbers as features, got ${isDense ? numNodes * numCols : entries}`,
      'Choose fewer columns, or take a sample.',
    );
  if (isDense) {
    const values = new Float32Array(numNodes * numCols);
    for (let node = 0; node < numNodes; node++)
      visitRow(blocks, node, (column, value) => (values[node * numCols + column] = value));
    return { features: { kind: 'dense', matrix: { numRows: numNodes, numCols, values } }, featureNames };
  }
  const rowPtr = new Int32Array(numNodes + 1);
  const colIndex = new Int32Array(entries);
  const values = new Float32Array(entries);
  let at = 0;
  for (let node = 0; node < numNodes; node++) {
    visitRow(blocks, node, (column, value) => {
      if (value === 0) return;
      colIndex[at] = column;
      values[at++] = value;
    });
    rowPtr[node + 1] = at;
  }
  const matrix = { numRows: numNodes, numCols, rowPtr, colIndex, values };
  return { features: { kind: 'sparse', matrix }, featureNames };
}

/** Ascending by column. */
function visitRow(
  blocks: readonly Block[],
  node: number,
  put: (column: number, value: number) => void,
): void {
  let first = 0;
  for (const block of blocks) {
    if (block.kind === 'number') put(first, block.values[node]);
    else if (block.kind === 'category') {
      if (block.place[node] >= 0) put(first + block.place[node], 1);
    } else
      for (let k = block.rowPtr[node]; k < block.rowPtr[node + 1]; k++) put(first + block.colIndex[k], 1);
    first += widthOf(block);
  }
}
