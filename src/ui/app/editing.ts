/** `playground.edit`: what is asked in words, as edits of the graph; what does not fit is named. */
import { fail } from '../../data/base/errors';
import { applyEdits } from '../../data/graph/applyEdits';
import { isFields, shown } from '../../data/run/checks';
import type { GraphData } from '../../data/graph/graphData';
import { reachOf, spreadOf, type Spread } from '../../data/graph/layout/spread';
import { withNode, type Edge, type GraphEdits } from '../../data/run/edits';
import { connected, deleted, disconnected, hasEdge, isDeleted, labelled, unlabelled } from '../state/editing';

/** Done in this order, so that an edge may be one of the new node. */
export interface EditChange {
  /** In the graph's layout; in its middle unless given. */
  readonly addNode?: { readonly x?: number; readonly y?: number };
  readonly addEdge?: Edge;
  readonly removeEdge?: Edge;
  readonly removeNode?: number;
  /** `class`: its name or number; null keeps the node from training; left out, its original label is restored. */
  readonly label?: { readonly node: number; readonly class?: string | number | null };
}

const AREA = 'playground.edit';
const KEYS = ['addNode', 'addEdge', 'removeEdge', 'removeNode', 'label'] as const;

function nodeIn(graph: GraphData, key: string, node: unknown): number {
  const isNode = typeof node === 'number' && Number.isInteger(node) && node >= 0 && node < graph.numNodes;
  if (!isNode)
    throw fail(`${AREA}: ${key}`, `expected a node from 0 to ${graph.numNodes - 1}, got ${shown(node)}`);
  if (isDeleted(graph, node))
    throw fail(`${AREA}: ${key}`, `expected a node that is there, got ${node}, deleted`);
  return node;
}

function edgeIn(graph: GraphData, key: string, edge: unknown): Edge {
  if (!Array.isArray(edge) || edge.length !== 2)
    throw fail(`${AREA}: ${key}`, `expected two nodes as [a, b], got ${shown(edge)}`);
  const [a, b] = edge.map((node: unknown) => nodeIn(graph, key, node));
  if (a === b) throw fail(`${AREA}: ${key}`, `expected two different nodes, got ${a} twice`);
  return [a!, b!];
}

function coordinate(key: string, value: unknown, along: Spread): number {
  if (value === undefined) return along.middle;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw fail(`${AREA}: addNode`, `expected ${key} to be a number, got ${shown(value)}`);
  const [least, most] = reachOf(along);
  if (value >= least && value <= most) return value;
  throw fail(
    `${AREA}: addNode`,
    `expected ${key} from ${least.toPrecision(3)} to ${most.toPrecision(3)}, near the layout, got ${value}`,
    'Leave it out for the middle.',
  );
}

function classIn({ labelling: { classNames } }: GraphData, wanted: string | number): number {
  const index = typeof wanted === 'string' ? classNames.indexOf(wanted) : wanted;
  if (Number.isInteger(index) && index >= 0 && index < classNames.length) return index;
  throw fail(
    `${AREA}: label`,
    `expected class to be null, ${classNames.map((name) => `'${name}'`).join(', ')}, or 0 to ${classNames.length - 1}, got ${shown(wanted)}`,
  );
}

/**
 * @param base the graph as it was loaded
 * @param edits those that hold already
 * @throws PlaygroundError that says what was expected
 */
export function editedBy(
  base: GraphData,
  edits: GraphEdits,
  positions: Float32Array,
  change: EditChange,
): GraphEdits {
  if (typeof change !== 'object' || change === null || Array.isArray(change))
    throw fail(AREA, `expected an object with any of ${KEYS.join(', ')}, got ${shown(change)}`);
  const given = Object.keys(change);
  const odd = given.find((key) => !KEYS.some((known) => known === key));
  if (odd !== undefined || given.length === 0)
    throw fail(AREA, `expected any of ${KEYS.join(', ')}, got ${odd === undefined ? 'none' : `'${odd}'`}`);
  const empty = KEYS.find((key) => key in change && change[key] === undefined);
  if (empty) throw fail(`${AREA}: ${empty}`, 'expected a value, got undefined', 'Leave it out otherwise.');
  let next = edits;
  let applied = { edits, graph: applyEdits(base, edits) };
  const graph = (): GraphData => {
    if (applied.edits !== next) applied = { edits: next, graph: applyEdits(base, next) };
    return applied.graph;
  };
  const { addNode, addEdge, removeEdge, removeNode, label } = change;
  if (addNode !== undefined) {
    if (!isFields(addNode)) throw fail(`${AREA}: addNode`, `expected { x, y }, got ${shown(addNode)}`);
    const [xs, ys] = spreadOf(positions.subarray(0, 2 * base.numNodes));
    next = withNode(next, { x: coordinate('x', addNode.x, xs), y: coordinate('y', addNode.y, ys) });
  }
  if (addEdge !== undefined) {
    const [a, b] = edgeIn(graph(), 'addEdge', addEdge);
    const joined = connected(graph(), next, a, b);
    if (!joined)
      throw fail(`${AREA}: addEdge`, `expected two nodes without an edge, got ${a} and ${b}, joined already`);
    next = joined;
  }
  if (removeEdge !== undefined) {
    const edge = edgeIn(graph(), 'removeEdge', removeEdge);
    if (!hasEdge(graph(), ...edge))
      throw fail(
        `${AREA}: removeEdge`,
        `expected an edge of the graph, got ${edge.join(' and ')}, not joined`,
      );
    next = disconnected(graph(), next, edge) ?? next;
  }
  if (removeNode !== undefined)
    next = deleted(graph(), next, [nodeIn(graph(), 'removeNode', removeNode)]) ?? next;
  if (label !== undefined) {
    if (typeof label !== 'object' || label === null)
      throw fail(`${AREA}: label`, `expected { node, class }, got ${shown(label)}`);
    const node = nodeIn(graph(), 'label', label.node);
    const wanted = label.class;
    next =
      wanted === undefined
        ? unlabelled(next, [node])
        : labelled(base, next, [node], wanted === null ? null : classIn(base, wanted));
  }
  return next;
}
