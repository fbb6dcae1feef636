/** Prose pasted in place of edges. */
const FEW_WORDS = 3;

/**
 * Whether a line is a sentence: more than three words, and nothing that tables have and sentences do not - digits, tabs,
 * bars, quotation marks, dictionaries, and delimiters without a blank after them.
 */
export function isSentence(line: string): boolean {
  if (/[\d\t|"{}=<>]|[,;]\S/.test(line)) return false;
  return line.trim().split(/\s+/).length > FEW_WORDS;
}
