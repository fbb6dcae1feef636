/** Rows of what is known node by node, epoch by epoch and class by class. */
import { csvFormatRows } from 'd3-dsv';
import { confusionOf } from '../base/confusion';
import type { DenseMatrix } from '../graph/graphData';
import type { MetricDescriptor } from '../run/metrics';
import { PARTS, scoreOf, type EpochRecord } from '../run/records';
import type { RunSpec } from '../run/runSpec';
import { headlineOf, taskDescriptor } from '../run/tasks/tasks';
import type { FileGraph, RunFacts } from './facts';
import { fileColumns, fileId, namesOf, nodesOf, partsOf } from './nodes';

export type Row = readonly (string | number | boolean | null)[];

const texts = (rows: readonly Row[]): string[][] => rows.map((row) => row.map((cell) => String(cell ?? '')));

/** A spreadsheet takes a text that begins so for a formula, and runs it: an apostrophe says that it is text. */
export const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;

const guarded = (row: Row): Row => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell));

/** RFC 4180; the first row has the names. No text in it is a formula. */
export const csv = (rows: readonly Row[]): string => `${csvFormatRows(texts(rows.map(guarded)))}\n`;
/** As the Embedding Projector reads it: no quotes, so neither tabs nor line breaks within a cell. */
export const tsv = (rows: readonly Row[]): string =>
  texts(rows)
    .map((cells) => `${cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')}\n`)
    .join('');

/** Shortest text that reads back as the same 32-bit float. */
export const float = (value: number): number => Number(value.toPrecision(9));

/** What stands first in a table of nodes. */
const headNames = ({ file }: FileGraph): readonly string[] => ['node', ...(file ? ['id'] : []), 'name'];

/**
 * A row per node: its number, the id that the file gives it where there is a file, its name, what else the file says of
 * it, then what the table is for.
 *
 * @param names of the last columns
 * @param cells theirs of a node
 */
function nodeTable(graph: FileGraph, names: readonly string[], cells: (node: number) => Row): readonly Row[] {
  const nodes = nodesOf(graph);
  const shown = namesOf(graph, nodes);
  const heads = headNames(graph);
  const file = fileColumns(graph, [...heads, ...names]);
  return [
    [...heads, ...file.map(({ name }) => name), ...names],
    ...nodes.map((node, i) => [
      node,
      ...(graph.file ? [fileId(graph, node)] : []),
      shown[i]!,
      ...file.map(({ values }) => values[node] ?? null),
      ...cells(node),
    ]),
  ];
}

const rowAt = ({ values, numCols }: DenseMatrix, node: number): number[] =>
  Array.from(values.subarray(node * numCols, (node + 1) * numCols), float);

export function embeddingRows(graph: FileGraph, layer: string, matrix: DenseMatrix): readonly Row[] {
  const names = layer === 'x' ? graph.featureNames : undefined;
  const units = Array.from({ length: matrix.numCols }, (_, unit) => names?.[unit] ?? `${layer}_${unit + 1}`);
  return nodeTable(graph, units, (node) => rowAt(matrix, node));
}

/** Two files of the Embedding Projector: vectors without names, and what is known of each, with names. */
export function projectorRows(
  graph: FileGraph,
  matrix: DenseMatrix,
  predictions: Int32Array | null,
): { readonly vectors: readonly Row[]; readonly metadata: readonly Row[] } {
  const nodes = nodesOf(graph);
  const names = namesOf(graph, nodes);
  const { classNames, y } = graph.labelling;
  const parts = partsOf(graph);
  const ours = ['name', 'node', ...(graph.file ? ['id'] : []), 'class', 'predicted', 'part'];
  const file = fileColumns(graph, ours);
  return {
    vectors: nodes.map((node) => rowAt(matrix, node)),
    metadata: [
      [...ours, ...file.map(({ name }) => name)],
      ...nodes.map((node, i) => [
        names[i]!,
        node,
        ...(graph.file ? [fileId(graph, node)] : []),
        classNames[y[node]!] ?? '',
        classNames[predictions?.[node] ?? -1] ?? '',
        parts[node]!,
        ...file.map(({ values }) => values[node] ?? null),
      ]),
    ],
  };
}

/**
 * @param positions x, y per node
 * @param kept share of its true neighbours that the picture keeps, per node; NaN where it was not looked at
 */
export function projectionRows(
  graph: FileGraph,
  positions: Float32Array,
  kept: Float32Array | null,
): readonly Row[] {
  const shareOf = (node: number): number | null => {
    const share = kept?.[node] ?? NaN;
    return Number.isFinite(share) ? float(share) : null;
  };
  return nodeTable(graph, ['x', 'y', 'neighbours_kept'], (node) => [
    float(positions[2 * node]!),
    float(positions[2 * node + 1]!),
    shareOf(node),
  ]);
}

export function predictionRows(
  graph: FileGraph,
  predictions: Int32Array,
  probabilities: Float32Array,
): readonly Row[] {
  const parts = partsOf(graph);
  const { classNames, y } = graph.labelling;
  const numClasses = classNames.length;
  const names = ['class', 'predicted', 'part', ...classNames.map((name) => `p_${name}`)];
  return nodeTable(graph, names, (node) => [
    classNames[y[node]!] ?? '',
    classNames[predictions[node]!] ?? '',
    parts[node]!,
    ...Array.from(probabilities.subarray(node * numClasses, (node + 1) * numClasses), float),
  ]);
}

/** A pair a row: its ends by number and by name, and what the run makes of it. */
export function pairRows(
  graph: FileGraph,
  { heldOut, scores }: NonNullable<RunFacts['pairs']>,
): readonly Row[] {
  const { source, target, part, isPositive } = heldOut;
  const [from, to] = [namesOf(graph, [...source]), namesOf(graph, [...target])];
  return [
    ['source', 'target', 'source_name', 'target_name', 'part', 'edge', 'score', 'probability'],
    ...Array.from(scores, (score, k) => [
      source[k]!,
      target[k]!,
      from[k]!,
      to[k]!,
      part[k]!,
      isPositive[k]!,
      float(score),
      float(1 / (1 + Math.exp(-score))),
    ]),
  ];
}

/** The headline metric under the name of each part, others beside it with their ids. */
export function historyRows(records: readonly EpochRecord[], run: Pick<RunSpec, 'task'>): readonly Row[] {
  const headline = headlineOf(run);
  const others = taskDescriptor(run.task.id).metrics.filter((metric) => metric !== headline);
  const named = ({ id }: MetricDescriptor) => PARTS.map((part) => `${part}_${id}`);
  return [
    ['epoch', 'loss', 'val_loss', ...PARTS, ...others.flatMap(named), 'step_ms'],
    ...records.map((record) => [
      record.epoch,
      record.loss,
      scoreOf(record, 'val', 'loss'),
      ...[headline, ...others].flatMap(({ id }) => PARTS.map((part) => scoreOf(record, part, id))),
      record.ms,
    ]),
  ];
}

export interface PartMetrics {
  readonly part: string;
  readonly nodes: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly classes: readonly {
    readonly name: string;
    readonly precision: number;
    readonly recall: number;
    readonly f1: number;
    readonly support: number;
  }[];
  /** Rows: true class; columns: predicted. */
  readonly confusion: readonly (readonly number[])[];
}

/** By part of the split, and of all nodes that have a class. */
export function metricsOf(graph: FileGraph, predictions: Int32Array): readonly PartMetrics[] {
  const { y, split, classNames } = graph.labelling;
  const numClasses = classNames.length;
  const all = nodesOf(graph);
  const parts = (['train', 'val', 'test'] as const).flatMap((part) => {
    const nodes = split[part];
    return nodes ? [{ part, nodes }] : [];
  });
  return [...parts, { part: 'all', nodes: all }].map(({ part, nodes }) => {
    const { classes, counts, accuracy, macroF1, numNodes } = confusionOf(y, predictions, nodes, numClasses);
    return {
      part,
      nodes: numNodes,
      accuracy,
      macroF1,
      classes: classes.map(({ precision, recall, f1, support }, c) => ({
        name: classNames[c]!,
        precision,
        recall,
        f1,
        support,
      })),
      confusion: classNames.map((_, c) => [...counts.subarray(c * numClasses, (c + 1) * numClasses)]),
    };
  });
}

export const metricsRows = (metrics: readonly PartMetrics[]): readonly Row[] => [
  ['part', 'class', 'precision', 'recall', 'f1', 'support'],
  ...metrics.flatMap(({ part, nodes, accuracy, macroF1, classes }): readonly Row[] => [
    ...classes.map(({ name, precision, recall, f1, support }) => [
      part,
      name,
      precision,
      recall,
      f1,
      support,
    ]),
    [part, 'macro F1', null, null, macroF1, nodes],
    [part, 'accuracy', null, null, accuracy, nodes],
  ]),
];
