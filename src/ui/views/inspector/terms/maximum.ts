import type { MaxRule, Message } from '../../../../data/run/trace';
import { countOf } from '../../../widgets/numbers';
import { parameterOf, type Subject } from '../computation/subject';
import { NEIGHBOURS, ownTerm, sentTerm, weightTerm } from './common';
import { edgesTerm, tex, type Formula } from './term';

export function maxFormula(
  subject: Subject & { readonly trace: MaxRule },
  messages: readonly Message[],
  left: string,
): Formula {
  const { map } = subject.trace;
  const own = ownTerm(subject);
  const ownWeight = weightTerm(
    subject,
    'own-weight',
    String.raw`W_{\text{self}}`,
    subject.trace.ownThrough,
    'own weights',
  );
  const winning = messages.filter(({ share }) => share > 0).length;
  const max = edgesTerm(
    'maximum',
    'maximum',
    String.raw`\max_{${NEIGHBOURS}}`,
    'maximum',
    messages.length === 0
      ? 'There are no messages: the maximum is 0.'
      : `In each channel the largest number of ${countOf(messages.length, 'neighbour')} counts, and no other: ${winning} of them ${winning === 1 ? 'wins' : 'win'} somewhere.`,
  );
  const sent = sentTerm(subject);
  const pool = parameterOf(subject, 'pool weight')
    ? weightTerm(subject, 'pool', String.raw`W_{\text{pool}}`, 'pool weight', 'pool weights')
    : null;
  const weight = map
    ? weightTerm(subject, 'weight', String.raw`W_{\text{neigh}}`, map.role, 'neighbour weights')
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
