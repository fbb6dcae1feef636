import type { ReactNode } from 'react';
import type { Later } from './later';
import { Lost } from './Lost';
import { useLater } from './useLater';

interface Props<T> {
  readonly part: Later<T>;
  /** As large as what comes, so that nothing jumps. */
  readonly waiting?: ReactNode;
  /** In place of the sentence that says so. */
  readonly lost?: ReactNode;
  readonly children: (fetched: T) => ReactNode;
}

/** A part of the page whose code is fetched when it is first shown. */
export function Fetched<T>({ part, waiting, lost, children }: Props<T>) {
  const { value, isLost } = useLater(part);
  if (value !== null) return children(value);
  if (!isLost) return waiting;
  return lost ?? <Lost />;
}
