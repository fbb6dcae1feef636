import { useState, useSyncExternalStore } from 'react';
import { useAppState } from '../../state/hooks';
import { PANELS } from '../../state/viewSpec';
import { isTableShown, panelsMissing } from './panels';
import { roomIn, type Room } from './room';

const listen = (onChange: () => void): (() => void) => {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
};

/** How the window is shared out now. */
export function useRoom(): Room {
  const width = useSyncExternalStore(listen, () => window.innerWidth);
  const height = useSyncExternalStore(listen, () => window.innerHeight);
  const missing = useAppState((state) => panelsMissing(state).join(' '));
  const folded = useAppState((state) => state.view.folded);
  const opened = useAppState((state) => state.view.opened);
  const hasTable = useAppState((state) => isTableShown(state.view));
  const isProjecting = useAppState((state) => state.view.projector);
  const hasSubject = useAppState(({ view }) => view.selection.length > 0 || view.edge !== null);
  // Once something was selected the inspector stays: pictures that change their size at every click cannot be read.
  const [wasInspecting, setInspecting] = useState(hasSubject);
  if (hasSubject && !wasInspecting) setInspecting(true);
  return roomIn(width, height, {
    folded,
    opened: hasTable && !opened.includes('charts') ? ['charts', ...opened] : opened,
    missing: PANELS.filter((panel) => missing.split(' ').includes(panel)),
    isInspecting: hasSubject || wasInspecting,
    isProjecting,
  });
}
