/**
 * How often a walker is at v who starts at u, follows edges at random, and jumps back to u with probability `RESTART`;
 * and the other way round. Without direction the one tells the other: d_u p_u(v) = d_v p_v(u).
 *
 * p = c + M p with eigenvalues of M between -rho and rho is solved by Chebyshev's semi-iteration (Golub and Varga,
 * 1961), which needs a third of the steps that following the walker does.
 */
import { numNeighbours } from '../../data/graph/adjacencyLists';
import { nodeByNode, type Baseline } from './baseline';

const RESTART = 0.15;
const RHO = 1 - RESTART;
/** Each leaves .56 of the error, so that 1e-8 of it is left. */
const STEPS = 32;

export const personalisedPageRank: Baseline = {
  id: 'personalised pagerank',
  name: 'Personalised PageRank',
  formula: String.raw`p_u(v) + p_v(u), \quad p_u = ${RESTART} \sum_{l \ge 0} ${RHO}^l \, (A D^{-1})^l e_u`,
  source: 'Page, Brin, Motwani and Winograd, The PageRank citation ranking, 1999',
  score: ({ links }, pairs) => {
    const { numNodes, rowPtr, neighbour } = links;
    const given = Float64Array.from({ length: numNodes }, (_, v) => RHO / (numNeighbours(links, v) || 1));
    const passedOn = new Float64Array(numNodes);
    /** before + omega (c + M rank - before), in the place of `before`. */
    const step = (rank: Float64Array, before: Float64Array, u: number, omega: number): void => {
      for (let node = 0; node < numNodes; node++) passedOn[node] = given[node] * rank[node];
      for (let node = 0; node < numNodes; node++) {
        let sum = node === u ? RESTART : 0;
        for (let k = rowPtr[node]; k < rowPtr[node + 1]; k++) sum += passedOn[neighbour[k]];
        before[node] += omega * (sum - before[node]);
      }
    };
    return nodeByNode(pairs, (u) => {
      let [rank, before] = [new Float64Array(numNodes), new Float64Array(numNodes)];
      let omega = 1;
      for (let done = 0; done < STEPS; done++) {
        step(rank, before, u, omega);
        [rank, before] = [before, rank];
        omega = done === 0 ? 2 / (2 - RHO ** 2) : 1 / (1 - (RHO ** 2 * omega) / 4);
      }
      // Whoever is not reached has no neighbour of those who are.
      const settled = rank;
      return (v) => {
        const backwards = numNeighbours(links, u) / (numNeighbours(links, v) || 1);
        return settled[v] * (1 + backwards);
      };
    });
  },
};
