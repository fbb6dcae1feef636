import type { CSSProperties } from 'react';
import { useTheme } from '../../../palette/theme';
import { HEAT } from '../../../widgets/heatColour';
import { writeSigned } from '../../../widgets/writeSigned';
import styles from './HeatScale.module.css';

/** The colours with the numbers at their ends. */
export function HeatScale({ scale }: { readonly scale: number }) {
  const { below, zero, above } = HEAT[useTheme()];
  const style: CSSProperties = { '--below': below, '--zero': zero, '--above': above };
  return (
    <span className={styles.scale} style={style} title="Colours of the numbers, from below zero to above">
      {writeSigned(-scale)}
      <span className={styles.colours} aria-hidden="true" />
      {writeSigned(scale)}
    </span>
  );
}
