import type { GraphData, Split } from '../../../data/graph/graphData';
import type { SplitPart } from '../../palette/palette';

/** Its own name, or its index. */
export const nodeName = ({ nodeNames }: GraphData, node: number): string => nodeNames?.[node] ?? String(node);

/** `Node 8` where the name alone would be a bare number. */
export function nodeTitle(graph: GraphData, node: number): string {
  const name = nodeName(graph, node);
  return /^\d/.test(name) ? `Node ${name}` : name;
}

export function splitPartOf(split: Split, node: number): SplitPart {
  if (split.train.includes(node)) return 'train';
  if (split.val?.includes(node)) return 'val';
  return split.test?.includes(node) ? 'test' : 'none';
}

export const SPLIT_TEXTS: Readonly<Record<SplitPart, string>> = {
  train: 'labelled, trained on',
  val: 'validation',
  test: 'test',
  none: 'not trained on',
};

/** Right, wrong, or null where there is no class or no prediction to compare. */
export function isRight(truth: number | undefined, predicted: number | undefined): boolean | null {
  return truth === undefined || truth < 0 || predicted === undefined ? null : truth === predicted;
}

export interface GroupFacts {
  /** Nodes per true class, in the order of the classes. */
  readonly perClass: readonly number[];
  /** Nodes without a class. */
  readonly unlabelled: number;
  /** Share of right predictions among the nodes that have a class; null without prediction or class. */
  readonly accuracy: number | null;
}

export function groupFacts(
  { labelling: { y, classNames } }: GraphData,
  predictions: Int32Array | null,
  nodes: readonly number[],
): GroupFacts {
  const perClass = classNames.map(() => 0);
  let [unlabelled, right] = [0, 0];
  for (const node of nodes) {
    const truth = y[node] ?? -1;
    if (truth < 0) unlabelled++;
    else perClass[truth]! += 1;
    if (isRight(truth, predictions?.[node])) right++;
  }
  const judged = nodes.length - unlabelled;
  return { perClass, unlabelled, accuracy: predictions && judged > 0 ? right / judged : null };
}
