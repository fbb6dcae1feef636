import { useState } from 'react';
import type { Message } from '../../../../data/run/trace';
import { byShare, inOrder, keyOf } from './messageOrder';

interface Held {
  readonly of: string;
  readonly keys: readonly string[];
}

/**
 * Messages by their share; while `hold`, in the order they had, so that nothing moves under a pointer or a glance.
 *
 * @param of what the messages belong to: another one is sorted anew
 */
export function useOrdered(messages: readonly Message[], of: string, hold: boolean): readonly Message[] {
  const [held, setHeld] = useState<Held | null>(null);
  const kept = hold && held?.of === of ? inOrder(messages, held.keys) : null;
  const ordered = kept ?? byShare(messages);
  const isNew = held?.of !== of || ordered.some((message, k) => keyOf(message) !== held.keys[k]);
  if (isNew) setHeld({ of, keys: ordered.map(keyOf) });
  return ordered;
}
