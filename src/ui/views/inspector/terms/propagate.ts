import type { Message, PropagateRule } from '../../../../data/run/trace';
import { writeSigned } from '../../../widgets/writeSigned';
import type { Subject } from '../computation/subject';
import { AND_ITSELF, normalisationTerm, ownTerm, sumTerm, weightTerm } from './common';
import { stepTerm, tex, type Formula } from './term';

export function propagateFormula(
  subject: Subject & { readonly trace: PropagateRule },
  messages: readonly Message[],
  left: string,
): Formula {
  const { teleport, steps } = subject.trace;
  const own = ownTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', 'weights');
  const coefficient = normalisationTerm(subject, messages);
  const sum = sumTerm(messages, AND_ITSELF);
  const sent = stepTerm('sent', 'sender', 'z_j', 'collect', 'The sender’s vector after the hop before.');
  const kept = stepTerm(
    'kept',
    'going on',
    String.raw`(1 - \alpha)`,
    'weigh',
    `What is left for the neighbourhood at each hop: ${writeSigned(1 - teleport)}.`,
  );
  const back = stepTerm(
    'teleport',
    'going back',
    String.raw`\alpha\, z_i^0`,
    'combine',
    `At every hop a share α = ${writeSigned(teleport)} of the node’s own start is added back.`,
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
