/** The formula of a linear layer: nobody is listened to. */
import { ownTerm, weightTerm } from './common';
import { tex, type RuleFormula } from './term';

export const linearFormula: RuleFormula = (subject, _messages, left) => {
  const own = ownTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', 'weights');
  return { lines: [tex`${left} = ${own}\,${weight}`], terms: [own, weight] };
};
