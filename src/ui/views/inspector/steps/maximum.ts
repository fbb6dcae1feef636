import type { MaxRule, Message } from '../../../../data/run/trace';
import { ruleRow, times } from '../computation/rows';
import { collect, names, transform, type Of } from './shared';
import { part, result, stacked, step, type Step } from './step';

export function maxSteps(subject: Of<MaxRule>, messages: readonly Message[]): readonly Step[] {
  const { trace } = subject;
  const through = trace.map ? times(trace.maximum, trace.map.weight) : trace.maximum;
  return [
    transform(subject, trace.own),
    collect(subject, messages),
    stacked(
      'maximum',
      'In each channel the largest number wins; all others are left out.',
      messages,
      ({ contribution }) => contribution,
      names(subject),
      [result('largest', trace.maximum)],
    ),
    step(
      'combine',
      trace.map
        ? 'The maximum is multiplied by weights of its own; the node’s own part is added.'
        : 'The node’s own part is added.',
      [part('of neighbours', through), part('own part', trace.own), result('result', ruleRow(subject.trace))],
    ),
  ];
}
