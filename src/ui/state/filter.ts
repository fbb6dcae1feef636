/** Which nodes somebody wants to see: by class, prediction, degree and component; the others step back. */
import { connectedComponents } from '../../data/graph/components';
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
interface Structure {
  /** Neighbours of each node: edges into it, loops left out. */
  readonly degrees: Int32Array;
  /** 0 for the nodes of the largest component, then by size. Deleted nodes are in none: -1. */
  readonly component: Int32Array;
  readonly numComponents: number;
}

const known = new WeakMap<GraphData, Structure>();

export function structureOf(graph: GraphData): Structure {
  const found = known.get(graph);
  if (found) return found;
  const degrees = new Int32Array(graph.numNodes);
  const { source, target } = graph.edgeIndex;
  for (let e = 0; e < target.length; e++) if (source[e] !== target[e]) degrees[target[e]!]! += 1;
  const gone = new Set(graph.tombstones);
  const component = new Int32Array(graph.numNodes).fill(-1);
  const components = connectedComponents(graph.numNodes, graph.edgeIndex).filter(
    (nodes) => !(nodes.length === 1 && gone.has(nodes[0]!)),
  );
  components.forEach((nodes, rank) => nodes.forEach((node) => (component[node] = rank)));
  const structure = { degrees, component, numComponents: components.length };
  known.set(graph, structure);
  return structure;
}

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
  const { degrees, component } = structureOf(graph);
  const { y } = graph.labelling;
  const { minDegree, maxDegree } = filter;
  const classes = filter.classes && new Set(filter.classes);
  const predicted = filter.predicted && new Set(filter.predicted);
  const cells = graph.file?.nodeColumns.find(({ name }) => name === filter.column?.column)?.values;
  const isWanted = cellTest(filter.column?.wanted ?? '');
  return Uint8Array.from({ length: graph.numNodes }, (_, node) => {
    if (component[node]! < 0) return 0;
    const [truth, guess, degree] = [y[node] ?? -1, predictions?.[node] ?? -1, degrees[node]!];
    if (classes && !classes.has(truth)) return 0;
    if (predicted && !predicted.has(guess)) return 0;
    if (
      filter.verdict !== 'any' &&
      (truth < 0 || guess < 0 || (truth === guess) !== (filter.verdict === 'right'))
    )
      return 0;
    if (degree < minDegree || (maxDegree !== null && degree > maxDegree)) return 0;
    if (cells && !isWanted(cells[node] ?? null)) return 0;
    if (filter.component === 'largest' && component[node] !== 0) return 0;
    if (filter.component === 'others' && component[node] === 0) return 0;
    return 1;
  });
}

/** The nodes that pass, ascending. */
export const matchingNodes = (
  graph: GraphData,
  predictions: Int32Array | null,
  filter: Filter,
): readonly number[] =>
  [...matchesOf(graph, predictions, filter).entries()].flatMap(([node, passes]) => (passes ? node : []));
