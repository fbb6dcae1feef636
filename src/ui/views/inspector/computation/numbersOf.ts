import { countOf } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';

const MOST_WRITTEN = 64;

/** A row in words: all its numbers, of a mostly empty one where it is not 0, of a long and full one how many there are. */
export function numbersOf(row: Float32Array): string {
  const filled = [...row.keys()].filter((index) => row[index] !== 0);
  const count = countOf(row.length, 'number');
  if (row.length > 8 && filled.length === 0) return `${count}, all 0`;
  if (row.length > 8 && filled.length <= Math.min(row.length / 4, MOST_WRITTEN))
    return `${count}, 0 but for ${filled.map((index) => `#${index} ${writeSigned(row[index]!)}`).join(', ')}`;
  if (row.length <= MOST_WRITTEN) return Array.from(row, writeSigned).join(', ');
  return `${count}, ${filled.length} of them not 0`;
}
