/** Reading from outside, part by part: one that does not fit is left out and told, and the others are read on. */
import { messageOf } from '../../data/base/errors';

/** @param problems takes a sentence where `read` throws */
export function attempt<T>(problems: string[], otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    problems.push(`${short(messageOf(error).replace(/\.$/, ''))}; it was left out.`);
    return otherwise;
  }
}

/** In characters: what was found may be of any length. */
const MAX_SENTENCE = 250;
const MAX_SENTENCES = 6;

const short = (sentence: string): string =>
  sentence.length > MAX_SENTENCE ? `${sentence.slice(0, MAX_SENTENCE)}...` : sentence;

/** The first few of many. */
export const firstOf = (problems: readonly string[]): readonly string[] =>
  problems.length <= MAX_SENTENCES
    ? problems
    : [...problems.slice(0, MAX_SENTENCES), `And ${problems.length - MAX_SENTENCES} more.`];
