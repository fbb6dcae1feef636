import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import type { TabId } from '../../state/viewSpec';
import { Icon, type IconName } from '../../widgets/Icon';
import { isTabMissing, tabShown } from './panels';
import styles from './Tabs.module.css';

const TABS: readonly { readonly id: TabId; readonly label: string; readonly icon: IconName }[] = [
  { id: 'build', label: 'Build', icon: 'build' },
  { id: 'canvas', label: 'Graph', icon: 'graph' },
  { id: 'embedding', label: 'Embedding', icon: 'embedding' },
  { id: 'inspect', label: 'Inspect', icon: 'inspect' },
  { id: 'charts', label: 'Charts', icon: 'charts' },
];

const BOTH = 'Graph & embedding';

/** On a narrow screen: which part of the page is seen. Where there is room for one picture at a time, each has a tab. */
export function Tabs({ isOne }: { readonly isOne: boolean }) {
  const { setView } = useActions();
  const chosen = useAppState(tabShown);
  const tab = chosen === 'embedding' && !isOne ? 'canvas' : chosen;
  const missing = useAppState((state) =>
    TABS.filter(({ id }) => isTabMissing(state, id))
      .map(({ id }) => id)
      .join(' '),
  ).split(' ');
  return (
    <nav className={styles.tabs} aria-label="Parts of the page">
      {TABS.filter(({ id }) => !missing.includes(id) && (isOne || id !== 'embedding')).map(
        ({ id, label, icon }) => (
          <button
            key={id}
            type="button"
            aria-current={id === tab ? 'true' : undefined}
            onClick={() => setView({ tab: id })}
          >
            <Icon name={icon} size={18} />
            {id === 'canvas' && !isOne ? BOTH : label}
          </button>
        ),
      )}
    </nav>
  );
}
