/** Common neighbours, where one with few neighbours of its own says more. */
import { numNeighbours } from '../../data/graph/adjacencyLists';
import { overCommon, pairByPair, type Baseline } from './baseline';

export const adamicAdar: Baseline = {
  id: 'adamic-adar',
  name: 'Adamic-Adar',
  formula: String.raw`\sum_{w \in N(u) \cap N(v)} \frac{1}{\log |N(w)|}`,
  source: 'Adamic and Adar, Friends and neighbors on the web, 2003',
  score: ({ links }, pairs) =>
    // A common neighbour of two nodes has two neighbours at least, so the logarithm is positive.
    pairByPair(pairs, (u, v) => overCommon(links, u, v, (w) => 1 / Math.log(numNeighbours(links, w)))),
};
