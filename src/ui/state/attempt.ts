/** Reading from outside, part by part: one that does not fit is left out and told, and the others are read on. */
import { messageOf } from '../../data/base/errors';

/** @param problems takes a sentence where `read` throws */
export function attempt<T>(problems: string[], otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    problems.push(`${messageOf(error).replace(/\.$/, '')}; it was left out.`);
    return otherwise;
  }
}
