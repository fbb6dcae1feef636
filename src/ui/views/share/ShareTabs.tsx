import { useRef, type KeyboardEvent } from 'react';
import styles from './ShareDialog.module.css';
import type { ShareTab } from './tabs';

interface Props {
  readonly tabs: readonly ShareTab[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Arrow keys move between the tabs, which are one stop of the tab key (WAI-ARIA tabs, automatic activation). */
export function ShareTabs({ tabs, chosen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to: Partial<Record<string, number>> = {
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      ArrowRight: (at + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#share-tab-${next.id}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="What to share" className={styles.tabs}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`share-tab-${id}`}
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `share-page-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={move}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
