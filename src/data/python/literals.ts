/**
 * Values as Python writes them. Whatever a visitor has named stands in a script through `text` (a literal) or `plain`
 * (inside a comment or docstring) and in no other way, so that no name can end a string, a line or a comment.
 */

/** Controls, line ends, lone surrogates, and marks that turn the direction of what follows. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** A string literal in double quotes; half a character becomes the mark for that, as it could not be printed. */
export function text(value: string): string {
  const characters = Array.from(value.toWellFormed(), (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (!UNSAFE.test(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
  return `"${characters.join('')}"`;
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

const LONGEST_NAME = 80;

/** For comments and docstrings: on one line, without quotes and backslashes, cut short. */
export function plain(value: string): string {
  const characters = Array.from(value, (character) => {
    if (character === '"') return "'";
    if (character === '\\') return '/';
    return UNSAFE.test(character) ? ' ' : character;
  });
  const line = characters.join('').replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
}

export const bool = (value: boolean): string => (value ? 'True' : 'False');

/** A float literal of the same value; whole numbers keep a point, so that Python reads a float. */
export function float(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}

/** Of a line of items, before it is moved right. */
const LINE = 96;

/** Items between brackets: on one line where they fit, else filled up line by line. */
export function list(items: readonly string[]): string {
  const line = `[${items.join(', ')}]`;
  if (line.length <= LINE) return line;
  return `[\n${indented(filled(items, LINE).join('\n'))}\n]`;
}

/** Items with commas in lines of at most `width` characters, but for items that are longer. */
function filled(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line && line.length + item.length + 2 > width) {
      lines.push(line);
      line = '';
    }
    line += `${line ? ' ' : ''}${item},`;
  }
  return line ? [...lines, line] : lines;
}

/** Every line that is not empty moved right. */
export const indented = (block: string, by = 4): string => block.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** Text in lines of at most `width` characters, broken between words. */
export function wrapped(prose: string, width = 110): string {
  const lines: string[] = [];
  for (const word of prose.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
