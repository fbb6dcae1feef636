import type { Message } from '../../../../data/run/trace';
import { countOf } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { STEP_NAMES } from '../steps/names';
import type { Step } from '../steps/step';
import { stepsOf } from '../steps/steps';
import { byShare } from './messageOrder';
import { numbersOf } from './numbersOf';
import { roundsOf, type Subject } from './subject';

/** What a number of a vector is called: `channel 3`, or in the last layer the name of a class. */
export type NameOfChannel = (index: number) => string;

export interface NumbersRow {
  readonly step: string;
  readonly part: string;
  /** As `numbersOf` writes them. */
  readonly numbers: string;
}

/** Fewer numbers than this are written out. */
const MOST_WRITTEN = 2;
/** Senders named after the strongest one. */
const MOST_RUNNERS_UP = 2;

export const channelName: NameOfChannel = (index) => `channel ${index + 1}`;

/** `Node 8` in the middle of a sentence. */
const inSentence = (title: string): string => title.replace(/^Node (?=\d)/, 'node ');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** What stands out in a vector: its ends, and how much of it is 0. */
export function standout(values: Float32Array, nameOf: NameOfChannel): string {
  if (values.length === 0) return 'It is empty.';
  if (values.every((value) => value === 0)) return `${countOf(values.length, 'number')}, all 0.`;
  if (values.length <= MOST_WRITTEN)
    return `${capitalised([...values].map((value, c) => `${nameOf(c)} is ${writeSigned(value)}`).join(', '))}.`;
  let [least, most, zeros] = [0, 0, 0];
  values.forEach((value, c) => {
    if (value < values[least]!) least = c;
    if (value > values[most]!) most = c;
    if (value === 0) zeros++;
  });
  const end = (c: number): string => `${writeSigned(values[c]!)} (${nameOf(c)})`;
  const empty = zeros > 0 ? `; ${zeros} ${zeros === 1 ? 'is' : 'are'} 0` : '';
  return values[least] === values[most]
    ? `${countOf(values.length, 'number')}, each ${writeSigned(values[most]!)}.`
    : `Its ${countOf(values.length, 'number')} run from ${end(least)} to ${end(most)}${empty}.`;
}

/** How a node is called as a sender, in the middle of a sentence. */
function senderIn({ trace, nameOf }: Subject, from: number): string {
  if (from === trace.node) return 'the node itself';
  const name = nameOf(from);
  return /^\d/.test(name) ? `node ${name}` : name;
}

const mean = (numbers: Float32Array): number =>
  numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

function weightText({ trace }: Subject, { coefficients }: Message): string {
  if (trace.rule === 'max') return '';
  const name = trace.rule === 'attention' ? 'attention' : 'weight';
  return coefficients.length === 1
    ? ` (${name} ${writeSigned(coefficients[0]!)})`
    : ` (mean ${name} ${writeSigned(mean(coefficients))} over ${coefficients.length} heads)`;
}

/** Who contributes most to what the messages of a round add up to. */
export function contributionTexts(subject: Subject, messages: readonly Message[]): string[] {
  const [first, ...others] = byShare(messages);
  if (!first) return ['No messages arrive, so nothing comes from neighbours.'];
  const what = subject.trace.rule === 'max' ? 'of the largest numbers' : 'of the result';
  const heard = messages.filter(({ edge }) => edge >= 0).length;
  const itself = heard < messages.length ? ' and from itself' : '';
  const arriving =
    heard === 0
      ? 'The only message is the node’s own.'
      : `Messages arrive from ${countOf(heard, 'neighbour')}${itself}.`;
  if (others.length === 0)
    return [arriving, `All of it comes from ${senderIn(subject, first.from)}${weightText(subject, first)}.`];
  const strongest = `The largest share, ${percent(first.share)} ${what}, comes from ${senderIn(subject, first.from)}${weightText(subject, first)}.`;
  const next = others.slice(0, MOST_RUNNERS_UP);
  const rest = others.slice(MOST_RUNNERS_UP);
  const named = next.map(({ from, share }) => `${senderIn(subject, from)} (${percent(share)})`).join(' and ');
  const left = rest.reduce((sum, { share }) => sum + share, 0);
  return [
    arriving,
    `${strongest} Next ${next.length === 1 ? 'comes' : 'come'} ${named}${
      rest.length === 0 ? '' : `; the other ${rest.length} together bring ${percent(left)}`
    }.`,
  ];
}

function stepText({ id, sentence, strips }: Step): string {
  const made = strips.findLast(({ isResult }) => isResult);
  const text = `${capitalised(STEP_NAMES[id])}: ${sentence}`;
  return made ? `${text} ${standout(made.values, channelName)}` : text;
}

function roundTexts(
  subject: Subject,
  messages: readonly Message[],
  round: number,
  numRounds: number,
): string[] {
  const steps = stepsOf(subject, byShare(messages), round).filter(({ inRound }) => inRound);
  const word = subject.trace.rule === 'gated' ? 'Round' : 'Hop';
  return [
    ...(numRounds > 1 ? [`${word} ${round + 1} of ${numRounds}.`] : []),
    ...contributionTexts(subject, messages),
    ...steps.map(stepText),
  ];
}

/**
 * @param title the node, as the page calls it; @param layer as shown: H¹
 * @param nameOf names the numbers of the result
 */
export function inWords(
  subject: Subject,
  title: string,
  layer: string,
  epoch: number,
  nameOf: NameOfChannel = channelName,
): readonly string[] {
  const rounds = roundsOf(subject.trace);
  const steps = stepsOf(subject, rounds.at(-1) ?? [], Math.max(0, rounds.length - 1));
  const firstIn = steps.findIndex(({ inRound }) => inRound);
  const [before, after] =
    firstIn < 0
      ? [steps, []]
      : [steps.slice(0, firstIn), steps.slice(firstIn).filter(({ inRound }) => !inRound)];
  return [
    `How ${inSentence(title)}’s vector in ${layer} was computed, after ${countOf(epoch, 'epoch')}.`,
    ...before.map(stepText),
    ...rounds.flatMap((messages, round) => roundTexts(subject, messages, round, rounds.length)),
    ...after.map(stepText),
    `The result is the vector in ${layer}. ${standout(subject.trace.output, nameOf)}`,
  ];
}

/** All numbers that the sentences speak of, apart from the messages, which have a table of their own. */
export function allNumbers(subject: Subject): readonly NumbersRow[] {
  const rounds = roundsOf(subject.trace);
  return stepsOf(subject, rounds.at(-1) ?? [], Math.max(0, rounds.length - 1)).flatMap(({ id, strips }) =>
    strips
      .filter(({ from }) => from === null)
      .map(({ label, values }) => ({ step: STEP_NAMES[id], part: label, numbers: numbersOf(values) })),
  );
}
