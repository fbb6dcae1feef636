import type { Message } from '../../../../data/run/trace';
import type { Subject } from '../computation/subject';
import { finishSteps } from './finish';
import { attentionSteps } from './attention';
import { gatedSteps } from './gated';
import { maxSteps } from './maximum';
import { plainSteps } from './plain';
import { propagateSteps } from './propagate';
import { sumSteps } from './sum';
import type { Step } from './step';

/**
 * @param messages of the round, in the order in which they are to be shown
 * @param round from 0; of rules without rounds 0
 */
export const stepsOf = (subject: Subject, messages: readonly Message[], round: number): readonly Step[] => [
  ...ruleSteps(subject, messages, round),
  ...finishSteps(subject),
];

function ruleSteps(subject: Subject, messages: readonly Message[], round: number): readonly Step[] {
  const { trace } = subject;
  switch (trace.rule) {
    case 'plain':
      return plainSteps({ ...subject, trace });
    case 'sum':
      return sumSteps({ ...subject, trace }, messages);
    case 'attention':
      return attentionSteps({ ...subject, trace }, messages);
    case 'max':
      return maxSteps({ ...subject, trace }, messages);
    case 'gated':
      return gatedSteps({ ...subject, trace }, messages, round);
    case 'propagate':
      return propagateSteps({ ...subject, trace }, messages, round);
    default:
      return trace satisfies never;
  }
}
