import type { PlainRule } from '../../../../data/run/trace';
import { transform, type Of } from './shared';
import { type Step } from './step';

export const plainSteps = (subject: Of<PlainRule>): readonly Step[] => [
  transform(subject, subject.trace.product),
];
