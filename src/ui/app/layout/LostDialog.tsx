import { useEffect, useEffectEvent } from 'react';
import { useAppStore } from '../../state/hooks';
import { noticeAdded } from '../../state/notices';

const TEXT =
  'That could not be opened: its code could not be fetched. Look at the connection, then reload the page: the address has what it shows.';

/** In the place of a dialog whose code could not be fetched: a notice says so, and the page is as before. */
export function LostDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const giveUp = useEffectEvent(() => {
    store.setState(noticeAdded('error', TEXT)(store.getState()), true);
    onClose();
  });
  useEffect(() => giveUp(), []);
  return null;
}
