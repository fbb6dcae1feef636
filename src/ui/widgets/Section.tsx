import { useId, useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Section.module.css';

/** A titled part of a panel, which its title folds. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(true);
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <h2>
        <button
          type="button"
          id={`${id}-title`}
          className={styles.title}
          aria-expanded={open}
          aria-controls={`${id}-body`}
          onClick={() => setOpen(!open)}
        >
          {title}
          <Icon name={open ? 'up' : 'down'} size={12} />
        </button>
      </h2>
      <div id={`${id}-body`} className={styles.body} hidden={!open}>
        {children}
      </div>
    </section>
  );
}
