/** The lists of a GML file: `key value`, again and again, where a value may be a list itself. */
import { quoted } from '../guards';
import type { ImportLimits } from '../rawGraph';
import type { GmlToken, GmlTokens } from './gmlTokens';

/** By key; a key that stands there several times has all its values. Without a prototype. */
export type GmlList = Readonly<Record<string, unknown>>;

/** NetworkX writes it in front of a list that would else be taken for a single value. */
const LIST_START = '_networkx_list_start';
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
/** As Python and C write what is no finite number. */
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i;
/** More digits than a double keeps apart: an identifier. */
const LONG_INTEGER = /^[+-]?\d{16,}$/;

const valueOf = (word: string): string | number => {
  if (NOT_FINITE.test(word)) return Number.NaN;
  return NUMBER.test(word) && !LONG_INTEGER.test(word) ? Number(word) : word;
};

/** Keys in small letters; `each` may take a list as it comes, instead of having it kept: then it returns true. */
export interface GmlReading {
  readonly tokens: GmlTokens;
  readonly limits: ImportLimits;
  readonly each: (path: readonly string[], list: GmlList) => boolean;
}

const shown = (token: GmlToken): string =>
  token.kind === 'end'
    ? 'the end of the file'
    : quoted(token.kind === 'word' || token.kind === 'text' ? token.text : token.kind);

/**
 * Reads up to the bracket that closes the list, or to the end of the file at depth 0.
 *
 * @throws PlaygroundError that names the line
 */
export function readGmlList(reading: GmlReading, path: readonly string[] = []): GmlList {
  const { tokens, limits, each } = reading;
  const list: Record<string, unknown> = Object.create(null);
  for (;;) {
    const key = tokens.next();
    if (key.kind === (path.length === 0 ? 'end' : ']')) return list;
    if (key.kind !== 'word')
      throw tokens.wrong(
        `expected a key${path.length === 0 ? '' : " or ']'"}, got ${shown(key)}`,
        key.kind === 'end' ? 'The file may be cut off.' : "A GML file is 'graph [ node [ id 1 ] ... ]'.",
      );
    const token = tokens.next();
    if (token.kind === ']' || token.kind === 'end')
      throw tokens.wrong(
        `expected a value of ${quoted(key.text)}, got ${shown(token)}`,
        'The file may be cut off.',
      );
    if (token.kind === '[') {
      if (path.length >= limits.depth)
        throw tokens.wrong(
          `expected at most ${limits.depth} brackets inside each other, got more`,
          'A graph needs three or four.',
        );
      const inner = readGmlList(reading, [...path, key.text]);
      if (!each([...path, key.text], inner)) put(list, key.text, inner);
    } else {
      put(list, key.text, token.kind === 'text' ? token.text : valueOf(token.text));
    }
  }
}

function put(list: Record<string, unknown>, key: string, value: unknown): void {
  const before = list[key];
  if (value === LIST_START) list[key] = [];
  else if (before === undefined) list[key] = value;
  else if (Array.isArray(before)) before.push(value);
  else list[key] = [before, value];
}
