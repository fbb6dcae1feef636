import type { ReactNode } from 'react';
import styles from './Preview.module.css';

/** One question of the preview with what belongs to its answer. */
export function Choice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.choice}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
