/** The rows of the table, as they are shown, sorted and written to files. */
import { csvFormatRows, tsvFormatRows } from 'd3-dsv';
import { harmless } from '../../../data/export/tables';
import type { Cell, GraphData } from '../../../data/graph/graphData';
import type { Frame } from '../../../data/run/records';
import type { SplitPart } from '../../palette/palette';
import { structureOf } from '../../state/filter';
import { isRight, nodeName } from '../inspector/nodeFacts';

export interface Row {
  readonly node: number;
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
export type Column = 'node' | 'class' | 'predicted' | 'right' | 'confidence' | 'degree' | 'split' | number;

/** Names of the columns of the visitor's file. */
export const ownColumns = ({ file }: GraphData): readonly string[] =>
  file?.nodeColumns.map(({ name }) => name) ?? [];

export interface Order {
  readonly by: Column;
  readonly descending: boolean;
}

const PARTS = ['train', 'val', 'test'] as const;

export function rowsOf(
  graph: GraphData,
  predictions: Int32Array | null,
  frame: Frame | null,
  nodes: readonly number[],
): readonly Row[] {
  const { classNames, y, split } = graph.labelling;
  const { degrees } = structureOf(graph);
  const columns = graph.file?.nodeColumns ?? [];
  const partOf = new Map<number, SplitPart>(
    PARTS.flatMap((part) => Array.from(split[part] ?? [], (node) => [node, part] as const)),
  );
  return nodes.map((node) => {
    const [truth, predicted] = [y[node] ?? -1, predictions?.[node] ?? -1];
    return {
      node,
      name: nodeName(graph, node),
      truth,
      predicted,
      right: isRight(truth, predictions?.[node]),
      confidence: predicted < 0 ? null : (frame?.probabilities[node * classNames.length + predicted] ?? null),
      degree: degrees[node] ?? 0,
      split: partOf.get(node) ?? 'none',
      cells: columns.map(({ values }) => values[node] ?? null),
    };
  });
}

const RANK: Readonly<Record<SplitPart, number>> = { train: 0, val: 1, test: 2, none: 3 };

/** What a column sorts by; what is not known comes last in both directions. */
function keyOf(row: Row, by: Column): Cell {
  if (typeof by === 'number') return row.cells[by] ?? null;
  switch (by) {
    case 'node':
      return row.node;
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

/** Numbers before texts, and texts as people sort them: `row 9` before `row 10`. */
const compared = (a: NonNullable<Cell>, b: NonNullable<Cell>): number => {
  const [x, y] = [Number(a), Number(b)];
  const known = [x, y].filter((value) => !Number.isNaN(value)).length;
  if (known === 2) return x - y;
  if (known === 1) return Number.isNaN(x) ? 1 : -1;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
};

/** Equal ones by node. */
export function sorted(rows: readonly Row[], { by, descending }: Order): readonly Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [keyOf(a, by), keyOf(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.node - b.node;
    return sign * compared(x, y) || a.node - b.node;
  });
}

const COLUMNS = ['node', 'name', 'class', 'predicted', 'right', 'confidence', 'degree', 'split'] as const;

/** A line of names, then words in place of numbers; empty where nothing is known. No text is a formula. */
const written = (rows: readonly Row[], graph: GraphData): string[][] => {
  const { classNames } = graph.labelling;
  return [
    [...COLUMNS, ...ownColumns(graph).map(harmless)],
    ...rows.map(({ node, name, truth, predicted, right, confidence, degree, split, cells }) => [
      String(node),
      harmless(name),
      harmless(classNames[truth] ?? ''),
      harmless(classNames[predicted] ?? ''),
      right === null ? '' : right ? 'right' : 'wrong',
      confidence === null ? '' : confidence.toPrecision(6),
      String(degree),
      split,
      ...cells.map((cell) => harmless(String(cell ?? ''))),
    ]),
  ];
};

/** RFC 4180. */
export const csvOf = (rows: readonly Row[], graph: GraphData): string =>
  `${csvFormatRows(written(rows, graph))}\n`;

/** For the clipboard: spreadsheets paste tabs as columns. */
export const tsvOf = (rows: readonly Row[], graph: GraphData): string => tsvFormatRows(written(rows, graph));
