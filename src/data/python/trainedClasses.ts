import type { Labelling } from '../graph/graphData';

/** The class that each node is trained as: what a person said of it, else what the set says; -1 where neither does. */
export const trainedClasses = ({ y, given }: Labelling): Int32Array =>
  y.map((label, node) => (given && given[node] >= 0 ? given[node] : label));
