import type { CSSProperties } from 'react';
import { classColour } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import { ClassDot } from '../ClassDot';
import styles from './BarRow.module.css';

interface Props {
  readonly index: number;
  readonly numClasses: number;
  readonly name: string;
  /** Length of the bar, 0 to 1. */
  readonly share: number;
  readonly value: string;
}

/** A class with a bar and its number. */
export function BarRow({ index, numClasses, name, share, value }: Props) {
  const theme = useTheme();
  const style: CSSProperties = { '--share': share, '--class': classColour(index, theme, numClasses) };
  return (
    <li className={styles.row} style={style}>
      <ClassDot index={index} numClasses={numClasses} />
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.groove} aria-hidden="true" />
      <span className={styles.value}>{value}</span>
    </li>
  );
}
