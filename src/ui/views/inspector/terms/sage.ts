/** The formula of GraphSAGE with a mean or a sum; with a maximum see maximum.ts. */
import { meanTerm, NEIGHBOURS, ownTerm, sentTerm, sumTerm, weightTerm } from './common';
import { tex, type RuleFormula } from './term';

export const sageSumFormula: RuleFormula = (subject, messages, left) => {
  const isMean = subject.spec.kind === 'sage' && subject.spec.aggregator === 'mean';
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
  const sent = sentTerm(subject);
  const weight = weightTerm(
    subject,
    'weight',
    String.raw`W_{\text{neigh}}`,
    'neighbour weight',
    'neighbour weights',
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
