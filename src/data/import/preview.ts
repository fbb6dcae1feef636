/** What a file holds, counted, with answers filled in. */
import type { ImportFile, RawGraph } from '../formats/rawGraph';
import type { Preview } from './answers';
import { columnFacts } from './columnFacts';
import { countEdges } from './countEdges';
import { unsuggestedColumns } from './featureColumns';
import { unkeptColumns } from './fileFacts';
import { suggestedAnswers } from './suggest';
import { timesOf } from './timeColumn';
import { measuresOf, refusedWeights } from './weightColumn';

/** Linear in nodes, edges and cells; nothing is decided or built. */
export function previewOf(raw: RawGraph, files: readonly ImportFile[]): Preview {
  const nodeColumns = raw.nodeColumns.map(columnFacts);
  const edgeColumns = raw.edgeColumns.map(columnFacts);
  const suggested = suggestedAnswers(raw, nodeColumns, edgeColumns);
  return {
    format: raw.format,
    files: files.map(({ name }) => name),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ...countEdges(raw),
    directed: raw.directed,
    nodeColumns,
    edgeColumns,
    weightColumns: suggested.weight === null ? measuresOf(raw, edgeColumns) : [suggested.weight],
    matrixColumns: widthOfMatrix(raw),
    hasPositions: raw.positions !== null,
    table: raw.table ?? null,
    remarks: [
      ...raw.remarks,
      ...refusedWeights(raw, edgeColumns, suggested.weight),
      ...timesOf(raw, suggested.weight),
      ...unsuggestedColumns(raw, nodeColumns, suggested),
      ...unkeptColumns(raw),
    ],
    suggested,
  };
}

const widthOfMatrix = ({ features }: RawGraph): number | null =>
  features && (features.kind === 'identity' ? features.numCols : features.matrix.numCols);
