/** The formula of GIN: a sum, and a small network after it. */
import { writeSigned } from '../../../widgets/writeSigned';
import { parameterOf } from '../computation/subject';
import { learnedBias, NEIGHBOURS, ownTerm, sentTerm, sumTerm, weightTerm } from './common';
import { stepTerm, tex, type RuleFormula } from './term';

export const ginFormula: RuleFormula = (subject, messages, left) => {
  const own = ownTerm(subject);
  const self = messages.find(({ edge }) => edge < 0)?.coefficients[0] ?? 1;
  const epsilon = stepTerm(
    'epsilon',
    'own weight',
    String.raw`(1 + \varepsilon)`,
    'weigh',
    `How much more the node counts than each of its neighbours: 1 + ε is ${writeSigned(self)}${parameterOf(subject, 'epsilon') ? ', learned' : ''}.`,
  );
  const sum = sumTerm(messages, NEIGHBOURS);
  const sent = sentTerm(subject);
  const [first, second] = [
    weightTerm(subject, 'inner-weight', 'W_1', 'inner weight', 'first weights'),
    weightTerm(subject, 'weight', 'W_2', 'weight', 'second weights'),
  ];
  const bias = learnedBias(subject, 'inner-bias', 'b_1', 'inner bias');
  const relu = stepTerm(
    'network',
    'inner activation',
    String.raw`\operatorname{ReLU}`,
    'network',
    'Inside the layer’s own small network, what is below zero becomes zero.',
  );
  const inner = bias[0] ? tex`s_i + ${bias[0]}` : 's_i';
  return {
    lines: [
      tex`s_i = \big(${epsilon}\, ${own} + ${sum} ${sent}\big) ${first}`,
      tex`${left} = ${relu}(${inner})\, ${second}`,
    ],
    terms: [epsilon, own, sum, sent, first, relu, ...bias, second],
  };
};
