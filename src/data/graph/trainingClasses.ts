import type { Labelling } from './graphData';

/**
 * The class of each training node, -1 for all others: the target of the loss; `count` of them have a class. What a
 * person said of a node comes before what the set says.
 */
export function trainingClasses({ y, split, given }: Labelling): { classes: Int32Array; count: number } {
  const classes = new Int32Array(y.length).fill(-1);
  for (const node of split.train) classes[node] = given && given[node] >= 0 ? given[node] : y[node];
  return { classes, count: classes.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0) };
}
