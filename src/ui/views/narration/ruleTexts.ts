import type { Message, Trace } from '../../../data/run/trace';
import { countOf, writeCount } from '../../widgets/numbers';
import { writeSigned } from '../../widgets/writeSigned';
import { byShare } from '../inspector/computation/messageOrder';
import { senderOf, type Subject } from '../inspector/computation/subject';

/** 18 %; of what is there and less than half of one, a tenth. */
export function percentOf(share: number): string {
  const percent = 100 * share;
  return `${percent > 0 && percent < 0.5 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** The name as it stands in a sentence: node 0, itself. */
export function calledIn(subject: Subject, from: number): string {
  const name = senderOf(subject, from);
  return /^\d/.test(name) ? `node ${name}` : name;
}

/** 10 messages and its own; 3 messages; only its own message. */
function collected(messages: readonly Message[]): string {
  const heard = messages.filter(({ edge }) => edge >= 0).length;
  const hasOwn = heard < messages.length;
  if (heard === 0) return 'only its own message';
  return `${countOf(heard, 'message')}${hasOwn ? ' and its own' : ''}`;
}

/** @param who the node, to begin a sentence: Node 2 */
export function collects(subject: Subject, messages: readonly Message[], who: string, when = ''): string {
  const [strongest] = byShare(messages);
  if (!strongest) return `${who} collects nothing${when}: no edge leads to it.`;
  if (messages.length === 1)
    return strongest.edge < 0
      ? `${who} collects only its own message${when}: no edge leads to it.`
      : `${who} collects one message${when}, from ${calledIn(subject, strongest.from)}.`;
  const from = strongest.edge < 0 ? 'its own' : `from ${calledIn(subject, strongest.from)}`;
  // A share is of what the messages add, by their length; weights are told where they are looked at.
  const share =
    subject.trace.rule === 'max'
      ? `the one that wins most channels, ${percentOf(strongest.share)}, is ${from}`
      : `the largest share of the result, ${percentOf(strongest.share)}, is ${from}`;
  return `${who} collects ${collected(messages)}${when}; ${share}.`;
}

const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What one number of each message says, before it is added up. */
export function weighed(subject: Subject, messages: readonly Message[]): string {
  const { trace } = subject;
  const heads = trace.rule === 'attention' ? trace.heads : 1;
  const sorted = messages
    .map((message) => ({ from: message.from, weight: meanOf(message.coefficients) }))
    .sort((a, b) => b.weight - a.weight || a.from - b.from);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return 'There are no messages to be weighted.';
  if (trace.rule === 'attention') {
    const mean = heads > 1 ? `On average over ${heads} heads ` : '';
    const sentence = `attention gives ${percentOf(most.weight)} to ${calledIn(subject, most.from)}`;
    const other =
      sorted.length > 1 ? ` and ${percentOf(least.weight)} to ${calledIn(subject, least.from)}` : '';
    const whole = `${mean}${sentence}${other}; all shares together are 100 %.`;
    return whole.charAt(0).toUpperCase() + whole.slice(1);
  }
  if (most.weight === least.weight) return `Every message has the same weight: ${writeSigned(most.weight)}.`;
  return `The largest weight, ${writeSigned(most.weight)}, is on the message of ${calledIn(subject, most.from)}; the smallest, ${writeSigned(least.weight)}, on that of ${calledIn(subject, least.from)}.`;
}

/** In how many channels the first of the winners wins. */
export function won(subject: Subject & { readonly trace: Extract<Trace, { rule: 'max' }> }): string {
  const { winners, messages } = subject.trace;
  const counts = new Map<number, number>();
  for (const winner of winners) if (winner >= 0) counts.set(winner, (counts.get(winner) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const from = best && messages[best[0]]?.from;
  if (!best || from === undefined) return 'No message is there, so the maximum is 0 in every channel.';
  return `In each of ${countOf(winners.length, 'channel')} only the largest number counts: ${calledIn(subject, from)} wins ${writeCount(best[1])} of them, ${countOf(counts.size, 'node wins', 'nodes win')} somewhere.`;
}

/** How much of its memory a node keeps in a round: the mean of the gate. */
export const kept = (update: Float32Array): string =>
  `Its gates let it keep ${percentOf(meanOf(update))} of its memory; the rest comes from the messages.`;

export const summed = (width: number): string =>
  `Added up channel by channel, they are ${countOf(width, 'number')}.`;

export const transformed = (from: number, to: number, who: string): string =>
  `${who} receives no messages here: its ${countOf(from, 'number')} are multiplied by the weights and become ${writeCount(to)}.`;
