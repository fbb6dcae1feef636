/** Where a text stops being JSON. Browsers word their errors differently, and some say no place at all. */

/** All tokens but strings: numbers, words, punctuation; RFC 8259. */
const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;
const SPACE = /[ \t\r\n]*/y;
/** What ends a plain stretch of a string: its end, an escape, or a control character (of which JSON allows some). */
const STOP = /["\\]|\p{Cc}/gu;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The index after the string that begins at `start`, or -1. Stretch by stretch: a regular expression of a whole
 * string of some megabytes overflows the stack. */
function endOfString(text: string, start: number): number {
  STOP.lastIndex = start + 1;
  for (let stop = STOP.exec(text); stop; stop = STOP.exec(text)) {
    if (stop[0] === '"') return STOP.lastIndex;
    if (stop[0] === '\\') {
      ESCAPE.lastIndex = stop.index;
      if (!ESCAPE.test(text)) return -1;
      STOP.lastIndex = ESCAPE.lastIndex;
    } else if (stop[0] < ' ') {
      return -1;
    }
  }
  return -1;
}

function endOfToken(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  TOKEN.lastIndex = start;
  return TOKEN.test(text) ? TOKEN.lastIndex : -1;
}

type Expected =
  'a value' | "a value or ']'" | "a key or '}'" | 'a key' | "':'" | "',' or a closing bracket" | 'the end';

export interface Fault {
  readonly position: number;
  readonly expected: Expected;
}

/** The first place where `text` departs from JSON, or null where it is JSON. Does not call itself, however deep. */
export function firstFault(text: string): Fault | null {
  const open: string[] = [];
  let expected: Expected = 'a value';
  for (let read = 0; ;) {
    SPACE.lastIndex = read;
    SPACE.test(text);
    const position = SPACE.lastIndex;
    if (position === text.length) return expected === 'the end' ? null : { position, expected };
    const end = endOfToken(text, position);
    // Of a string the first character is enough to tell what it may be.
    const token = text[position] === '"' ? '"' : text.slice(position, end);
    const next: Expected | null = end < 0 ? null : after(token, expected, open);
    if (next === null) return { position, expected };
    expected = next;
    read = end;
  }
}

/** What is expected after a token, or null where the token itself was not. Keeps the list of open brackets. */
function after(token: string, expected: Expected, open: string[]): Expected | null {
  const inside = (): Expected => (open.length === 0 ? 'the end' : "',' or a closing bracket");
  const wantsKey = expected === 'a key' || expected === "a key or '}'";
  if (token === ':') return expected === "':'" ? 'a value' : null;
  if (token === ',') {
    if (expected !== "',' or a closing bracket") return null;
    return open.at(-1) === '{' ? 'a key' : 'a value';
  }
  if (token === '}' || token === ']') {
    const opening = token === '}' ? '{' : '[';
    const empty = expected === (token === '}' ? "a key or '}'" : "a value or ']'");
    if ((!empty && expected !== "',' or a closing bracket") || open.pop() !== opening) return null;
    return inside();
  }
  if (wantsKey) return token === '"' ? "':'" : null;
  if (expected !== 'a value' && expected !== "a value or ']'") return null;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? "a key or '}'" : "a value or ']'";
  }
  return inside();
}
