/** What can be learned on a graph: a file each beside this one, and a line here. The first is the default. */
import type { TaskDescriptor } from './descriptor';
import { LINK_PREDICTION } from './linkPrediction';
import { NODE_CLASSIFICATION } from './nodeClassification';

export const TASKS: readonly [TaskDescriptor, ...TaskDescriptor[]] = [NODE_CLASSIFICATION, LINK_PREDICTION];
