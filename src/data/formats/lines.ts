/** The lines of a text with their numbers, one at a time: a file of a million lines is never held as a list. */
export interface Line {
  /** As an editor counts: the first is 1. */
  readonly number: number;
  /** Without what ends it, `\n` or `\r\n`. */
  readonly text: string;
}

export function* linesOf(text: string): Generator<Line> {
  let from = 0;
  for (let number = 1; from < text.length; number++) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const isCrLf = end > from && text.charCodeAt(end - 1) === 13;
    yield { number, text: text.slice(from, isCrLf ? end - 1 : end) };
    from = end + 1;
  }
}
