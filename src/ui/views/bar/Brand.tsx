import styles from './Brand.module.css';

/** The mark of public/icon.svg in the colours of the theme, and the name. */
export function Brand() {
  return (
    <h1 className={styles.brand}>
      <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
        <path
          d="M7 24 12 7l14 5-4 14zM12 7l10 19"
          fill="none"
          stroke="var(--muted)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        <g fill="var(--ink)">
          <circle cx="7" cy="24" r="3.6" />
          <circle cx="26" cy="12" r="3.6" />
          <circle cx="22" cy="26" r="3.6" />
        </g>
        <circle cx="12" cy="7" r="4.6" fill="var(--accent)" />
      </svg>
      <span className={styles.name}>GNN Playground</span>
    </h1>
  );
}
