/** Nobody is listened to: the row goes through the weights. */
import type { PlainRule } from '../../../../engine/types';
import { transform, type Of } from './shared';
import { type Step } from './step';

export const plainSteps = (subject: Of<PlainRule>): readonly Step[] => [
  transform(subject, subject.trace.product),
];
