import type { GatedRule, Message } from '../../../../data/run/trace';
import { countOf } from '../../../widgets/numbers';
import type { Subject } from '../computation/subject';
import { edgeWeightTerm, NEIGHBOURS, ownTerm, sumTerm, weightTerm } from './common';
import { matrixTerm, stepTerm, tex, type Formula, type Term } from './term';

/** @param round from 0 */
export function gatedFormula(
  subject: Subject & { readonly trace: GatedRule },
  messages: readonly Message[],
  left: string,
  round: number,
): Formula {
  const { rounds } = subject.trace;
  const own = ownTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', 'weights');
  const coefficient = edgeWeightTerm(subject.isWeighted);
  const sum = sumTerm(messages, NEIGHBOURS);
  const sent = stepTerm('sent', 'sender', 's_j', 'collect', 'The sender’s memory so far.');
  const sending = weightTerm(subject, 'sending', 'M_t', `message weight ${round + 1}`, 'message weights');
  const gates = (id: string, what: string, texOf: string, sentence: string): Term =>
    stepTerm(id, what, texOf, 'gates', sentence);
  const reset = gates('reset', 'reset', 'r', 'How much of the memory the candidate sees, from 0 to 1.');
  const keep = gates('keep', 'keep', 'z', 'How much of the memory stays, from 0 to 1.');
  const candidate = gates('candidate', 'candidate', 'n', 'What could be remembered instead, from −1 to 1.');
  const memory = stepTerm(
    'memory',
    'memory',
    's_i',
    'remember',
    `What the node remembers: it begins with its own vector, and changes in each of ${countOf(rounds.length, 'round')}.`,
  );
  const [ofMessages, ofMemory] = [
    matrixTerm('message-gates', 'message gates', 'P', 'message gates', gateText('messages')),
    matrixTerm('state-gates', 'memory gates', 'Q', 'state gates', gateText('memory')),
  ];
  return {
    lines: [
      tex`s_i \leftarrow ${own}\, ${weight}`,
      tex`a_i = ${sum} ${coefficient}\, ${sent}\, ${sending}`,
      tex`${reset}, ${keep}, ${candidate} = \operatorname{gates}(a_i ${ofMessages},\, s_i ${ofMemory})`,
      tex`${memory} \leftarrow (1 - z) \odot n + z \odot s_i`,
      `${left} = s_i`,
    ],
    terms: [
      own,
      weight,
      sum,
      coefficient,
      sent,
      sending,
      reset,
      keep,
      candidate,
      ofMessages,
      ofMemory,
      memory,
    ],
  };
}

const gateText = (of: string): string =>
  `Learned numbers that make the gates of the ${of}: columns for reset, keep and candidate, in this order.`;
