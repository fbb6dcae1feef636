/**
 * TUDataset: many small graphs in text files, nodes and graphs counted from 1 through the whole set. They are read as
 * one graph of disjoint parts. Source: Morris et al., *TUDataset*, 2020 (graphlearning.io, README of each set).
 */
import { fail } from '../../base/errors';
import type { Features } from '../../graph/graphData';
import { EdgeCollector } from '../edgeCollector';
import { at, checkBytes, checkNodes, quoted } from '../guards';
import type { Column, FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { isTuDataset, tuFilesOf, type TuFiles } from './tuFiles';
import { readLabels, readTable, recordsOf, type NumberTable } from './tuTables';

export const tudatasetReader: FormatReader = {
  id: 'tudataset',
  name: 'TUDataset (zip)',
  endings: ['.zip', '.txt'],
  matches: isTuDataset,
  read: (files, limits) => {
    checkBytes(files, limits);
    return readSet(tuFilesOf(files, limits), limits);
  },
};

const GRAPH_LABEL = 'graph label';
const NODE_LABEL = 'node label';

function readSet(set: TuFiles, limits: ImportLimits): RawGraph {
  const { graphOf, numGraphs } = readIndicator(set.indicator, limits);
  const numNodes = graphOf.length;
  const edges = readEdges(set.edges, numNodes, limits);
  const nodeLabels = set.file('node_labels');
  const graphLabels = set.file('graph_labels');
  const nodeColumns: Column[] = [{ name: 'graph', values: graphOf.map(String) }];
  if (graphLabels) {
    const labels = readLabels(graphLabels, numGraphs, 'graphs', limits);
    nodeColumns.push({ name: GRAPH_LABEL, values: graphOf.map((graph) => labels[graph - 1]) });
  }
  if (nodeLabels)
    nodeColumns.push({ name: NODE_LABEL, values: readLabels(nodeLabels, numNodes, 'nodes', limits) });
  const ofGraphs = set.file('graph_attributes');
  if (ofGraphs) {
    const table = readTable(ofGraphs, numGraphs, 'graphs', limits);
    nodeColumns.push(...columnsOf('graph attribute', table, graphOf, limits, set.indicator));
  }
  const attributes = set.file('node_attributes');
  return {
    format: 'TUDataset',
    name: set.name,
    nodeIds: Array.from({ length: numNodes }, (_, node) => String(node + 1)),
    ...edges,
    // Most sets write every edge in both directions; how many do is counted from the edges.
    directed: null,
    nodeColumns,
    edgeColumns: edgeColumns(set, edges.source.length, limits),
    features: attributes ? featuresOf(readTable(attributes, numNodes, 'nodes', limits), numNodes) : null,
    labelColumn: nodeLabels ? NODE_LABEL : graphLabels ? GRAPH_LABEL : null,
    splitColumn: null,
    positions: null,
    remarks: remarksOf(numGraphs, nodeLabels !== null, graphLabels !== null),
  };
}

/** Graph of each node. Graphs are numbered from 1, each at least once, whatever their order. */
function readIndicator(file: ImportFile, limits: ImportLimits): { graphOf: number[]; numGraphs: number } {
  const graphOf: number[] = [];
  let numGraphs = 0;
  for (const { number, text } of recordsOf(file, limits)) {
    checkNodes(file.name, graphOf.length + 1, limits);
    const graph = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (graph < 1)
      throw fail(at(file, number), `expected the number of a graph, from 1, got ${quoted(text)}`);
    numGraphs = Math.max(numGraphs, graph);
    graphOf.push(graph);
  }
  if (numGraphs > graphOf.length)
    throw fail(
      file.name,
      `expected graphs numbered without gaps, got number ${numGraphs} among ${graphOf.length} nodes`,
    );
  return { graphOf, numGraphs };
}

function readEdges(
  file: ImportFile,
  numNodes: number,
  limits: ImportLimits,
): { source: Int32Array; target: Int32Array } {
  const edges = new EdgeCollector(file.name, limits);
  for (const { number, text } of recordsOf(file, limits)) {
    const [, from = '', to = ''] = /^(\d{1,9})\s*,\s*(\d{1,9})$/.exec(text) ?? [];
    const [source, target] = [Number(from), Number(to)];
    if (!(source >= 1 && source <= numNodes && target >= 1 && target <= numNodes))
      throw fail(at(file, number), `expected two nodes from 1 to ${numNodes}, got ${quoted(text)}`);
    edges.add(source - 1, target - 1);
  }
  return edges.edges();
}

function edgeColumns(set: TuFiles, numEdges: number, limits: ImportLimits): Column[] {
  const columns: Column[] = [];
  const labels = set.file('edge_labels');
  if (labels) columns.push({ name: 'edge label', values: readLabels(labels, numEdges, 'edges', limits) });
  const attributes = set.file('edge_attributes');
  if (attributes) {
    const table = readTable(attributes, numEdges, 'edges', limits);
    const rows = Array.from({ length: numEdges }, (_, edge) => edge + 1);
    columns.push(...columnsOf('edge attribute', table, rows, limits, attributes));
  }
  return columns;
}

/** Columns of a table, row rows[i] - 1 of it for node or edge i. */
function columnsOf(
  name: string,
  { numCols, values }: NumberTable,
  rows: readonly number[],
  limits: ImportLimits,
  file: ImportFile,
): Column[] {
  if (numCols * rows.length * Float64Array.BYTES_PER_ELEMENT > limits.bytes)
    throw fail(file.name, `expected fewer columns, got ${numCols} for each of ${rows.length}`);
  return Array.from({ length: numCols }, (_, column) => ({
    name: numCols === 1 ? name : `${name} ${column + 1}`,
    values: rows.map((row) => values[(row - 1) * numCols + column]),
  }));
}

const featuresOf = ({ numCols, values }: NumberTable, numRows: number): Features => ({
  kind: 'dense',
  matrix: { numRows, numCols, values },
});

function remarksOf(numGraphs: number, hasNodeLabels: boolean, hasGraphLabels: boolean): string[] {
  const remarks = [`The ${numGraphs} graphs of the set are read as one graph of as many separate parts.`];
  if (!hasNodeLabels && hasGraphLabels)
    remarks.push('Its nodes have no labels: each takes that of the graph it belongs to.');
  return remarks;
}
