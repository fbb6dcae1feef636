/** Nodes with many edges get more of them: the product of both degrees. */
import { numNeighbours } from '../../data/graph/adjacencyLists';
import { pairByPair, type Baseline } from './baseline';

export const preferentialAttachment: Baseline = {
  id: 'preferential attachment',
  name: 'Preferential attachment',
  formula: String.raw`|N(u)| \, |N(v)|`,
  source: 'Barabási and Albert, Emergence of scaling in random networks, 1999',
  score: ({ links }, pairs) => pairByPair(pairs, (u, v) => numNeighbours(links, u) * numNeighbours(links, v)),
};
