import { useId, type ReactNode } from 'react';
import styles from './CanvasPanel.module.css';

interface Props {
  readonly title: string;
  readonly controls: ReactNode;
  /** Beside the title: what is shown. */
  readonly chooser?: ReactNode;
  /** One quiet line below the picture; its tail is cut off where there is no room, and told on hover. */
  readonly status: string | null;
  readonly children: ReactNode;
}

/** The frame of both canvases: a head, the picture, a line on it. The picture always has a size, shown or not. */
export function CanvasPanel({ title, controls, chooser, status, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {chooser}
        <div className={styles.controls}>{controls}</div>
      </div>
      <div className={styles.picture}>{children}</div>
      <output className={styles.status} title={status ?? undefined}>
        {status}
      </output>
    </section>
  );
}
