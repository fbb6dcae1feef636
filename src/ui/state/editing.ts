/** What a person does to the graph, as the edits that it leads to. Pure; actions.editGraph lets them take effect. */
import type { GraphData } from '../../data/graph/graphData';
import {
  withEdge,
  withLabel,
  withoutEdge,
  withoutNode,
  type Edge,
  type GraphEdits,
} from '../../data/run/edits';
import { canonical, editsAt } from '../../data/run/runSpec';
import type { AppState } from './appState';

/**
 * The edits that a further one builds on: those asked for a moment ago, if the engine has not answered yet, else those
 * that are shown, which at an earlier epoch may be fewer than the newest.
 */
export function editsNow({ asked, run, training }: Pick<AppState, 'asked' | 'run' | 'training'>): GraphEdits {
  const isUnderWay = asked !== null && canonical(asked.edits) !== canonical(editsAt(run, Infinity));
  return isUnderWay ? asked.edits : editsAt(run, training.epoch);
}

export const isDeleted = ({ tombstones = [] }: GraphData, node: number): boolean => tombstones.includes(node);

export function hasEdge({ edgeIndex: { source, target } }: GraphData, a: number, b: number): boolean {
  for (let e = 0; e < target.length; e++)
    if ((source[e] === a && target[e] === b) || (source[e] === b && target[e] === a)) return true;
  return false;
}

/** The two joined; null where they cannot be: the same node twice, one that is deleted, an edge that is there. */
export function connected(graph: GraphData, edits: GraphEdits, a: number, b: number): GraphEdits | null {
  if (a === b || isDeleted(graph, a) || isDeleted(graph, b) || hasEdge(graph, a, b)) return null;
  return withEdge(edits, a, b);
}

/** Null where there is no such edge. */
export const disconnected = (graph: GraphData, edits: GraphEdits, [a, b]: Edge): GraphEdits | null =>
  hasEdge(graph, a, b) ? withoutEdge(edits, a, b) : null;

/** Without those of the nodes that are there; null where none is. */
export function deleted(graph: GraphData, edits: GraphEdits, nodes: readonly number[]): GraphEdits | null {
  const there = nodes.filter((node) => node < graph.numNodes && !isDeleted(graph, node));
  return there.length === 0 ? null : there.reduce(withoutNode, edits);
}

/** The class that the node is trained as; null where training does not see its label. */
export function trainedAs({ labelling: { y, split, given } }: GraphData, node: number): number | null {
  const byHand = given?.[node] ?? -1;
  if (byHand >= 0) return byHand;
  const label = y[node] ?? -1;
  return label >= 0 && split.train.includes(node) ? label : null;
}

/**
 * The nodes trained as `label`, or not trained on for null. What the set says itself needs no edit.
 * @param base the graph as it was loaded
 */
export function labelled(
  base: GraphData,
  edits: GraphEdits,
  nodes: readonly number[],
  label: number | null,
): GraphEdits {
  return nodes.reduce(
    (all, node) => withLabel(all, node, trainedAs(base, node) === label ? undefined : label),
    edits,
  );
}

/** As the set says again. */
export const unlabelled = (edits: GraphEdits, nodes: readonly number[]): GraphEdits =>
  nodes.reduce((all, node) => withLabel(all, node, undefined), edits);

/** Whether the run began with other labels than are given now, and has been trained since. */
export const learnedOtherLabels = ({ run, training }: Pick<AppState, 'run' | 'training'>): boolean =>
  training.epoch > 0 && canonical(run.edits.labels) !== canonical(editsAt(run, training.epoch).labels);

const counted = (count: number, one: string, many: string, what: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${what}`];

/** "2 edges added, 1 node deleted, 3 labels by hand"; empty where there are none. */
export const editsText = ({
  addedNodes,
  removedNodes,
  addedEdges,
  removedEdges,
  labels,
}: GraphEdits): string =>
  [
    ...counted(addedEdges.length, 'edge', 'edges', 'added'),
    ...counted(removedEdges.length, 'edge', 'edges', 'deleted'),
    ...counted(addedNodes.length, 'node', 'nodes', 'added'),
    ...counted(removedNodes.length, 'node', 'nodes', 'deleted'),
    ...counted(labels.length, 'label', 'labels', 'by hand'),
  ].join(', ');
