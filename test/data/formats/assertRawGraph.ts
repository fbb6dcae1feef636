/** What must hold of every graph that a reader returns, whatever the file was. */
import type { Features, SparseMatrix } from '../../../src/data/graph/graphData';
import type { Cell, Column, ImportLimits, RawGraph } from '../../../src/data/formats/rawGraph';

function check(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(`a broken graph: ${what}`);
}

export function assertRawGraph(graph: RawGraph, limits: ImportLimits): void {
  const { nodeIds, source, target, nodeColumns, edgeColumns } = graph;
  const numNodes = nodeIds.length;
  check(numNodes <= limits.nodes, `${numNodes} nodes`);
  check(source.length <= limits.edges, `${source.length} edges`);
  check(source.length === target.length, 'as many sources as targets');
  check(
    nodeIds.every((id) => typeof id === 'string'),
    'ids are text',
  );
  check(new Set(nodeIds).size === numNodes, 'ids are different');
  for (const ends of [source, target])
    check(
      ends.every((node) => node >= 0 && node < numNodes),
      'edges end at nodes',
    );
  const { edgeLines } = graph;
  if (edgeLines)
    check(edgeLines.length <= source.length && edgeLines.every((line) => line > 0), 'edges stand on lines');
  for (const column of nodeColumns) checkColumn(column, numNodes, limits);
  for (const column of edgeColumns) checkColumn(column, source.length, limits);
  for (const columns of [nodeColumns, edgeColumns])
    check(new Set(columns.map(({ name }) => name)).size === columns.length, 'columns have different names');
  for (const name of [graph.labelColumn, graph.splitColumn])
    check(name === null || nodeColumns.some((column) => column.name === name), `there is a column ${name}`);
  const split = nodeColumns.find(({ name }) => name === graph.splitColumn)?.values ?? [];
  check(
    split.every((part) => part === null || part === 'train' || part === 'val' || part === 'test'),
    'the split says train, val, test or nothing',
  );
  if (graph.features) checkFeatures(graph.features, numNodes);
  if (graph.positions) {
    check(graph.positions.length === 2 * numNodes, 'two coordinates a node');
    check(
      graph.positions.every((each) => Number.isFinite(each)),
      'positions are finite',
    );
  }
  check(
    graph.remarks.every((remark) => remark.length < 2000),
    'remarks can be read',
  );
}

function checkColumn({ name, values }: Column, length: number, limits: ImportLimits): void {
  check(typeof name === 'string', 'columns have names');
  check(values.length === length, `column ${name} has ${values.length} values for ${length}`);
  for (const cell of values) check(isCell(cell, limits), `column ${name} holds ${String(cell).slice(0, 40)}`);
}

const isCell = (cell: Cell, limits: ImportLimits): boolean =>
  cell === null ||
  typeof cell === 'boolean' ||
  (typeof cell === 'number' && Number.isFinite(cell)) ||
  (typeof cell === 'string' && cell.length <= limits.cell);

function checkFeatures(features: Features, numNodes: number): void {
  if (features.kind === 'identity') return check(features.numCols === numNodes, 'one column a node');
  check(features.matrix.numRows === numNodes, 'a row of features a node');
  if (features.kind === 'sparse') return checkSparse(features.matrix);
  const { numCols, values } = features.matrix;
  check(values.length === numNodes * numCols, 'features fill their matrix');
  return check(
    values.every((each) => Number.isFinite(each)),
    'features are finite',
  );
}

function checkSparse({ numRows, numCols, rowPtr, colIndex, values }: SparseMatrix): void {
  check(rowPtr.length === numRows + 1 && rowPtr[0] === 0, 'an offset a row');
  check(
    rowPtr[numRows] === colIndex.length && colIndex.length === values.length,
    'as many columns as values',
  );
  for (let row = 0; row < numRows; row++) {
    check(rowPtr[row] <= rowPtr[row + 1], 'offsets ascend');
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) {
      check(colIndex[k] >= 0 && colIndex[k] < numCols, 'columns are in the matrix');
      check(k === rowPtr[row] || colIndex[k] > colIndex[k - 1], 'columns ascend');
    }
  }
  check(
    values.every((each) => Number.isFinite(each)),
    'features are finite',
  );
}
