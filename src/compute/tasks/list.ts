/** The code of every task: a line each. */
import { linkPrediction } from './linkPrediction';
import { nodeClassification } from './nodeClassification';
import type { TaskCode } from './task';

export const TASK_CODE: readonly TaskCode[] = [nodeClassification, linkPrediction];
