/** The steps of each rule, up to m_i. */
import type {
  AttentionRule,
  GatedRule,
  MaxRule,
  Message,
  PlainRule,
  PropagateRule,
  SumRule,
} from '../../../../engine/types';
import { countOf } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { ruleRow, times } from '../computation/rows';
import { senderOf, type Subject } from '../computation/subject';
import { part, result, stacked, step, type Step } from './step';

/** The subject of one rule. */
export type Of<R> = Subject & { readonly trace: R };

const names = (subject: Subject) => (from: number) => senderOf(subject, from);

const transform = ({ trace }: Subject, product: Float32Array): Step =>
  step('transform', 'The row goes through the weights: each number out mixes all numbers in.', [
    part('comes in', trace.input),
    result('goes out', product),
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

const collect = (subject: Subject, messages: readonly Message[]): Step =>
  stacked(
    'collect',
    `What ${senders(messages, subject.trace.node)} send${messages.length === 1 ? 's' : ''}, before it is weighed.`,
    messages,
    ({ value }) => value,
    names(subject),
  );

const weigh = (subject: Subject, messages: readonly Message[], by: string): Step =>
  stacked('weigh', by, messages, ({ contribution }) => contribution, names(subject));

const sum = (subject: Subject, messages: readonly Message[], total: Float32Array): Step =>
  stacked(
    'sum',
    'The weighed messages, added up channel by channel.',
    messages,
    ({ contribution }) => contribution,
    names(subject),
    [result('sum', total)],
  );

export const plainSteps = (subject: Of<PlainRule>): readonly Step[] => [
  transform(subject, subject.trace.product),
];

/** The node's own row on its way through the weights, where there is one. */
const own = (messages: readonly Message[]): Message | undefined => messages.find(({ edge }) => edge < 0);

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
    result('goes out', times(hidden, map.weight)),
  ]);
  return [...before, ...among, network];
}

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
      `${heads}: how well sender and node fit together.`,
      messages,
      ({ scores }) => scores,
      names(subject),
    ),
    stacked(
      'softmax',
      'Scores become shares that add up to 1 over all who send, head by head.',
      messages,
      ({ coefficients }) => coefficients,
      names(subject),
    ),
    weigh(subject, messages, 'Each message times the attention that it gets.'),
    sum(subject, messages, trace.sum),
  ];
}

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
        ? 'The largest go through weights of their own; the node’s own part is added.'
        : 'The node’s own part is added.',
      [part('of others', through), part('own part', trace.own), result('together', ruleRow(subject.trace))],
    ),
  ];
}

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
    {
      ...step('gates', 'Gates from 0 to 1: how much of the memory is used, and how much of it stays.', [
        part('reset', now.reset),
        part('keep', now.update),
        part('candidate', now.candidate),
      ]),
      inRound: true,
    },
    {
      ...step('remember', 'Where the gate keeps, the memory stays; elsewhere the candidate comes in.', [
        part('memory', before),
        part('candidate', now.candidate),
        result('memory now', now.state),
      ]),
      inRound: true,
    },
  ];
}

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
          {
            ...step('combine', `${writeSigned(trace.teleport)} of the node’s own start comes back.`, [
              part('sum', total),
              part('own start', back),
              result('together', now.value),
            ]),
            inRound: true,
          },
        ]
      : []),
  ];
}
