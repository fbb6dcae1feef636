/** All rules that a trained model is measured against, in the order of the table. */
import { adamicAdar } from './adamicAdar';
import type { Baseline } from './baseline';
import { commonNeighbours } from './commonNeighbours';
import { featureCosine } from './featureCosine';
import { jaccard } from './jaccard';
import { katz } from './katz';
import { personalisedPageRank } from './personalisedPageRank';
import { preferentialAttachment } from './preferentialAttachment';
import { random } from './random';
import { resourceAllocation } from './resourceAllocation';
import { shortestPath } from './shortestPath';

export const BASELINES: readonly Baseline[] = [
  random,
  preferentialAttachment,
  commonNeighbours,
  jaccard,
  adamicAdar,
  resourceAllocation,
  shortestPath,
  katz,
  personalisedPageRank,
  featureCosine,
];
