/** Text to a plain value by the type that the file declares for it. */
import type { Cell } from '../rawGraph';
import type { RawGraphBuilder } from '../rawGraphBuilder';

/** Of GEXF and GraphML, in small letters. */
const NUMBERS = new Set([
  'int',
  'integer',
  'long',
  'short',
  'byte',
  'float',
  'double',
  'bigdecimal',
  'biginteger',
]);

/** NaN and Infinity come as such, for the builder to count. */
export function declaredValue(builder: RawGraphBuilder, type: string, text: string): Cell {
  const plain = text.trim();
  const lower = plain.toLowerCase();
  if (NUMBERS.has(type)) {
    if (plain === '') return null;
    const number = Number(plain);
    if (!Number.isNaN(number)) return number;
    if (/^[+-]?(?:nan|inf|infinity)$/.test(lower)) return Number.NaN;
    builder.remark('Values that are no numbers, though they are declared as such, were read as missing.');
    return null;
  }
  if (type !== 'boolean') return text === '' ? null : text;
  if (lower === 'true' || lower === '1') return true;
  return lower === 'false' || lower === '0' ? false : null;
}
