import type { Message } from '../../../../data/run/trace';

/** A node sends over an edge at most once; -1 is the node itself. */
export const keyOf = ({ edge }: Message): string => (edge < 0 ? 'itself' : String(edge));

/** The largest share first; of equals the lower edge. */
export const byShare = (messages: readonly Message[]): readonly Message[] =>
  [...messages].sort((a, b) => b.share - a.share || a.edge - b.edge);

/** In the order of `keys`; null where these are keys of other messages. */
export function inOrder(messages: readonly Message[], keys: readonly string[]): readonly Message[] | null {
  if (messages.length !== keys.length) return null;
  const byKey = new Map(messages.map((message) => [keyOf(message), message]));
  const found = keys.flatMap((key) => byKey.get(key) ?? []);
  return found.length === keys.length ? found : null;
}
