/** What reaches v when u hands a unit to its neighbours and each passes its part on evenly. */
import { numNeighbours } from '../../data/graph/adjacencyLists';
import { overCommon, pairByPair, type Baseline } from './baseline';

export const resourceAllocation: Baseline = {
  id: 'resource allocation',
  name: 'Resource allocation',
  formula: String.raw`\sum_{w \in N(u) \cap N(v)} \frac{1}{|N(w)|}`,
  source: 'Zhou, Lü and Zhang, Predicting missing links via local information, 2009',
  score: ({ links }, pairs) =>
    pairByPair(pairs, (u, v) => overCommon(links, u, v, (w) => 1 / numNeighbours(links, w))),
};
