/** Messages as lit edges: as wide as they weigh, the heaviest 1. */
import type { Message } from '../../../../engine/types';
import type { Lit } from '../../../state/appState';

/** Mean size over the heads. */
const weightOf = ({ coefficients }: Message): number =>
  coefficients.reduce((sum, c) => sum + Math.abs(c), 0) / Math.max(1, coefficients.length);

/** @param among the messages whose heaviest one has the full width */
export function litBy(messages: readonly Message[], among: readonly Message[], node: number): Lit {
  const most = Math.max(0, ...among.map(weightOf));
  return {
    edges: messages
      .filter(({ edge }) => edge >= 0)
      .map((message) => ({
        source: message.from,
        target: node,
        weight: most > 0 ? weightOf(message) / most : 0,
      })),
  };
}
