/** Common neighbours as a share of all neighbours of either node; 0 where neither has any. */
import { numNeighbours } from '../../data/graph/adjacencyLists';
import { overCommon, pairByPair, type Baseline } from './baseline';

export const jaccard: Baseline = {
  id: 'jaccard',
  name: 'Jaccard',
  formula: String.raw`\frac{|N(u) \cap N(v)|}{|N(u) \cup N(v)|}`,
  source: 'Liben-Nowell and Kleinberg, The link prediction problem for social networks, 2007',
  score: ({ links }, pairs) =>
    pairByPair(pairs, (u, v) => {
      const common = overCommon(links, u, v, () => 1);
      const all = numNeighbours(links, u) + numNeighbours(links, v) - common;
      return all > 0 ? common / all : 0;
    }),
};
