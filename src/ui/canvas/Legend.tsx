/** What colours, shapes, rings, lit nodes and moving lines mean. */
import { useAppState } from '../state/hooks';
import { colourShown, predictsClasses, scoresPairs } from '../state/taskView';
import { Guarded } from '../widgets/Guarded';
import { isKindMode } from './colouring';
import { HeldOutLegend } from './HeldOutLegend';
import { FocusLegend } from './FocusLegend';
import { KindList, RingEntries } from './KindLegend';
import styles from './Legend.module.css';
import { MapLegend, ScaleLegend } from './ScaleLegend';

export function Legend() {
  const data = useAppState((state) => state.graph?.data ?? null);
  const mode = useAppState(colourShown);
  const hasClasses = useAppState(({ run }) => predictsClasses(run));
  const hasPairs = useAppState(({ run }) => scoresPairs(run));
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
        {hasClasses && mode !== 'split' && (
          <ul className={styles.legend} aria-label="Rings">
            <RingEntries data={data} />
          </ul>
        )}
      </div>
      <Guarded control="colours" look="line">
        <FocusLegend data={data} />
      </Guarded>
      {hasPairs && (
        <Guarded control="colours" look="line">
          <HeldOutLegend />
        </Guarded>
      )}
    </div>
  );
}
