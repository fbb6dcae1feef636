import type { GatedRule, Message } from '../../../../data/run/trace';
import { collect, sum, transform, weigh, type Of } from './shared';
import { part, result, step, type Step } from './step';

export function gatedSteps(
  subject: Of<GatedRule>,
  messages: readonly Message[],
  round: number,
): readonly Step[] {
  const { trace } = subject;
  const start = transform(subject, trace.start);
  const now = trace.rounds[round];
  if (!now) return [start];
  const before = trace.rounds[round - 1]?.state ?? trace.start;
  return [
    start,
    collect(subject, messages),
    weigh(subject, messages, 'Each message times the weight of its edge.'),
    sum(subject, messages, now.sum),
    step(
      'gates',
      'Gates from 0 to 1: how much of the memory is used, and how much of it stays.',
      [part('reset', now.reset), part('keep', now.update), part('candidate', now.candidate)],
      true,
    ),
    step(
      'remember',
      'Where the gate is near 1 the memory stays; elsewhere the candidate replaces it.',
      [part('memory', before), part('candidate', now.candidate), result('memory now', now.state)],
      true,
    ),
  ];
}
