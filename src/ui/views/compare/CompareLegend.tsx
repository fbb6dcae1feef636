import type { CSSProperties } from 'react';
import { classPalette, correctnessColour } from '../../palette/palette';
import { scaleColours } from '../../palette/scales';
import { useTheme } from '../../palette/theme';
import styles from './CompareLegend.module.css';
import type { CompareColour } from './nodeColours';

interface CompareLegendProps {
  readonly by: CompareColour;
  readonly classNames: readonly string[];
}

/** What the colours of both pictures say. */
export function CompareLegend({ by, classNames }: CompareLegendProps) {
  const theme = useTheme();
  if (by === 'moved') {
    const style: CSSProperties = {
      background: `linear-gradient(to right, ${scaleColours('bad', theme).join(', ')})`,
    };
    return (
      <p className={styles.legend}>
        same neighbours <span className={styles.scale} style={style} /> all others
      </p>
    );
  }
  const marks =
    by === 'right or wrong'
      ? (['right', 'wrong'] as const).map((name) => ({ name, colour: correctnessColour(name, theme) }))
      : classPalette(classNames.length, theme).map((colour, c) => ({ name: classNames[c]!, colour }));
  return (
    <p className={styles.legend}>
      {marks.map(({ name, colour }) => (
        <span key={name} className={styles.mark}>
          <span className={styles.dot} style={{ background: colour }} />
          {name}
        </span>
      ))}
    </p>
  );
}
