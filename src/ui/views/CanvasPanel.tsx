import { useId, type ReactNode } from 'react';
import { Named } from '../widgets/term/Named';
import styles from './CanvasPanel.module.css';

interface Props {
  readonly title: string;
  readonly controls: ReactNode;
  /** Beside the title: what is shown. */
  readonly chooser?: ReactNode;
  /** At the outer end of the head: what folds the panel beside. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** A quiet line, or two; their tail is cut off where there is no room, and told on hover. */
  readonly status: string | null;
  /** Below the picture. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** The frame of both canvases: a head, the picture, a foot. The picture always has a size, shown or not. */
export function CanvasPanel({ title, controls, chooser, before, after, status, foot, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      {/* Before its head: the next stop of the Tab key after the bar is the picture. */}
      <div className={styles.picture}>{children}</div>
      <div className={styles.head}>
        {before}
        <h2 id={id}>
          <Named label={title} />
        </h2>
        {chooser}
        <output className={styles.status} title={status ?? undefined}>
          {status}
        </output>
        <div className={styles.controls}>{controls}</div>
        {after}
      </div>
      <div className={styles.foot}>{foot}</div>
    </section>
  );
}
