/** The computation in sentences: for those who listen, and for copying. */
import type { Message } from '../../../../engine/types';
import { countOf, writeShare } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { STEP_NAMES } from '../steps/names';
import type { Step, Strip } from '../steps/step';
import { stepsOf } from '../steps/steps';
import { byShare } from './messageOrder';
import { numbersOf } from './numbersOf';
import { lengthOf } from './rows';
import { roundsOf, senderOf, type Subject } from './subject';

const MOST_MESSAGES = 50;

const coefficientText = ({ coefficients }: Message): string =>
  coefficients.length === 1
    ? `weight ${writeSigned(coefficients[0]!)}`
    : `attention ${Array.from(coefficients, writeSigned).join(', ')}`;

function messageText(subject: Subject, message: Message): string {
  const who = senderOf(subject, message.from);
  return `From ${who}: ${coefficientText(message)}, size ${writeSigned(lengthOf(message.value))}, share ${writeShare(message.share)} of the result.`;
}

const stripText = ({ label, values }: Strip): string => `${label}: ${numbersOf(values)}`;

/** `Node 8` in the middle of a sentence. */
const inSentence = (title: string): string => title.replace(/^Node (?=\d)/, 'node ');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function stepText({ id, sentence, strips }: Step): string {
  // Messages have sentences of their own.
  const rows = strips.filter(({ from }) => from === null);
  const text = `${capitalised(STEP_NAMES[id])}: ${sentence}`;
  return rows.length === 0 ? text : `${text} ${rows.map(stripText).join('; ')}.`;
}

function roundTexts(
  subject: Subject,
  messages: readonly Message[],
  round: number,
  numRounds: number,
): string[] {
  const sorted = byShare(messages);
  const more = sorted.length - MOST_MESSAGES;
  const steps = stepsOf(subject, sorted, round).filter(({ inRound }) => inRound);
  return [
    ...(numRounds > 1
      ? [`${subject.trace.rule === 'gated' ? 'Round' : 'Hop'} ${round + 1} of ${numRounds}.`]
      : []),
    ...sorted.slice(0, MOST_MESSAGES).map((message) => messageText(subject, message)),
    ...(more > 0 ? [`And ${countOf(more, 'more message')}.`] : []),
    ...steps.map(stepText),
  ];
}

/** @param title the node, as the page calls it; @param layer as shown: H¹ */
export function inWords(subject: Subject, title: string, layer: string, epoch: number): readonly string[] {
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
    `The result, its vector in ${layer}: ${numbersOf(subject.trace.output)}.`,
  ];
}
