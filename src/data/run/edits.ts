/**
 * What a person has changed in a graph: edges and nodes added and deleted, labels given and taken. Part of a RunSpec:
 * JSON only, immutable. Node ids are for ever: added nodes take the next ones, and a deleted node leaves its id unused.
 */

/** An undirected edge, the lower id first. */
export type Edge = readonly [number, number];

export interface AddedNode {
  /** In the graph's own layout. */
  readonly x: number;
  readonly y: number;
}

export interface GraphEdits {
  /** The first of them has the id of the set's number of nodes. */
  readonly addedNodes: readonly AddedNode[];
  /** Ascending. */
  readonly removedNodes: readonly number[];
  readonly addedEdges: readonly Edge[];
  readonly removedEdges: readonly Edge[];
  /** By node: the class that it is trained as, or null where its label is kept from training. Ascending by node. */
  readonly labels: readonly (readonly [node: number, label: number | null])[];
}

export const NO_EDITS: GraphEdits = {
  addedNodes: [],
  removedNodes: [],
  addedEdges: [],
  removedEdges: [],
  labels: [],
};

export const hasEdits = (edits: GraphEdits): boolean => Object.values(edits).some((list) => list.length > 0);

const edgeOf = (a: number, b: number): Edge => (a < b ? [a, b] : [b, a]);
const isSame = ([a, b]: Edge, [c, d]: Edge): boolean => a === c && b === d;
const without = (edges: readonly Edge[], edge: Edge): readonly Edge[] =>
  edges.filter((each) => !isSame(each, edge));

/** An edge that the set had and that was deleted comes back; any other one is added. */
export function withEdge(edits: GraphEdits, a: number, b: number): GraphEdits {
  const edge = edgeOf(a, b);
  if (edits.removedEdges.some((each) => isSame(each, edge)))
    return { ...edits, removedEdges: without(edits.removedEdges, edge) };
  return { ...edits, addedEdges: [...without(edits.addedEdges, edge), edge] };
}

/** An edge that was added is taken back; one of the set is deleted. */
export function withoutEdge(edits: GraphEdits, a: number, b: number): GraphEdits {
  const edge = edgeOf(a, b);
  if (edits.addedEdges.some((each) => isSame(each, edge)))
    return { ...edits, addedEdges: without(edits.addedEdges, edge) };
  return { ...edits, removedEdges: [...without(edits.removedEdges, edge), edge] };
}

export const withNode = (edits: GraphEdits, node: AddedNode): GraphEdits => ({
  ...edits,
  addedNodes: [...edits.addedNodes, node],
});

export const withoutNode = (edits: GraphEdits, node: number): GraphEdits => ({
  ...edits,
  removedNodes: [...new Set([...edits.removedNodes, node])].sort((a, b) => a - b),
  addedEdges: edits.addedEdges.filter((edge) => !edge.includes(node)),
  labels: edits.labels.filter(([labelled]) => labelled !== node),
});

/** @param label a class, null to keep the node's label from training, undefined for what the set says */
export const withLabel = (edits: GraphEdits, node: number, label: number | null | undefined): GraphEdits => {
  const others = edits.labels.filter(([labelled]) => labelled !== node);
  if (label === undefined) return { ...edits, labels: others };
  return { ...edits, labels: [...others, [node, label] as const].sort(([a], [b]) => a - b) };
};
