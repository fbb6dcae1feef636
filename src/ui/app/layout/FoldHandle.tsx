import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import type { PanelId } from '../../state/viewSpec';
import { Icon, type IconName } from '../../widgets/Icon';
import styles from './FoldHandle.module.css';

const PANEL_NAMES: Readonly<Record<PanelId, string>> = {
  build: 'build panel',
  inspect: 'inspector',
  charts: 'charts',
};

/** Which way a panel goes when it folds, and when it opens. */
const WAYS: Readonly<Record<PanelId, readonly [fold: IconName, open: IconName]>> = {
  build: ['left', 'right'],
  inspect: ['right', 'left'],
  charts: ['down', 'up'],
};

/** A small handle on the edge between the pictures and a panel. */
export function FoldHandle({ panel }: { readonly panel: PanelId }) {
  const { setView } = useActions();
  const folded = useAppState((state) => state.view.folded);
  const isFolded = folded.includes(panel);
  const label = `${isFolded ? 'Show' : 'Hide'} the ${PANEL_NAMES[panel]}`;
  return (
    <button
      type="button"
      className={`${styles.handle} ${styles[panel]} ${isFolded ? styles.folded : ''}`}
      aria-label={label}
      title={label}
      onClick={(event) => {
        setView({ folded: isFolded ? folded.filter((each) => each !== panel) : [...folded, panel] });
        // Pressed by a pointer it must not keep the focus: the next Space is to play, not to fold once more.
        if (event.detail > 0) event.currentTarget.blur();
      }}
    >
      <Icon name={WAYS[panel][isFolded ? 1 : 0]} size={10} />
    </button>
  );
}
