/** The steps by the words on their buttons. */
import type { StepId } from './step';

export const STEP_NAMES: Readonly<Record<StepId, string>> = {
  transform: 'transform',
  collect: 'collect',
  score: 'score',
  softmax: 'softmax',
  weigh: 'weigh',
  sum: 'sum',
  maximum: 'maximum',
  gates: 'gates',
  remember: 'remember',
  network: 'network',
  combine: 'combine',
  bias: 'bias',
  norm: 'norm',
  activate: 'activate',
  residual: 'residual',
  length: 'unit length',
};
