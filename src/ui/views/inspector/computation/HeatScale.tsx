import type { CSSProperties } from 'react';
import { useTheme } from '../../../palette/theme';
import { HEAT } from '../../../widgets/heatColour';
import { writeSigned } from '../../../widgets/writeSigned';
import styles from './HeatScale.module.css';

/** The colours with the numbers at their ends; without numbers where each strip has its own. */
export function HeatScale({ scale }: { readonly scale: number | null }) {
  const { below, zero, above } = HEAT[useTheme()];
  const style: CSSProperties = { '--below': below, '--zero': zero, '--above': above };
  return (
    <span className={styles.scale} style={style} title="Colours of the numbers, from below zero to above">
      {scale === null ? 'least' : writeSigned(-scale)}
      <span className={styles.colours} aria-hidden="true" />
      {scale === null ? 'most' : writeSigned(scale)}
    </span>
  );
}
