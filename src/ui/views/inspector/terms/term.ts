import type { Message } from '../../../../data/run/trace';
import type { Subject } from '../computation/subject';
import type { StepId } from '../steps/step';

export type Shows =
  /** The edges that it weighs, in the picture of the graph. */
  | { readonly kind: 'edges'; readonly step: StepId }
  /** A matrix of weights, by its role. */
  | { readonly kind: 'matrix'; readonly role: string }
  /** A step of the computation. */
  | { readonly kind: 'step'; readonly step: StepId };

export interface Term {
  /** Letters and hyphens; once per formula, where it may be marked several times. */
  readonly id: string;
  readonly name: string;
  readonly tex: string;
  /** One plain sentence, with this node's numbers. */
  readonly sentence: string;
  readonly shows: Shows;
}

export interface Formula {
  /** TeX line by line, every term marked with its id. */
  readonly lines: readonly string[];
  /** In the order of reading. */
  readonly terms: readonly Term[];
}

/** The TeX of a term with its id, by which the page finds it. */
export const marked = ({ id, tex }: Term): string => String.raw`\htmlData{term=${id}}{${tex}}`;

/** TeX with its terms marked: tex`m_i = ${sum} ${coefficient}`. */
export const tex = (parts: TemplateStringsArray, ...terms: readonly (Term | string)[]): string =>
  String.raw(parts, ...terms.map((term) => (typeof term === 'string' ? term : marked(term))));

export const matrixTerm = (
  id: string,
  name: string,
  texOf: string,
  role: string,
  sentence: string,
): Term => ({
  id,
  name,
  tex: texOf,
  sentence,
  shows: { kind: 'matrix', role },
});

export const stepTerm = (id: string, name: string, texOf: string, to: StepId, sentence: string): Term => ({
  id,
  name,
  tex: texOf,
  sentence,
  shows: { kind: 'step', step: to },
});

export const edgesTerm = (id: string, name: string, texOf: string, to: StepId, sentence: string): Term => ({
  id,
  name,
  tex: texOf,
  sentence,
  shows: { kind: 'edges', step: to },
});

/** @param left what the line defines: m_i, or h'_i where nothing follows */
export type RuleFormula = (subject: Subject, messages: readonly Message[], left: string) => Formula;
