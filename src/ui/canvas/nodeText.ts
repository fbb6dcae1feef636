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
  const name = nodeNames?.[node] ?? String(node);
  return {
    // A name that is but the number says more with a word before it.
    name: name === String(node) ? `node ${node}` : name,
    details: [
      ...(labelling.classNames.length === 0
        ? []
        : [className === undefined ? 'no class' : `true ${className}`]),
      ...(guess === undefined ? [] : [`predicted ${guess}`]),
    ],
  };
}
