/** A line of a Pajek file as words: between blanks, or in quotation marks. */
import { fail } from '../../base/errors';
import { at, checkCell, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';

const WORD = /"([^"]*)"|[^\s"]+/g;

/** @throws PlaygroundError that names the line: a quotation mark that is not closed, a word over the limit */
export function wordsIn(file: ImportFile, text: string, line: number, limits: ImportLimits): string[] {
  if (!text.includes('"')) {
    const trimmed = text.trim();
    if (trimmed.length > limits.cell) checkCell(at(file, line), trimmed, limits);
    return trimmed === '' ? [] : trimmed.split(/\s+/);
  }
  if ((text.split('"').length - 1) % 2 === 1)
    throw fail(
      at(file, line),
      `expected the quotation mark that is opened here to be closed in the same line, got ${quoted(text)}`,
      'Close it, or take it away.',
    );
  return [...text.matchAll(WORD)].map((word) => {
    const found = word[1] ?? word[0];
    if (found.length > limits.cell) checkCell(at(file, line), found, limits);
    return found;
  });
}
