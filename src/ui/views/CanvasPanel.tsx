import { useId, type ReactNode } from 'react';
import styles from './CanvasPanel.module.css';

interface Props {
  readonly title: string;
  readonly controls: ReactNode;
  /** A second row below the title: what is shown. */
  readonly chooser?: ReactNode;
  /** One quiet line on the picture. */
  readonly status: string | null;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The frame of both canvases: a head, the picture, a foot. The picture always has a size, shown or not. */
export function CanvasPanel({ title, controls, chooser, status, footer, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {chooser}
        <div className={styles.controls}>{controls}</div>
      </div>
      <div className={styles.picture}>
        {children}
        <output className={styles.status}>{status}</output>
      </div>
      <div className={styles.foot}>{footer}</div>
    </section>
  );
}
