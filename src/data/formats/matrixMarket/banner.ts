/** The first line of a Matrix Market file: what kind of matrix follows. */
import { fail } from '../../base/errors';
import { at, quoted } from '../guards';
import type { ImportFile } from '../rawGraph';

export interface Banner {
  readonly layout: 'coordinate' | 'array';
  /** pattern: entries without numbers. */
  readonly field: 'real' | 'integer' | 'pattern';
  readonly symmetry: 'general' | 'symmetric' | 'skew-symmetric';
}

const LAYOUTS = ['coordinate', 'array'] as const;
/** `double` is an older word for real. */
const FIELDS: ReadonlyMap<string, Banner['field']> = new Map([
  ['real', 'real'],
  ['double', 'real'],
  ['integer', 'integer'],
  ['pattern', 'pattern'],
]);
const SYMMETRIES = ['general', 'symmetric', 'skew-symmetric'] as const;

export const BANNER_START = /^%%matrixmarket\b/i;

/** @throws PlaygroundError that names the file and its first line */
export function readBanner(file: ImportFile, line: string): Banner {
  const area = at(file, 1);
  const words = line.trim().toLowerCase().split(/\s+/);
  if (!BANNER_START.test(line) || words[1] !== 'matrix')
    throw fail(area, `expected '%%MatrixMarket matrix ...', got ${quoted(line)}`);
  const layout = LAYOUTS.find((each) => each === words[2]);
  const field = FIELDS.get(words[3] ?? '');
  const symmetry = SYMMETRIES.find((each) => each === words[4]);
  if (words[3] === 'complex')
    throw fail(area, 'expected real numbers, got complex ones', 'Save their absolute values, for instance.');
  if (!layout || !field || !symmetry || (layout === 'array' && field === 'pattern'))
    throw fail(
      area,
      `expected coordinate or array, then real, integer or pattern, then general, symmetric or skew-symmetric, got ${quoted(line, 80)}`,
    );
  return { layout, field, symmetry };
}
