import type { Message } from '../../../../data/run/trace';
import { countOf } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { parameterOf, senderOf, sizeOf, type Subject } from '../computation/subject';
import { edgesTerm, matrixTerm, stepTerm, type Term } from './term';

export const NEIGHBOURS = String.raw`j \in \mathcal{N}(i)`;
export const AND_ITSELF = String.raw`j \in \mathcal{N}(i) \cup \{i\}`;

export const heardOf = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(({ edge }) => edge >= 0);

/** Node 8's sum: its neighbours, and itself where it is among those who send. */
export function sumTerm(messages: readonly Message[], over: string): Term {
  const others = heardOf(messages).length;
  const isIn = others < messages.length && over === AND_ITSELF;
  const who = `${countOf(others, 'neighbour')}${isIn ? ' and of the node itself' : ''}`;
  return stepTerm(
    'sum',
    'sum',
    String.raw`\sum_{${over}}`,
    'sum',
    others + (isIn ? 1 : 0) === 0
      ? 'There are no messages: the sum is 0.'
      : `Adds up the messages of ${who}.`,
  );
}

export const sentTerm = ({ trace }: Subject, texOf = 'h_j'): Term =>
  stepTerm(
    'sent',
    'sender',
    texOf,
    'collect',
    trace.layer === 0
      ? `The sender’s features: ${countOf(trace.input.length, 'number')}.`
      : `The sender’s vector from the layer before: ${countOf(trace.input.length, 'number')}.`,
  );

export const ownTerm = ({ trace }: Subject, texOf = 'h_i'): Term =>
  stepTerm(
    'own',
    'own vector',
    texOf,
    'transform',
    trace.layer === 0
      ? `The node’s own features: ${countOf(trace.input.length, 'number')}.`
      : `The node’s own vector from the layer before: ${countOf(trace.input.length, 'number')}.`,
  );

export const weightTerm = (subject: Subject, id: string, texOf: string, role: string, name: string): Term =>
  matrixTerm(
    id,
    name,
    texOf,
    role,
    `Learned numbers, ${sizeOf(subject, role)}, the same for every node: a row for each number in, a column for each out.`,
  );

const rangeOf = (messages: readonly Message[]): string => {
  const all = messages.map(({ coefficients }) => coefficients[0] ?? 0);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least === most ? writeSigned(most) : `${writeSigned(least)} to ${writeSigned(most)}`;
};

/** 1 / sqrt(d_i d_j), self-loops counted. */
export function normalisationTerm(subject: Subject, messages: readonly Message[]): Term {
  const { isWeighted } = subject;
  const self = messages.find(({ edge }) => edge < 0)?.coefficients[0] ?? 0;
  const [first] = heardOf(messages);
  const there = first?.coefficients[0] ?? 0;
  const other =
    first && there > 0 && !isWeighted
      ? `, ${writeSigned(Math.round(self / there ** 2))} at ${senderOf(subject, first.from)}`
      : '';
  // P_ii is w_ii / d̂_i.
  const own = subject.selfLoop ?? 1;
  const degrees = self > 0 ? ` d̂ is ${writeSigned(Number((own / self).toFixed(3)))} here${other}.` : '';
  return edgesTerm(
    'coefficient',
    'edge weight',
    String.raw`\frac{${isWeighted ? 'w_{ji}' : '1'}}{\sqrt{\hat d_i \hat d_j}}`,
    'weigh',
    `A node with many edges, the self-loop counted, sends less along each.${degrees} Weights: ${rangeOf(messages)}.`,
  );
}

/** 1 / d_i. */
export function meanTerm(messages: readonly Message[]): Term {
  const { length } = heardOf(messages);
  return edgesTerm(
    'coefficient',
    'edge weight',
    String.raw`\frac{1}{d_i}`,
    'weigh',
    length === 0
      ? 'One over the number of neighbours; this node has none.'
      : `One over the number of neighbours, so that the sum is a mean: here 1/${length}.`,
  );
}

export const learnedBias = (subject: Subject, id: string, texOf: string, role: string): readonly Term[] =>
  parameterOf(subject, role)
    ? [matrixTerm(id, 'inner bias', texOf, role, 'Learned numbers that are added, the same for all nodes.')]
    : [];

/** A_ij of GGNN: the weight of an edge, 1 where edges have none. */
export const edgeWeightTerm = (isWeighted: boolean) =>
  edgesTerm(
    'coefficient',
    'edge weight',
    'w_{ji}',
    'weigh',
    isWeighted
      ? 'The weight of the edge.'
      : 'The weight of the edge: 1, as edges have none of their own here.',
  );
