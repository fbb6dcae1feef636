import type { Message } from '../../../data/run/trace';
import type { Subject } from '../inspector/computation/subject';
import { roundsOf } from '../inspector/computation/subject';
import type { StepId } from '../inspector/steps/step';
import { finishSteps } from '../inspector/steps/finish';
import { formulaOf } from '../inspector/terms/terms';
import { collects, kept, summed, transformed, weighed, won } from './ruleTexts';

export interface LayerBeat {
  readonly text: string;
  readonly step: StepId | null;
  readonly round: number;
  readonly term: string | null;
  readonly line: string | null;
  readonly isLit: boolean;
}

interface Sketch {
  readonly text: string;
  readonly step: StepId | null;
  /** The first of these that the formula has. */
  readonly terms: readonly string[];
  readonly round?: number;
  readonly isLit?: boolean;
}

const START = 'It begins with its own features, multiplied by the weights.';

/** Rounds are alike: the first two and the last one are told. */
export const roundsTold = (count: number): readonly number[] =>
  count <= 3 ? Array.from({ length: count }, (_, round) => round) : [0, 1, count - 1];

function ofRule(subject: Subject, who: string): readonly Sketch[] {
  const { trace } = subject;
  const rounds = roundsOf(trace);
  const collect = (messages: readonly Message[], round = 0, when = ''): Sketch => ({
    text: collects(subject, messages, who, when),
    step: 'collect',
    terms: ['message', 'sum', 'maximum'],
    round,
    isLit: true,
  });
  const sum = (row: Float32Array): Sketch => ({ text: summed(row.length), step: 'sum', terms: ['sum'] });
  switch (trace.rule) {
    case 'plain':
      return [
        {
          text: transformed(trace.input.length, trace.product.length, who),
          step: 'transform',
          terms: ['weight'],
        },
      ];
    case 'sum':
      return [
        collect(trace.messages),
        {
          text: weighed(subject, trace.messages),
          step: 'weigh',
          terms: ['coefficient', 'epsilon', 'sum'],
          isLit: true,
        },
        sum(trace.sum),
        ...(trace.after
          ? [
              {
                text: 'A small network of the layer’s own turns the sum into the new vector.',
                step: 'network' as const,
                terms: ['network'],
              },
            ]
          : []),
      ];
    case 'attention':
      return [
        collect(trace.messages),
        { text: weighed(subject, trace.messages), step: 'softmax', terms: ['coefficient'], isLit: true },
        sum(trace.sum),
      ];
    case 'max':
      return [
        collect(trace.messages),
        { text: won({ ...subject, trace }), step: 'maximum', terms: ['maximum'], isLit: true },
        { text: 'What won is added to the node’s own part.', step: 'combine', terms: ['own-weight'] },
      ];
    case 'gated':
      return [
        { text: START, step: 'transform', terms: ['own'] },
        ...roundsTold(rounds.length).flatMap((round): readonly Sketch[] => {
          const of = ` in round ${round + 1} of ${rounds.length}`;
          return [
            collect(rounds[round]!, round, of),
            { text: kept(trace.rounds[round]!.update), step: 'gates', terms: ['keep'], round },
          ];
        }),
      ];
    case 'propagate': {
      const back =
        trace.teleport > 0 ? ` ${Math.round(100 * trace.teleport)} % of its own start comes back.` : '';
      return [
        { text: START, step: 'transform', terms: ['own'] },
        ...roundsTold(rounds.length).map((round): Sketch => {
          const told = collect(rounds[round]!, round, ` at hop ${round + 1} of ${rounds.length}`);
          return { ...told, text: told.text + back };
        }),
      ];
    }
    default:
      return trace satisfies never;
  }
}

const AFTER: Readonly<Partial<Record<StepId, string>>> = {
  norm: 'norm',
  activate: 'activation',
  residual: 'residual',
};

const afterRule = (subject: Subject): readonly Sketch[] =>
  finishSteps(subject).flatMap(({ id, sentence }) => {
    const term = AFTER[id];
    return term
      ? [{ text: sentence.charAt(0).toUpperCase() + sentence.slice(1), step: id, terms: [term] }]
      : [];
  });

/** @param who the node, to begin a sentence */
export function layerBeats(subject: Subject, who: string): readonly LayerBeat[] {
  const rounds = roundsOf(subject.trace);
  return [...ofRule(subject, who), ...afterRule(subject)].map(
    ({ text, step, terms, round = Math.max(0, rounds.length - 1), isLit = false }) => {
      const formula = formulaOf(subject, rounds[round] ?? [], round);
      const term = terms.find((id) => formula.terms.some((each) => each.id === id)) ?? null;
      const line = formula.lines.find((each) => each.includes(`{term=${term}}`)) ?? null;
      return { text, step, round, term, line, isLit };
    },
  );
}
