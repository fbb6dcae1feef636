import { useMemo } from 'react';
import { useAppStore } from '../../state/hooks';
import { sharedLink } from './sharedLink';
import type { ShareOptions } from './shareOptions';

/** The link to the page as it was when the tab was opened: training that goes on does not pull it from under the reader. */
export function useSharedLink(options: ShareOptions, embed = false): string {
  const store = useAppStore();
  return useMemo(() => sharedLink(store.getState(), options, embed), [store, options, embed]);
}
