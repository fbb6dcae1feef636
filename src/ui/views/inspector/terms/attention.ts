import type { AttentionRule, Message } from '../../../../data/run/trace';
import { senderOf, type Subject } from '../computation/subject';
import { writeSigned } from '../../../widgets/writeSigned';
import { AND_ITSELF, sentTerm, sumTerm, weightTerm } from './common';
import { edgesTerm, matrixTerm, stepTerm, tex, type Formula, type Term } from './term';

/** Of the first head. */
function mostHeard(subject: Subject, messages: readonly Message[]): string {
  const [one, ...others] = messages;
  if (!one) return '';
  const alpha = (message: Message) => message.coefficients[0] ?? 0;
  const most = others.reduce((best, each) => (alpha(each) > alpha(best) ? each : best), one);
  return ` The first head attends most to ${senderOf(subject, most.from)}: ${writeSigned(alpha(most))}.`;
}

const vector = (id: string, name: string, texOf: string, role: string): Term =>
  matrixTerm(id, name, texOf, role, 'Learned numbers, a row for each head, that scores are computed with.');

interface Score {
  /** The right side of e_ij, and the line that it needs. */
  readonly lines: readonly [string, string];
  readonly terms: readonly Term[];
}

/** e_ij of v1: the receiver's part and the sender's part are added, then bent. */
function first(leaky: Term): Score {
  const to = vector('target', 'receiver vector', String.raw`a_{\text{to}}`, 'target attention');
  const from = vector('source', 'sender vector', String.raw`a_{\text{from}}`, 'source attention');
  return {
    lines: [tex`${leaky}(u_{ij})`, tex`u_{ij} = ${to} \cdot h_i W + ${from} \cdot h_j W`],
    terms: [leaky, to, from],
  };
}

/** e_ij of v2: both are added and bent before the attention vector sees them. */
function second(subject: Subject, leaky: Term): Score {
  const a = vector('target', 'attention', 'a', 'attention');
  const to = weightTerm(
    subject,
    'target-weight',
    String.raw`W_{\text{to}}`,
    'target weight',
    'receiver weights',
  );
  return {
    lines: [tex`${a} \cdot ${leaky}(u_{ij})`, tex`u_{ij} = h_i ${to} + h_j W`],
    terms: [a, leaky, to],
  };
}

export function attentionFormula(
  subject: Subject & { readonly trace: AttentionRule },
  messages: readonly Message[],
  left: string,
): Formula {
  const { heads, combine, version, slope } = subject.trace;
  const isMany = heads > 1;
  const sum = sumTerm(messages, AND_ITSELF);
  const alpha = edgesTerm(
    'coefficient',
    'attention',
    isMany ? String.raw`\alpha_{ij}^{k}` : String.raw`\alpha_{ij}`,
    'softmax',
    `How much attention this node pays to each sender; the shares add up to 1.${mostHeard(subject, messages)}`,
  );
  const sent = sentTerm(subject);
  const weight = weightTerm(subject, 'weight', isMany ? 'W^k' : 'W', 'weight', 'weights');
  const together: readonly Term[] = isMany
    ? [
        stepTerm(
          'heads',
          'heads',
          combine === 'concatenate'
            ? String.raw`\operatorname*{\Vert}_{k=1}^{${heads}}`
            : String.raw`\frac{1}{${heads}} \sum_{k=1}^{${heads}}`,
          'sum',
          combine === 'concatenate'
            ? `${heads} heads attend, each with weights of its own; their results stand side by side.`
            : `${heads} heads attend, each with weights of its own; the result is their mean.`,
        ),
      ]
    : [];
  const softmax = stepTerm(
    'softmax',
    'softmax',
    String.raw`\operatorname{softmax}_j`,
    'softmax',
    'Turns scores into shares over all senders: positive, adding up to 1.',
  );
  const score = stepTerm(
    'score',
    'score',
    isMany ? 'e_{ij}^{k}' : 'e_{ij}',
    'score',
    'How well sender and receiver match, as the layer has learned it.',
  );
  const leaky = stepTerm(
    'leaky',
    'LeakyReLU',
    String.raw`\operatorname{LeakyReLU}`,
    'score',
    `Leaves ${writeSigned(slope)} of a negative number.`,
  );
  const { lines, terms } = version === 'v1' ? first(leaky) : second(subject, leaky);
  const plainAlpha = isMany ? String.raw`\alpha_{ij}^{k}` : String.raw`\alpha_{ij}`;
  return {
    lines: [
      tex`${left} = ${together[0] ?? ''} ${sum} ${alpha}\, ${sent}\, ${weight}`,
      tex`${plainAlpha} = ${softmax}\, ${score}`,
      tex`${isMany ? 'e_{ij}^{k}' : 'e_{ij}'} = ${lines[0]}`,
      lines[1],
    ],
    terms: [...together, sum, alpha, sent, weight, softmax, score, ...terms],
  };
}
