import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import type { PanelId } from '../../state/viewSpec';
import { IconButton } from '../../widgets/IconButton';
import type { IconName } from '../../widgets/Icon';

const PANEL_NAMES: Readonly<Record<PanelId, string>> = {
  build: 'build panel',
  inspect: 'inspector',
  charts: 'charts',
};

/** Which way a panel goes when it folds, and when it opens. */
const WAYS: Readonly<Record<PanelId, readonly [fold: IconName, open: IconName]>> = {
  build: ['foldLeft', 'openLeft'],
  inspect: ['foldRight', 'openRight'],
  charts: ['down', 'up'],
};

interface Props {
  readonly panel: PanelId;
  readonly isOpen: boolean;
}

/** Folds a panel or opens it; stands where the panel begins. */
export function FoldHandle({ panel, isOpen }: Props) {
  const { setView } = useActions();
  const folded = useAppState((state) => state.view.folded);
  const opened = useAppState((state) => state.view.opened);
  const without = (panels: readonly PanelId[]) => panels.filter((each) => each !== panel);
  return (
    <IconButton
      icon={WAYS[panel][isOpen ? 0 : 1]}
      label={`${isOpen ? 'Hide' : 'Show'} the ${PANEL_NAMES[panel]}`}
      aria-expanded={isOpen}
      onClick={(event) => {
        setView(
          isOpen
            ? { folded: [...without(folded), panel], opened: without(opened) }
            : { folded: without(folded), opened: [...without(opened), panel] },
        );
        // Pressed by a pointer it must not keep the focus: the next Space is to play, not to fold once more.
        if (event.detail > 0) event.currentTarget.blur();
      }}
    />
  );
}
