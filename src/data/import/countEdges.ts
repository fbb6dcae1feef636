/** What can be counted before anything is decided. */
import type { RawGraph } from '../formats/rawGraph';
import { connectedComponents } from '../graph/components';
import { degrees } from '../graph/degrees';
import type { EdgeIndex } from '../graph/graphData';
import {
  bothWays,
  edgeOrder,
  loopsOf,
  mergeEdges,
  withoutDirection,
  withoutLoops,
} from '../graph/mergeEdges';
import type { Preview } from './answers';

export function countEdges(raw: RawGraph): Pick<Preview, 'counts' | 'reciprocal'> {
  const numNodes = raw.nodeIds.length;
  const all = { source: raw.source, target: raw.target, weight: null };
  const edges = withoutLoops(all);
  const selfLoops = mergeEdges(numNodes, loopsOf(all), 'first').source.length;
  const said = raw.directed === false ? withoutDirection(edges) : edges;
  const distinct = mergeEdges(numNodes, said, 'sum');
  const components = connectedComponents(numNodes, distinct).length;
  const isolated = degrees(numNodes, bothWays(distinct)).reduce(
    (sum, degree) => sum + (degree === 0 ? 1 : 0),
    0,
  );
  return {
    counts: {
      nodes: numNodes,
      edges: raw.source.length,
      selfLoops,
      duplicates: raw.source.length - selfLoops - distinct.source.length,
      components,
      isolated,
    },
    reciprocal: raw.directed === false ? 1 : shareBothWays(numNodes, distinct),
  };
}

/** Of distinct edges sorted by target, then source; 0 where there are none. */
function shareBothWays(numNodes: number, { source, target }: EdgeIndex): number {
  if (source.length === 0) return 0;
  // The same edges by source, then target: turned round, they are in the order of the others, so both lists are merged.
  const turned = edgeOrder(numNodes, target, source);
  let [both, k] = [0, 0];
  for (let e = 0; e < source.length; e++) {
    const isBefore = () =>
      source[turned[k]] < target[e] || (source[turned[k]] === target[e] && target[turned[k]] < source[e]);
    while (k < turned.length && isBefore()) k += 1;
    if (k < turned.length && source[turned[k]] === target[e] && target[turned[k]] === source[e]) both += 1;
  }
  return both / source.length;
}
