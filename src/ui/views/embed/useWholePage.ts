import { useAppStore } from '../../state/hooks';
import { useSyncExternalStore } from 'react';
import { wholePageLink } from '../share/sharedLink';

/** The address of the same scene, outside of the frame. */
export function useWholePage(): string {
  const store = useAppStore();
  return useSyncExternalStore(store.subscribe, () => wholePageLink(store.getState()));
}
