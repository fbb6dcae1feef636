/** Which nodes somebody wants to see: by class, prediction, degree and component; the others step back. */
import { atOnce, isSliceEnd, type Sliced } from '../../data/base/sliced';
import { componentRanks } from '../../data/graph/components';
import type { GraphData } from '../../data/graph/graphData';
import type { AppState } from './appState';
import { cellTest, type ColumnFilter } from './columnFilter';

export const COMPONENTS = ['all', 'largest', 'others'] as const;
export type ComponentChoice = (typeof COMPONENTS)[number];
export const VERDICTS = ['any', 'right', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Every part must hold; a part that is null lets all nodes through. JSON only. */
export interface Filter {
  /** True classes; -1: nodes without one. */
  readonly classes: readonly number[] | null;
  /** Predicted classes. */
  readonly predicted: readonly number[] | null;
  readonly verdict: Verdict;
  /** Number of neighbours; the upper end is null where there is none. */
  readonly minDegree: number;
  readonly maxDegree: number | null;
  readonly component: ComponentChoice;
  /** Of the visitor's file. A graph without such a column lets all nodes through. */
  readonly column: ColumnFilter | null;
}

export const NO_FILTER: Filter = {
  classes: null,
  predicted: null,
  verdict: 'any',
  minDegree: 0,
  maxDegree: null,
  component: 'all',
  column: null,
};

export const isFiltering = (filter: Filter): boolean =>
  filter.classes !== null ||
  filter.predicted !== null ||
  filter.verdict !== 'any' ||
  filter.minDegree > 0 ||
  filter.maxDegree !== null ||
  filter.component !== 'all' ||
  (filter.column?.wanted ?? '').trim() !== '';

/** What of a graph filters and tables ask for; found once for each graph. */
export interface Structure {
  /** Neighbours of each node: edges into it, loops left out. */
  readonly degrees: Int32Array;
  readonly mostNeighbours: number;
  /** 0 for the nodes of the largest component, then by size. Deleted nodes are in none: -1. */
  readonly component: Int32Array;
  readonly numComponents: number;
}

const known = new WeakMap<GraphData, Structure>();

export function* structureSliced(graph: GraphData): Sliced<Structure> {
  const found = known.get(graph);
  if (found) return found;
  const { numNodes, edgeIndex, tombstones } = graph;
  const { source, target } = edgeIndex;
  const degrees = new Int32Array(numNodes);
  for (let e = 0; e < target.length; e++) {
    if (source[e] !== target[e]) degrees[target[e]!]! += 1;
    if (isSliceEnd(e)) yield;
  }
  const { rank, count } = yield* componentRanks(numNodes, edgeIndex, new Set(tombstones));
  const mostNeighbours = degrees.reduce((a, b) => Math.max(a, b), 0);
  const structure = { degrees, mostNeighbours, component: rank, numComponents: count };
  known.set(graph, structure);
  return structure;
}

export const structureOf = (graph: GraphData): Structure =>
  known.get(graph) ?? atOnce(structureSliced(graph));

/** 1 for each node that the filter lets through; null where there is no filter. Deleted nodes never pass. */
export function matches({
  graph,
  view,
  training,
}: Pick<AppState, 'graph' | 'view' | 'training'>): Uint8Array | null {
  const { filter } = view;
  if (!graph || !isFiltering(filter)) return null;
  return matchesOf(graph.data, training.predictions, filter);
}

export function matchesOf(graph: GraphData, predictions: Int32Array | null, filter: Filter): Uint8Array {
  const { y } = graph.labelling;
  const { minDegree, maxDegree } = filter;
  const passed = new Uint8Array(graph.numNodes).fill(1);
  for (const node of graph.tombstones ?? []) passed[node] = 0;
  const keep = (holds: (node: number) => boolean): void => {
    for (let node = 0; node < passed.length; node++) if (passed[node] === 1 && !holds(node)) passed[node] = 0;
  };
  if (filter.classes) {
    const classes = new Set(filter.classes);
    keep((node) => classes.has(y[node] ?? -1));
  }
  if (filter.predicted) {
    const predicted = new Set(filter.predicted);
    keep((node) => predicted.has(predictions?.[node] ?? -1));
  }
  if (filter.verdict !== 'any')
    keep((node) => {
      const [truth, guess] = [y[node] ?? -1, predictions?.[node] ?? -1];
      return truth >= 0 && guess >= 0 && (truth === guess) === (filter.verdict === 'right');
    });
  if (minDegree > 0 || maxDegree !== null) {
    const { degrees } = structureOf(graph);
    keep((node) => degrees[node]! >= minDegree && (maxDegree === null || degrees[node]! <= maxDegree));
  }
  const cells = graph.file?.nodeColumns.find(({ name }) => name === filter.column?.column)?.values;
  if (cells) {
    const isWanted = cellTest(filter.column?.wanted ?? '');
    keep((node) => isWanted(cells[node] ?? null));
  }
  if (filter.component !== 'all') {
    const { component } = structureOf(graph);
    keep((node) => (component[node] === 0) === (filter.component === 'largest'));
  }
  return passed;
}

/** The nodes that pass, ascending. */
export function matchingNodes(
  graph: GraphData,
  predictions: Int32Array | null,
  filter: Filter,
): readonly number[] {
  const passed = matchesOf(graph, predictions, filter);
  const nodes: number[] = [];
  for (let node = 0; node < passed.length; node++) if (passed[node] === 1) nodes.push(node);
  return nodes;
}
