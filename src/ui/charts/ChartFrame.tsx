/** The frame of every chart: what is shown, its numbers, the picture, and a sentence on what it means. */
import type { ReactNode } from 'react';
import styles from './ChartFrame.module.css';

interface ChartFrameProps {
  readonly title: string;
  /** In place of the title, which screen readers still hear. */
  readonly chooser?: ReactNode;
  readonly values?: ReactNode;
  readonly sentence?: ReactNode;
  /** The numbers as a screen reader says them. */
  readonly spoken?: string;
  readonly children?: ReactNode;
}

export function ChartFrame({ title, chooser, values, sentence, spoken, children }: ChartFrameProps) {
  return (
    <figure className={styles.chart} aria-label={title}>
      <figcaption className={styles.head}>
        {chooser ?? <span className={styles.title}>{title}</span>}
        <span className={styles.values}>{values}</span>
      </figcaption>
      {spoken && <p className={styles.spoken}>{spoken}</p>}
      {children}
      {sentence && (
        <p className={styles.sentence} title={typeof sentence === 'string' ? sentence : undefined}>
          {sentence}
        </p>
      )}
    </figure>
  );
}
