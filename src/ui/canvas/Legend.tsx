/** What colours, shapes, rings, lit nodes and moving lines mean. */
import { useAppState } from '../state/hooks';
import { Guarded } from '../widgets/Guarded';
import { isKindMode } from './colouring';
import { FocusLegend } from './FocusLegend';
import { KindList, RingEntries } from './KindLegend';
import styles from './Legend.module.css';
import { MapLegend, ScaleLegend } from './ScaleLegend';

export function Legend() {
  const data = useAppState((state) => state.graph?.data ?? null);
  const mode = useAppState((state) => state.view.colourBy);
  if (!data) return null;
  return (
    <div className={styles.rows}>
      <div className={styles.line}>
        {isKindMode(mode) ? (
          <KindList key={mode} data={data} mode={mode} />
        ) : (
          <ul className={styles.legend} aria-label="Legend">
            {mode === 'embedding' ? <MapLegend /> : <ScaleLegend mode={mode} />}
          </ul>
        )}
        {mode !== 'split' && (
          <ul className={styles.legend} aria-label="Rings">
            <RingEntries data={data} />
          </ul>
        )}
      </div>
      <Guarded control="colours" look="line">
        <FocusLegend data={data} />
      </Guarded>
    </div>
  );
}
