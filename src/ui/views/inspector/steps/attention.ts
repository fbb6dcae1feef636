import type { AttentionRule, Message } from '../../../../data/run/trace';
import { collect, names, own, sum, transform, weigh, type Of } from './shared';
import { stacked, type Step } from './step';

export function attentionSteps(subject: Of<AttentionRule>, given: readonly Message[]): readonly Step[] {
  const { trace } = subject;
  const scored = new Map(trace.messages.map((message) => [message.edge, message]));
  const messages = given.flatMap(({ edge }) => scored.get(edge) ?? []);
  const self = own(messages);
  const heads = trace.heads === 1 ? 'One number each' : `One number for each of ${trace.heads} heads`;
  return [
    ...(self ? [transform(subject, self.value)] : []),
    collect(subject, messages),
    stacked(
      'score',
      `${heads}: how well sender and receiver match.`,
      messages,
      ({ scores }) => scores,
      names(subject),
    ),
    stacked(
      'softmax',
      'Softmax turns the scores into attention: shares of 1 over all senders, head by head.',
      messages,
      ({ coefficients }) => coefficients,
      names(subject),
    ),
    weigh(subject, messages, 'Each message times the attention that it gets.'),
    sum(subject, messages, trace.sum),
  ];
}
