import type { Message } from '../../../../data/run/trace';
import { countOf } from '../../../widgets/numbers';
import { senderOf, type Subject } from '../computation/subject';
import { part, result, stacked, step, type Step } from './step';

/** A subject whose trace is of one rule. */
export type Of<R> = Subject & { readonly trace: R };

export const names = (subject: Subject) => (from: number) => senderOf(subject, from);

export const transform = ({ trace }: Subject, product: Float32Array): Step =>
  step('transform', 'The vector is multiplied by the weights: each number out mixes all numbers in.', [
    part('input', trace.input),
    result('output', product),
  ]);

/** Who sends, in words. */
function senders(messages: readonly Message[], node: number): string {
  const others = messages.filter(({ from }) => from !== node).length;
  const neighbours = countOf(others, 'neighbour');
  const isHeard = others < messages.length;
  if (messages.length === 0) return 'nobody';
  return isHeard
    ? others > 0
      ? `${neighbours} and the node itself`
      : 'the node itself, and nobody else'
    : neighbours;
}

export const collect = (subject: Subject, messages: readonly Message[]): Step =>
  stacked(
    'collect',
    `What ${senders(messages, subject.trace.node)} send${messages.length === 1 ? 's' : ''}, before it is weighted.`,
    messages,
    ({ value }) => value,
    names(subject),
  );

export const weigh = (subject: Subject, messages: readonly Message[], by: string): Step =>
  stacked('weigh', by, messages, ({ contribution }) => contribution, names(subject));

export const sum = (subject: Subject, messages: readonly Message[], total: Float32Array): Step =>
  stacked(
    'sum',
    'The weighted messages, added up channel by channel.',
    messages,
    ({ contribution }) => contribution,
    names(subject),
    [result('sum', total)],
  );

/** The node's own row on its way through the weights, where there is one. */
export const own = (messages: readonly Message[]): Message | undefined =>
  messages.find(({ edge }) => edge < 0);
