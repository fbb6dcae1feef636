/** The formula of a graph convolution. */
import { AND_ITSELF, normalisationTerm, sentTerm, sumTerm, weightTerm } from './common';
import { tex, type RuleFormula } from './term';

export const gcnFormula: RuleFormula = (subject, messages, left) => {
  const sum = sumTerm(messages, AND_ITSELF);
  const coefficient = normalisationTerm(subject, messages);
  const sent = sentTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', 'weights');
  return {
    lines: [tex`${left} = ${sum} ${coefficient}\, ${sent}\, ${weight}`],
    terms: [sum, coefficient, sent, weight],
  };
};
