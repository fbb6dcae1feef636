/** What colours, shapes, rings, lit nodes and moving lines mean. */
import { useAppState } from '../state/hooks';
import { Guarded } from '../widgets/Guarded';
import { isKindMode } from './colouring';
import { FocusLegend } from './FocusLegend';
import { KindEntries, RingEntries } from './KindLegend';
import styles from './Legend.module.css';
import { MapLegend, ScaleLegend } from './ScaleLegend';

export function Legend() {
  const data = useAppState((state) => state.graph?.data ?? null);
  const mode = useAppState((state) => state.view.colourBy);
  if (!data) return null;
  return (
    <div className={styles.rows}>
      <ul className={styles.legend} aria-label="Legend">
        {isKindMode(mode) ? (
          <KindEntries data={data} mode={mode} />
        ) : mode === 'embedding' ? (
          <MapLegend />
        ) : (
          <ScaleLegend mode={mode} />
        )}
        {mode !== 'split' && <RingEntries data={data} />}
      </ul>
      <Guarded control="colours" look="line">
        <FocusLegend data={data} />
      </Guarded>
    </div>
  );
}
