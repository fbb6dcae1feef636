/** Which nodes step back while others are looked at. */
import { neighboursOf, type Topology } from './topology';

/**
 * 1 for each node that steps back. One selected node keeps its neighbours in front, several keep only each other;
 * with nothing selected nobody steps back.
 */
export function stepsBack(topology: Topology, selection: readonly number[]): Uint8Array {
  const front = selection.filter((node) => node < topology.numNodes);
  const back = new Uint8Array(topology.numNodes).fill(front.length > 0 ? 1 : 0);
  for (const node of front) back[node] = 0;
  if (front.length === 1) for (const node of neighboursOf(topology, front[0]!)) back[node] = 0;
  return back;
}
