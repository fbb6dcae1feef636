/** The node that is told about where none is selected. */
import { degrees } from '../../../data/graph/degrees';
import type { GraphData } from '../../../data/graph/graphData';

/** So many neighbours fill a sentence and can still be told apart in the picture. */
const [FEWEST, MOST] = [3, 10];

/**
 * A node with 3 to 10 neighbours, that has not been trained on, is predicted rightly and has neighbours of several
 * predicted classes: there is something to weigh up. Of those the one with most neighbours, and the lowest number; where
 * no node has it all, as much of it as there is.
 */
export function wellChosen(
  { numNodes, edgeIndex, labelling }: GraphData,
  predictions: Int32Array | null,
): number {
  const degree = degrees(numNodes, edgeIndex);
  const trained = new Set(labelling.split.train);
  const isMixed = new Uint8Array(numNodes);
  const { source, target } = edgeIndex;
  if (predictions)
    for (let e = 0; e < source.length; e++)
      if (predictions[source[e]!] !== predictions[target[e]!]) isMixed[target[e]!] = 1;
  let [best, most] = [0, -1];
  for (let node = 0; node < numNodes; node++) {
    const count = degree[node]!;
    const isFitting = count >= FEWEST && count <= MOST;
    const isRight = predictions?.[node] === labelling.y[node];
    const worth =
      (isFitting ? 100 + count : Math.min(count, FEWEST)) +
      (trained.has(node) ? 0 : 50) +
      (isRight ? 40 : 0) +
      (isMixed[node] ? 30 : 0);
    if (worth > most) [best, most] = [node, worth];
  }
  return best;
}
