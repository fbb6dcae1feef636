/** Formulas of maxima, gates and propagation. */
import type { GatedRule, MaxRule, Message, PropagateRule } from '../../../../engine/types';
import { countOf } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { parameterOf, type Subject } from '../computation/subject';
import { AND_ITSELF, NEIGHBOURS, normalisationTerm, ownTerm, sentTerm, sumTerm, weightTerm } from './common';
import { edgeWeightTerm } from './sums';
import { edgesTerm, matrixTerm, stepTerm, tex, type Formula, type Term } from './term';

type Of<R> = Subject & { readonly trace: R };

export function maxFormula(subject: Of<MaxRule>, messages: readonly Message[], left: string): Formula {
  const { map } = subject.trace;
  const own = ownTerm(subject);
  const ownWeight = weightTerm(
    subject,
    'own-weight',
    String.raw`W_{\text{self}}`,
    subject.trace.ownThrough,
    'for itself',
  );
  const winning = messages.filter(({ share }) => share > 0).length;
  const max = edgesTerm(
    'maximum',
    'maximum',
    String.raw`\max_{${NEIGHBOURS}}`,
    'maximum',
    messages.length === 0
      ? 'Nobody sends anything: the maximum is 0.'
      : `In each channel the largest number of ${countOf(messages.length, 'neighbour')} counts, and no other: ${winning} of them ${winning === 1 ? 'wins' : 'win'} somewhere.`,
  );
  const sent = sentTerm(subject);
  const pool = parameterOf(subject, 'pool weight')
    ? weightTerm(subject, 'pool', String.raw`W_{\text{pool}}`, 'pool weight', 'of the pool')
    : null;
  const weight = map
    ? weightTerm(subject, 'weight', String.raw`W_{\text{neigh}}`, map.role, 'for neighbours')
    : null;
  const value = pool ? tex`\operatorname{ReLU}(${sent}\, ${pool} + b_{\text{pool}})` : tex`${sent}`;
  return {
    lines: [
      tex`${left} = ${own}\, ${ownWeight} + ${weight ? tex`x_i\, ${weight}` : 'x_i'}`,
      tex`x_i = ${max} ${value}`,
    ],
    terms: [own, ownWeight, ...(weight ? [weight] : []), max, sent, ...(pool ? [pool] : [])],
  };
}

/** @param round from 0 */
export function gatedFormula(
  subject: Of<GatedRule>,
  messages: readonly Message[],
  left: string,
  round: number,
): Formula {
  const { rounds } = subject.trace;
  const own = ownTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', '');
  const coefficient = edgeWeightTerm(subject.isWeighted);
  const sum = sumTerm(messages, NEIGHBOURS);
  const sent = stepTerm(
    'sent',
    'memory of the sender',
    's_j',
    'collect',
    'What the one who sends remembers by now.',
  );
  const sending = weightTerm(subject, 'sending', 'M_t', `message weight ${round + 1}`, 'of the messages');
  const gates = (id: string, what: string, texOf: string, sentence: string): Term =>
    stepTerm(id, what, texOf, 'gates', sentence);
  const reset = gates('reset', 'reset gate', 'r', 'How much of the memory the candidate sees, from 0 to 1.');
  const keep = gates('keep', 'keep gate', 'z', 'How much of the memory stays, from 0 to 1.');
  const candidate = gates('candidate', 'candidate', 'n', 'What could be remembered instead, from −1 to 1.');
  const memory = stepTerm(
    'memory',
    'memory',
    's_i',
    'remember',
    `What the node remembers: it begins with its own row, and changes in each of ${countOf(rounds.length, 'round')}.`,
  );
  const [ofMessages, ofMemory] = [
    matrixTerm('message-gates', 'gate weights for messages', 'P', 'message gates', gateText('messages')),
    matrixTerm('state-gates', 'gate weights for the memory', 'Q', 'state gates', gateText('memory')),
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

export function propagateFormula(
  subject: Of<PropagateRule>,
  messages: readonly Message[],
  left: string,
): Formula {
  const { teleport, steps } = subject.trace;
  const own = ownTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', '');
  const coefficient = normalisationTerm(subject, messages);
  const sum = sumTerm(messages, AND_ITSELF);
  const sent = stepTerm(
    'sent',
    'row of the sender',
    'z_j',
    'collect',
    'What the one who sends had after the hop before.',
  );
  const kept = stepTerm(
    'kept',
    'share of the walk',
    String.raw`(1 - \alpha)`,
    'weigh',
    `What is left for the neighbourhood at each hop: ${writeSigned(1 - teleport)}.`,
  );
  const back = stepTerm(
    'teleport',
    'way back',
    String.raw`\alpha\, z_i^0`,
    'combine',
    `At every hop the node goes back to its own start by α = ${writeSigned(teleport)}.`,
  );
  const sending = tex`${sum} ${coefficient}\, ${sent}`;
  return {
    lines: [
      tex`z_i^0 = ${own}\, ${weight}`,
      teleport > 0 ? tex`z_i \leftarrow ${kept} ${sending} + ${back}` : tex`z_i \leftarrow ${sending}`,
      tex`${left} = z_i \;\text{after ${String(steps.length)} ${steps.length === 1 ? 'hop' : 'hops'}}`,
    ],
    terms: [
      own,
      weight,
      ...(teleport > 0 ? [kept] : []),
      sum,
      coefficient,
      sent,
      ...(teleport > 0 ? [back] : []),
    ],
  };
}
