/** Formulas of layers that add weighed messages. */
import type { Message } from '../../../../engine/types';
import { countOf } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { parameterOf, type Subject } from '../computation/subject';
import {
  AND_ITSELF,
  learnedBias,
  meanTerm,
  NEIGHBOURS,
  normalisationTerm,
  ownTerm,
  sentTerm,
  sumTerm,
  weightTerm,
} from './common';
import { edgesTerm, matrixTerm, stepTerm, tex, type Formula } from './term';

/** @param left what the line defines: m_i, or h'_i where nothing follows */
export type RuleFormula = (subject: Subject, messages: readonly Message[], left: string) => Formula;

export const linearFormula: RuleFormula = (subject, _messages, left) => {
  const own = ownTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', '');
  return { lines: [tex`${left} = ${own}\,${weight}`], terms: [own, weight] };
};

export const gcnFormula: RuleFormula = (subject, messages, left) => {
  const sum = sumTerm(messages, AND_ITSELF);
  const coefficient = normalisationTerm(subject, messages);
  const sent = sentTerm(subject);
  const weight = weightTerm(subject, 'weight', 'W', 'weight', '');
  return {
    lines: [tex`${left} = ${sum} ${coefficient}\, ${sent}\, ${weight}`],
    terms: [sum, coefficient, sent, weight],
  };
};

export const sageSumFormula: RuleFormula = (subject, messages, left) => {
  const isMean = subject.spec.kind === 'sage' && subject.spec.aggregator === 'mean';
  const own = ownTerm(subject);
  const ownWeight = weightTerm(
    subject,
    'own-weight',
    String.raw`W_{\text{self}}`,
    'self weight',
    'for itself',
  );
  const coefficient = meanTerm(messages);
  const sum = sumTerm(messages, NEIGHBOURS);
  const sent = sentTerm(subject);
  const weight = weightTerm(
    subject,
    'weight',
    String.raw`W_{\text{neigh}}`,
    'neighbour weight',
    'for neighbours',
  );
  return {
    lines: [
      isMean
        ? tex`${left} = ${own}\, ${ownWeight} + ${coefficient} ${sum} ${sent}\, ${weight}`
        : tex`${left} = ${own}\, ${ownWeight} + ${sum} ${sent}\, ${weight}`,
    ],
    terms: [own, ownWeight, ...(isMean ? [coefficient] : []), sum, sent, weight],
  };
};

export const ginFormula: RuleFormula = (subject, messages, left) => {
  const own = ownTerm(subject);
  const self = messages.find(({ edge }) => edge < 0)?.coefficients[0] ?? 1;
  const epsilon = stepTerm(
    'epsilon',
    'weight of itself',
    String.raw`(1 + \varepsilon)`,
    'weigh',
    `How much more the node counts than each of its neighbours: 1 + ε is ${writeSigned(self)}${parameterOf(subject, 'epsilon') ? ', learned' : ''}.`,
  );
  const sum = sumTerm(messages, NEIGHBOURS);
  const sent = sentTerm(subject);
  const [first, second] = [
    weightTerm(subject, 'inner-weight', 'W_1', 'inner weight', 'of the first map'),
    weightTerm(subject, 'weight', 'W_2', 'weight', 'of the second map'),
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

export const mpnnFormula: RuleFormula = (subject, messages, left) => {
  const isMean = subject.spec.kind === 'mpnn' && subject.spec.summary === 'mean';
  const own = ownTerm(subject);
  const ownWeight = weightTerm(
    subject,
    'own-weight',
    String.raw`W_{\text{self}}`,
    'self weight',
    'for itself',
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
    'for the receiver',
  );
  const source = weightTerm(
    subject,
    'source',
    String.raw`W_{\text{from}}`,
    'source weight',
    'for the sender',
  );
  const edge = matrixTerm(
    'edge',
    'weights for the edge',
    String.raw`w_{\text{e}}`,
    'edge weight',
    'Learned numbers, times the weight of the edge.',
  );
  const weight = weightTerm(
    subject,
    'weight',
    String.raw`W_{\text{out}}`,
    'message weight',
    'of the message',
  );
  const bias = learnedBias(subject, 'inner-bias', String.raw`b_{\text{in}}`, 'inner bias');
  const added = bias[0] ? tex` + ${bias[0]}` : '';
  const heard = isMean ? tex`${coefficient} ${sum} ${message}` : tex`${sum} ${message}`;
  return {
    lines: [
      tex`${left} = ${own}\, ${ownWeight} + ${heard}`,
      tex`m_{ij} = \operatorname{ReLU}\big(h_i ${target} + h_j ${source} + e_{ij} ${edge}${added}\big) ${weight}`,
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

/** A_ij of GGNN: the weight of an edge, 1 where edges have none. */
export const edgeWeightTerm = (isWeighted: boolean) =>
  edgesTerm(
    'coefficient',
    'weight of an edge',
    'w_{ji}',
    'weigh',
    isWeighted
      ? 'The weight of the edge.'
      : 'The weight of the edge: 1, as edges have none of their own here.',
  );
