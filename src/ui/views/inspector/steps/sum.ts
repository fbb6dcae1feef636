import type { Message, SumRule } from '../../../../data/run/trace';
import { times } from '../computation/rows';
import { collect, own, sum, transform, weigh, type Of } from './shared';
import { part, result, step, type Step } from './step';

export function sumSteps(subject: Of<SumRule>, messages: readonly Message[]): readonly Step[] {
  const { trace } = subject;
  const self = own(messages);
  const before: readonly Step[] = self ? [transform(subject, self.value)] : [];
  const among: readonly Step[] = [
    collect(subject, messages),
    weigh(subject, messages, 'Each message times its weight.'),
    sum(subject, messages, trace.sum),
  ];
  if (!trace.after) return [...before, ...among];
  const { bias, hidden, map } = trace.after;
  const network = step('network', 'The sum goes through a small network: a bias, relu, and a second map.', [
    part('sum', trace.sum),
    ...(bias ? [part('bias', bias)] : []),
    part('relu', hidden),
    result('output', times(hidden, map.weight)),
  ]);
  return [...before, ...among, network];
}
