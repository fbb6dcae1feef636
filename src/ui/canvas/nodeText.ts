/** What is said of a node beside it: its name, then its class and what the model takes it for. */
import type { GraphData } from '../../data/graph/graphData';

export interface NodeText {
  readonly name: string;
  readonly details: readonly string[];
}

export function nodeText(
  { nodeNames, labelling }: GraphData,
  predictions: Int32Array | null,
  node: number,
): NodeText {
  const className = labelling.classNames[labelling.y[node] ?? -1];
  const guess = labelling.classNames[predictions?.[node] ?? -1];
  const said = guess === undefined ? [] : guess === className ? ['predicted right'] : [`predicted ${guess}`];
  return { name: nodeNames?.[node] ?? `node ${node}`, details: [className ?? 'no class', ...said] };
}
