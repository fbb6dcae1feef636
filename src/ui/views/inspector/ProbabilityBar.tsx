import type { CSSProperties } from 'react';
import { classColour } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import styles from './ProbabilityBar.module.css';

/** How sure the model is, in the colours of the classes; the numbers stand in the list of probabilities. */
export function ProbabilityBar({ values }: { readonly values: Float32Array }) {
  const theme = useTheme();
  return (
    <div className={styles.bar} aria-hidden="true">
      {Array.from(values, (share, index) => {
        const style: CSSProperties = {
          '--share': share,
          '--class': classColour(index, theme, values.length),
        };
        return <span key={index} style={style} />;
      })}
    </div>
  );
}
