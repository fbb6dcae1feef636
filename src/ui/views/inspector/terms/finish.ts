/** The last line of every formula: h'_i = (act(norm(m_i + b)) + r_i) / length, with what the layer has of it. */
import { writeSigned } from '../../../widgets/writeSigned';
import { parameterOf, sizeOf, type Subject } from '../computation/subject';
import { ACTIVATION_TEXTS } from '../steps/finish';
import { matrixTerm, stepTerm, tex, type Formula, type Term } from './term';

const ACTIVATION_TEX = { relu: 'ReLU', elu: 'ELU', tanh: 'tanh' } as const;

/** Null where the rule's row is the node's row already. */
export function finishFormula(subject: Subject): Formula | null {
  const { finish, layer } = subject.trace;
  const { activation, norm, residual, length } = finish;
  if (!finish.bias && !norm && activation === 'none' && !residual && length === null) return null;
  const terms: Term[] = [];
  const use = (term: Term): Term => {
    terms.push(term);
    return term;
  };
  const wrap = (term: Term, inner: string): string =>
    inner === 'm_i' ? tex`${term}(m_i)` : tex`${term}\big(${inner}\big)`;
  let line = 'm_i';
  if (finish.bias)
    line = tex`m_i + ${use(matrixTerm('bias', 'bias', 'b', 'bias', 'A learned number for each channel, added at every node.'))}`;
  if (norm)
    line = wrap(
      use(
        stepTerm(
          'norm',
          'norm',
          String.raw`\operatorname{norm}`,
          'norm',
          norm.kind === 'layer'
            ? 'Normalises this vector to mean 0 and standard deviation 1, then scales and shifts each channel as learned.'
            : 'Normalises each channel to mean 0 and standard deviation 1 over all nodes, then scales and shifts it as learned.',
        ),
      ),
      line,
    );
  if (activation !== 'none')
    line = wrap(
      use(
        stepTerm(
          'activation',
          'activation',
          String.raw`\operatorname{${ACTIVATION_TEX[activation]}}`,
          'activate',
          `The activation: ${ACTIVATION_TEXTS[activation]}.`,
        ),
      ),
      line,
    );
  if (residual) {
    line = tex`${line} + ${use(stepTerm('residual', 'residual', 'h_i', 'residual', layer === 0 ? 'The node’s own features are added to the output.' : 'The layer’s input vector is added to its output.'))}`;
    if (parameterOf(subject, 'residual'))
      line += tex`\,${use(matrixTerm('residual-weight', 'residual weights', String.raw`W_{\text{res}}`, 'residual', `Learned numbers, ${sizeOf(subject, 'residual')}, that bring the layer’s input to its width.`))}`;
  }
  if (length !== null) {
    const over = stepTerm(
      'length',
      'unit length',
      String.raw`\lVert \cdot \rVert`,
      'length',
      `Divides the vector by its length, here ${writeSigned(length)}, so that all vectors are equally long.`,
    );
    line = tex`\big(${line}\big) / ${use(over)}`;
  }
  return { lines: [`h_i' = ${line}`], terms };
}
