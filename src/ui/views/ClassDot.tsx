import type { CSSProperties } from 'react';
import { classColour, outlineFor } from '../palette/palette';
import { useTheme } from '../palette/theme';
import styles from './ClassDot.module.css';

interface Props {
  /** -1 for a node without a class. */
  readonly index: number;
  readonly numClasses: number;
}

/** The colour of a class as a small disc. Its name always stands beside it. */
export function ClassDot({ index, numClasses }: Props) {
  const theme = useTheme();
  const colour = classColour(index, theme, numClasses);
  const style: CSSProperties = { '--class': colour, '--outline': outlineFor(colour, theme) };
  return <span className={styles.dot} style={style} aria-hidden="true" />;
}
