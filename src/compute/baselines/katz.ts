/** Walks between both nodes, of up to `STEPS` steps: each step makes a walk count less by `DAMPING`. */
import { nodeByNode, type Baseline } from './baseline';

const DAMPING = 0.05;
const STEPS = 6;

export const katz: Baseline = {
  id: 'katz',
  name: 'Katz',
  formula: String.raw`\sum_{l=1}^{${STEPS}} ${DAMPING}^l \, (A^l)_{uv}`,
  source: 'Katz, A new status index derived from sociometric analysis, 1953',
  score: ({ links: { numNodes, rowPtr, neighbour } }, pairs) => {
    const total = new Float64Array(numNodes);
    // Walks that end at each node, weighted; those of the step before beside them.
    let [walks, before] = [new Float64Array(numNodes), new Float64Array(numNodes)];
    return nodeByNode(pairs, (u) => {
      total.fill(0);
      walks.fill(0);
      walks[u] = 1;
      for (let step = 1; step <= STEPS; step++) {
        [walks, before] = [before, walks];
        walks.fill(0);
        for (let node = 0; node < numNodes; node++) {
          const passedOn = DAMPING * before[node];
          if (passedOn === 0) continue;
          for (let k = rowPtr[node]; k < rowPtr[node + 1]; k++) walks[neighbour[k]] += passedOn;
        }
        for (let node = 0; node < numNodes; node++) total[node] += walks[node];
      }
      return (v) => total[v];
    });
  },
};
