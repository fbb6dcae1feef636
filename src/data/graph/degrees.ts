/** Number of incoming edges of each node; for an undirected graph, of neighbours. */
import type { EdgeIndex } from './graphData';

export function degrees(numNodes: number, { target }: EdgeIndex): Int32Array {
  const degree = new Int32Array(numNodes);
  for (const node of target) degree[node] += 1;
  return degree;
}
