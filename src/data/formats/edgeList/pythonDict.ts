/**
 * The dictionary that NetworkX's `write_edgelist` puts at the end of a line: `1 2 {'weight': 0.5, 'kind': "is a"}`.
 * Only plain values are read; nothing is evaluated.
 */
import type { Cell } from '../rawGraph';

const STRING = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;
const NUMBER = String.raw`[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|inf|nan)`;
const ENTRY = new RegExp(`\\s*(${STRING})\\s*:\\s*(${STRING}|${NUMBER}|True|False|None)\\s*(,|\\}$)`, 'y');

const unquoted = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));

function valueOf(text: string): Cell {
  if (text.startsWith("'") || text.startsWith('"')) return unquoted(text);
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  return /inf|nan/.test(text) ? Number.NaN : Number(text);
}

/** The entries, or null where it is no dictionary of plain values. */
export function readPythonDict(text: string): ReadonlyMap<string, Cell> | null {
  const entries = new Map<string, Cell>();
  if (/^\{\s*\}$/.test(text)) return entries;
  if (!text.startsWith('{')) return null;
  ENTRY.lastIndex = 1;
  for (let match = ENTRY.exec(text); match; match = ENTRY.exec(text)) {
    const [, key = '', value = '', after = ''] = match;
    entries.set(unquoted(key), valueOf(value));
    if (after !== ',') return entries;
  }
  return null;
}
