/**
 * JSON with its brackets counted before it is parsed, with the NaN and Infinity that Python writes, and with integers
 * that a double cannot hold as text: they are ids, and keep their last digit. A key
 * `__proto__` is an own property of what comes out, as JSON.parse makes it; read keys with Object.entries or Object.hasOwn.
 */
import { fail } from '../../base/errors';
import { at, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { firstFault } from './firstFault';

const OPEN = new Map([
  ['{', '}'],
  ['[', ']'],
]);
/** A string, a bracket, a word that JSON has not, or a long integer; the rest is passed over. */
const TOKEN = /"|[[\]{}]|-?\b(?:NaN|Infinity)\b|(?<![\w.+-])-?[1-9]\d{15,}(?![\w.])/g;

const lineAt = (text: string, position: number): number => {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) line++;
  return line;
};

/** Where the string that begins at `start` ends: the index after its closing quotation mark. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x22) return i + 1;
    if (char === 0x5c) i++;
  }
  return -1;
}

/** Text that JSON.parse takes: NaN and Infinity are null, and counted; integers beyond 2^53 are strings. */
function checked(file: ImportFile, text: string, limits: ImportLimits): { json: string; replaced: number } {
  const open: { closing: string; position: number }[] = [];
  const pieces: string[] = [];
  let [taken, replaced] = [0, 0];
  const put = (instead: string, { 0: token, index }: RegExpExecArray): void => {
    pieces.push(text.slice(taken, index), instead);
    taken = index + token.length;
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    if (token === '"') {
      const end = endOfString(text, match.index);
      if (end < 0) {
        throw fail(
          at(file, lineAt(text, match.index)),
          `expected a closing quotation mark, got the end of the file after ${quoted(text.slice(match.index, match.index + 60))}`,
          'The file may be cut off.',
        );
      }
      TOKEN.lastIndex = end;
      continue;
    }
    const closing = OPEN.get(token);
    if (closing !== undefined) {
      open.push({ closing, position: match.index });
      if (open.length > limits.depth) {
        throw fail(
          at(file, lineAt(text, match.index)),
          `expected at most ${limits.depth} brackets inside each other, got more`,
          'A graph needs three or four.',
        );
      }
    } else if (token === '}' || token === ']') {
      const last = open.pop();
      if (last?.closing === token) continue;
      throw fail(
        at(file, lineAt(text, match.index)),
        `expected ${last ? `'${last.closing}'` : 'the end of the file'}, got '${token}'`,
      );
    } else if (/\d/.test(token)) {
      if (!Number.isSafeInteger(Number(token))) put(`"${token}"`, match);
    } else {
      replaced++;
      put('null', match);
    }
  }
  const last = open.at(-1);
  if (last) {
    throw fail(
      at(file, lineAt(text, text.length)),
      `expected '${last.closing}' for the bracket opened in line ${lineAt(text, last.position)}, got the end of the file`,
      'The file may be cut off.',
    );
  }
  return { json: pieces.length === 0 ? text : [...pieces, text.slice(taken)].join(''), replaced };
}

/**
 * The value, and how many NaN and Infinity in it became null.
 *
 * @throws PlaygroundError that names the line: no JSON, brackets too deep or not closed
 */
export function parseJson(
  file: ImportFile,
  text: string,
  limits: ImportLimits,
): { value: unknown; replaced: number } {
  const { json, replaced } = checked(file, text, limits);
  try {
    const value: unknown = JSON.parse(json);
    return { value, replaced };
  } catch {
    const fault = firstFault(json);
    const position = fault?.position ?? json.length;
    const found = json.slice(position, position + 40);
    throw fail(
      at(file, lineAt(json, position)),
      `expected ${fault?.expected ?? 'JSON'}, got ${found === '' ? 'the end of the file' : quoted(found)}`,
      'The file may be cut off, or edited by hand.',
    );
  }
}
