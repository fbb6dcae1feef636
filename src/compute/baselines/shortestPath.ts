/** One over the number of edges on the shortest way between both nodes; 0 where there is none. */
import { nodeByNode, type Baseline } from './baseline';

export const shortestPath: Baseline = {
  id: 'shortest path',
  name: 'Shortest path',
  formula: String.raw`1 / d(u, v)`,
  source: 'Liben-Nowell and Kleinberg, The link prediction problem for social networks, 2007',
  score: ({ links: { numNodes, rowPtr, neighbour } }, pairs) => {
    const distance = new Int32Array(numNodes);
    const queue = new Int32Array(numNodes);
    return nodeByNode(pairs, (u) => {
      distance.fill(-1);
      distance[u] = 0;
      queue[0] = u;
      let end = 1;
      for (let at = 0; at < end; at++) {
        const node = queue[at];
        for (let k = rowPtr[node]; k < rowPtr[node + 1]; k++) {
          const next = neighbour[k];
          if (distance[next] >= 0) continue;
          distance[next] = distance[node] + 1;
          queue[end++] = next;
        }
      }
      return (v) => (distance[v] < 0 ? 0 : 1 / distance[v]);
    });
  },
};
