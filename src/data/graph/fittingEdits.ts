/** The edits of a run that its graph can take. A link or a file may speak of nodes, edges and classes that are not there. */
import { hasEdits, type Edge, type GraphEdits } from '../run/edits';
import type { RunSpec } from '../run/runSpec';
import type { GraphData } from './graphData';

/**
 * The same run where all of its edits fit, also those of its timeline.
 * @param graph as it was loaded
 * @param problems takes a sentence on each edit that was left out
 */
export function fittingRun(graph: GraphData, run: RunSpec, problems: string[]): RunSpec {
  const edits = fittingEdits(graph, run.edits, problems);
  const timeline = run.timeline.map((entry) => {
    const fitting = entry.edits && fittingEdits(graph, entry.edits, problems);
    return fitting && fitting !== entry.edits ? { ...entry, edits: fitting } : entry;
  });
  const isSame = edits === run.edits && timeline.every((entry, k) => entry === run.timeline[k]);
  return isSame ? run : { ...run, edits, timeline };
}

function fittingEdits(graph: GraphData, edits: GraphEdits, problems: string[]): GraphEdits {
  if (!hasEdits(edits)) return edits;
  const numNodes = graph.numNodes + edits.addedNodes.length;
  const numClasses = graph.labelling.classNames.length;
  const isJoined = joinedIn(graph, edits.removedEdges);
  const before = problems.length;
  const noNode = (...nodes: readonly number[]): string | null => {
    const missing = nodes.find((node) => node >= numNodes);
    return missing === undefined ? null : `expected a node from 0 to ${numNodes - 1}, got ${missing}`;
  };
  const kept = <T>(key: keyof GraphEdits, items: readonly T[], whyNot: (item: T) => string | null) =>
    items.filter((item) => {
      const why = whyNot(item);
      if (why !== null) problems.push(`edits, ${key}: ${why}; it was left out.`);
      return why === null;
    });
  const fitting: GraphEdits = {
    addedNodes: edits.addedNodes,
    removedNodes: kept('removedNodes', edits.removedNodes, (node) => noNode(node)),
    addedEdges: kept('addedEdges', edits.addedEdges, (edge) => noNode(...edge)),
    removedEdges: kept('removedEdges', edits.removedEdges, (edge) =>
      isJoined(edge) ? null : `expected an edge of the graph, got [${edge.join(', ')}]`,
    ),
    labels: kept('labels', edits.labels, ([node, label]) => {
      const isClass = label === null || label < numClasses;
      if (isClass) return noNode(node);
      return numClasses === 0
        ? `expected null in a graph without classes, got ${label}`
        : `expected a class from 0 to ${numClasses - 1}, got ${label}`;
    }),
  };
  return problems.length === before ? edits : fitting;
}

/** Which of some pairs are edges, the lower id first: the edges of the graph are passed once, as they may be millions. */
function joinedIn({ edgeIndex }: GraphData, pairs: readonly Edge[]): (pair: Edge) => boolean {
  if (pairs.length === 0) return () => false;
  const wanted = new Set(pairs.map(String));
  const ends = new Set(pairs.map(([a]) => a));
  const found = new Set<string>();
  for (let e = 0; e < edgeIndex.source.length; e++) {
    const a = edgeIndex.source[e]!;
    if (!ends.has(a)) continue;
    const key = String([a, edgeIndex.target[e]!]);
    if (wanted.has(key)) found.add(key);
  }
  return (pair) => found.has(String(pair));
}
