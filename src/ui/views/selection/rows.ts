/** The rows of the table, as they are shown, sorted and written to files. */
import { csvFormatRows, tsvFormatRows } from 'd3-dsv';
import { SLICE, type Sliced } from '../../../data/base/sliced';
import { sortSliced } from '../../../data/base/sortSliced';
import { fileColumns, fileId } from '../../../data/export/nodes';
import { harmless } from '../../../data/export/tables';
import type { Cell, Column as FileColumn, GraphData } from '../../../data/graph/graphData';
import type { Frame } from '../../../data/run/records';
import type { SplitPart } from '../../palette/palette';
import { classProbabilities } from '../../state/classProbabilities';
import { structureSliced } from '../../state/filter';
import { isRight, nodeName } from '../inspector/nodeFacts';

export interface Row {
  readonly node: number;
  /** The one that the visitor's file gives it; null where there is no file. */
  readonly id: string | null;
  readonly name: string;
  /** -1 where it has none. */
  readonly truth: number;
  /** -1 before there is a prediction. */
  readonly predicted: number;
  readonly right: boolean | null;
  /** Probability of the predicted class; null before there is one. */
  readonly confidence: number | null;
  readonly degree: number;
  readonly split: SplitPart;
  /** What each column of the visitor's file says. */
  readonly cells: readonly Cell[];
}

/** A number is the place of a column of the visitor's file. */
export type Column =
  'node' | 'id' | 'class' | 'predicted' | 'right' | 'confidence' | 'degree' | 'split' | number;

/** Names of our columns, in the order in which files have them. */
const namesOfOurs = ({ file }: GraphData): readonly string[] => [
  'node',
  ...(file ? ['id'] : []),
  'name',
  'class',
  'predicted',
  'right',
  'confidence',
  'degree',
  'split',
];

/** The columns of the visitor's file, beside ours. */
export const ownColumns = (graph: GraphData): readonly FileColumn[] => fileColumns(graph, namesOfOurs(graph));

export interface Order {
  readonly by: Column;
  readonly descending: boolean;
}

const PARTS = ['none', 'train', 'val', 'test'] as const;

/** Rows made or written between two yields: a row is an object of texts. */
const ROWS = 4096;

export function* rowsOf(
  graph: GraphData,
  predictions: Int32Array | null,
  frame: Frame | null,
  nodes: readonly number[],
): Sliced<readonly Row[]> {
  const { classNames, y, split } = graph.labelling;
  const { degrees } = yield* structureSliced(graph);
  const probabilities = classProbabilities(frame);
  const columns = ownColumns(graph);
  const partOf = new Uint8Array(graph.numNodes);
  for (const [code, part] of PARTS.entries())
    if (part !== 'none') for (const node of split[part] ?? []) partOf[node] = code;
  const rows: Row[] = [];
  for (const node of nodes) {
    const [truth, predicted] = [y[node] ?? -1, predictions?.[node] ?? -1];
    rows.push({
      node,
      id: graph.file ? fileId(graph, node) : null,
      name: nodeName(graph, node),
      truth,
      predicted,
      right: isRight(truth, predictions?.[node]),
      confidence: predicted < 0 ? null : (probabilities?.[node * classNames.length + predicted] ?? null),
      degree: degrees[node] ?? 0,
      split: PARTS[partOf[node] ?? 0] ?? 'none',
      cells: columns.map(({ values }) => values[node] ?? null),
    });
    if (rows.length % ROWS === 0) yield;
  }
  return rows;
}

const RANK: Readonly<Record<SplitPart, number>> = { train: 0, val: 1, test: 2, none: 3 };

/** What a column sorts by; what is not known comes last in both directions. */
function keyOf(row: Row, by: Column): Cell {
  if (typeof by === 'number') return row.cells[by] ?? null;
  switch (by) {
    case 'node':
      return row.node;
    case 'id':
      return row.id;
    case 'class':
      return row.truth < 0 ? null : row.truth;
    case 'predicted':
      return row.predicted < 0 ? null : row.predicted;
    case 'right':
      return row.right === null ? null : Number(row.right);
    case 'confidence':
      return row.confidence;
    case 'degree':
      return row.degree;
    case 'split':
      return RANK[row.split];
    default:
      return by satisfies never;
  }
}

/** As people sort texts: `row 9` before `row 10`. */
const collator = new Intl.Collator('en', { numeric: true });

const [NUMBER, TEXT, UNKNOWN] = [0, 1, 2];

/** Numbers before texts. Equal ones by node. */
export function* sorted(rows: readonly Row[], { by, descending }: Order): Sliced<readonly Row[]> {
  const kinds = new Uint8Array(rows.length);
  /** A number as it is, a text by its place among all texts. */
  const values = new Float64Array(rows.length);
  const texts = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const key = keyOf(row, by);
    const number = Number(key);
    kinds[i] = key === null ? UNKNOWN : Number.isNaN(number) ? TEXT : NUMBER;
    values[i] = number;
    if (kinds[i] === TEXT) texts.set(String(key), 0);
    if (i % ROWS === ROWS - 1) yield;
  }
  const words = [...texts.keys()];
  const inOrder = yield* sortSliced(words.length, (a, b) => collator.compare(words[a]!, words[b]!));
  for (const [rank, place] of inOrder.entries()) {
    const word = words[place]!;
    const isEqual = rank > 0 && collator.compare(words[inOrder[rank - 1]!]!, word) === 0;
    texts.set(word, isEqual ? texts.get(words[inOrder[rank - 1]!]!)! : rank);
    if (rank % ROWS === ROWS - 1) yield;
  }
  for (const [i, row] of rows.entries()) {
    if (kinds[i] === TEXT) values[i] = texts.get(String(keyOf(row, by)))!;
    if (i % ROWS === ROWS - 1) yield;
  }
  const sign = descending ? -1 : 1;
  const places = yield* sortSliced(rows.length, (a, b) => {
    const nodes = rows[a]!.node - rows[b]!.node;
    // What is not known comes last in both directions.
    if (kinds[a] === UNKNOWN || kinds[b] === UNKNOWN)
      return Number(kinds[a] === UNKNOWN) - Number(kinds[b] === UNKNOWN) || nodes;
    return sign * (kinds[a]! - kinds[b]! || values[a]! - values[b]!) || nodes;
  });
  const all: Row[] = [];
  for (const place of places) {
    all.push(rows[place]!);
    if (all.length % SLICE === 0) yield;
  }
  return all;
}

/** Words in place of numbers; empty where nothing is known. No text is a formula. */
const written = (
  { node, id, name, truth, predicted, right, confidence, degree, split, cells }: Row,
  classNames: readonly string[],
): string[] => [
  String(node),
  ...(id === null ? [] : [harmless(id)]),
  harmless(name),
  harmless(classNames[truth] ?? ''),
  harmless(classNames[predicted] ?? ''),
  right === null ? '' : right ? 'right' : 'wrong',
  confidence === null ? '' : confidence.toPrecision(6),
  String(degree),
  split,
  ...cells.map((cell) => harmless(String(cell ?? ''))),
];

/** A line of names, then the rows: texts that are the file when they are put together. */
function* linesOf(
  rows: readonly Row[],
  graph: GraphData,
  format: (lines: string[][]) => string,
): Sliced<readonly string[]> {
  const { classNames } = graph.labelling;
  const texts = [format([[...namesOfOurs(graph), ...ownColumns(graph).map(({ name }) => harmless(name))]])];
  for (let from = 0; from < rows.length; from += ROWS) {
    if (from > 0) yield;
    texts.push(`\n${format(rows.slice(from, from + ROWS).map((row) => written(row, classNames)))}`);
  }
  return texts;
}

/** RFC 4180. */
export function* csvOf(rows: readonly Row[], graph: GraphData): Sliced<readonly string[]> {
  return [...(yield* linesOf(rows, graph, csvFormatRows)), '\n'];
}

/** For the clipboard: spreadsheets paste tabs as columns. */
export const tsvOf = (rows: readonly Row[], graph: GraphData): Sliced<readonly string[]> =>
  linesOf(rows, graph, tsvFormatRows);
