import styles from './SkipLinks.module.css';

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** The first stops of the Tab key: past the bar and the panels to what the page is about. Seen while they have the focus. */
export function SkipLinks() {
  return (
    <nav className={styles.links} aria-label="Go">
      <button type="button" onClick={() => focusOn('[role="application"]')}>
        To the graph
      </button>
      <button type="button" onClick={() => focusOn('[aria-label="Training"] button:enabled')}>
        To play
      </button>
    </nav>
  );
}
