/** How many neighbours both nodes have: friends of friends. */
import { overCommon, pairByPair, type Baseline } from './baseline';

export const commonNeighbours: Baseline = {
  id: 'common neighbours',
  name: 'Common neighbours',
  formula: String.raw`|N(u) \cap N(v)|`,
  source: 'Newman, Clustering and preferential attachment in growing networks, 2001',
  score: ({ links }, pairs) => pairByPair(pairs, (u, v) => overCommon(links, u, v, () => 1)),
};
