import type { Message, PropagateRule } from '../../../../data/run/trace';
import { writeSigned } from '../../../widgets/writeSigned';
import { collect, sum, transform, weigh, type Of } from './shared';
import { part, result, step, type Step } from './step';

export function propagateSteps(
  subject: Of<PropagateRule>,
  messages: readonly Message[],
  hop: number,
): readonly Step[] {
  const { trace } = subject;
  const start = transform(subject, trace.start);
  const now = trace.steps[hop];
  if (!now) return [start];
  const kept = writeSigned(1 - trace.teleport);
  const weighed =
    trace.teleport > 0
      ? `Each message times its weight, and times ${kept}.`
      : 'Each message times its weight.';
  const total = now.restart ? now.value.map((value, c) => value - now.restart![c]!) : now.value;
  const back = now.restart;
  return [
    start,
    collect(subject, messages),
    weigh(subject, messages, weighed),
    sum(subject, messages, total),
    ...(back
      ? [
          step(
            'combine',
            `${writeSigned(trace.teleport)} of the node’s own start is added back.`,
            [part('sum', total), part('own start', back), result('result', now.value)],
            true,
          ),
        ]
      : []),
  ];
}
