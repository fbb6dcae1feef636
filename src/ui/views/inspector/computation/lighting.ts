import type { Message, Trace } from '../../../../data/run/trace';
import type { Lit } from '../../../state/appState';

/** Mean size over the heads; of a maximum, where all weigh alike, the share of the channels won. */
function weightOf({ coefficients, share }: Message, rule: Trace['rule']): number {
  if (rule === 'max') return share;
  return coefficients.reduce((sum, c) => sum + Math.abs(c), 0) / Math.max(1, coefficients.length);
}

/** @param among the messages whose heaviest one has the full width */
export function litBy(
  messages: readonly Message[],
  among: readonly Message[],
  { node, rule }: Pick<Trace, 'node' | 'rule'>,
): Lit {
  const most = Math.max(0, ...among.map((message) => weightOf(message, rule)));
  return {
    edges: messages
      .filter(({ edge }) => edge >= 0)
      .map((message) => ({
        source: message.from,
        target: node,
        weight: most > 0 ? weightOf(message, rule) / most : 0,
      })),
  };
}
