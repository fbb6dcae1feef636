/** The formula of MPNN: a small network writes every message. */
import { countOf } from '../../../widgets/numbers';
import { learnedBias, meanTerm, NEIGHBOURS, ownTerm, sumTerm, weightTerm } from './common';
import { matrixTerm, stepTerm, tex, type RuleFormula } from './term';

export const mpnnFormula: RuleFormula = (subject, messages, left) => {
  const isMean = subject.spec.kind === 'mpnn' && subject.spec.summary === 'mean';
  const own = ownTerm(subject);
  const ownWeight = weightTerm(
    subject,
    'own-weight',
    String.raw`W_{\text{self}}`,
    'self weight',
    'own weights',
  );
  const coefficient = meanTerm(messages);
  const sum = sumTerm(messages, NEIGHBOURS);
  const message = stepTerm(
    'message',
    'message',
    'm_{ij}',
    'collect',
    `A small network writes a message for each edge, ${countOf(messages.filter(({ edge }) => edge >= 0).length, 'message')} here.`,
  );
  const target = weightTerm(
    subject,
    'target',
    String.raw`W_{\text{to}}`,
    'target weight',
    'receiver weights',
  );
  const source = weightTerm(
    subject,
    'source',
    String.raw`W_{\text{from}}`,
    'source weight',
    'sender weights',
  );
  const edge = matrixTerm(
    'edge',
    'edge weights',
    String.raw`w_{\text{e}}`,
    'edge weight',
    'Learned numbers, times the weight of the edge.',
  );
  const weight = weightTerm(
    subject,
    'weight',
    String.raw`W_{\text{out}}`,
    'message weight',
    'message weights',
  );
  const bias = learnedBias(subject, 'inner-bias', String.raw`b_{\text{in}}`, 'inner bias');
  const added = bias[0] ? tex` + ${bias[0]}` : '';
  const heard = isMean ? tex`${coefficient} ${sum} ${message}` : tex`${sum} ${message}`;
  return {
    lines: [
      tex`${left} = ${own}\, ${ownWeight} + ${heard}`,
      tex`m_{ij} = \operatorname{ReLU}(u_{ij})\, ${weight}`,
      tex`u_{ij} = h_i ${target} + h_j ${source} + e_{ij} ${edge}${added}`,
    ],
    terms: [
      own,
      ownWeight,
      ...(isMean ? [coefficient] : []),
      sum,
      message,
      target,
      source,
      edge,
      ...bias,
      weight,
    ],
  };
};
