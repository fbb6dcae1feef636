import { useState, type CSSProperties } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import slider from '../../widgets/Slider.module.css';
import styles from './TimeRow.module.css';

/**
 * Where the run is on its way. Every epoch it has been at can be chosen: graph, embedding, charts and inspector are
 * then shown as they were. The way is as long as the run will be, so that its thumb never jumps.
 */
export function TimeSlider() {
  const { seek, holdTime } = useActions();
  const epoch = useAppState((state) => state.training.epoch);
  const last = useAppState((state) => Math.max(0, state.training.records.length - 1));
  const epochs = useAppState((state) => Math.max(1, last, state.run.training.epochs));
  const share = useAppState(({ training: { underWay } }) => underWay?.share ?? 0);
  const stopAt = useAppState((state) => state.view.stopAt);
  const phase = useAppState((state) => state.training.phase);
  /** Where the pointer holds the thumb; the page follows as fast as it can. */
  const [held, setHeld] = useState<number | null>(null);
  const isOff = last < 1 || phase === 'opening' || phase === 'failed';
  const value = Math.min(held ?? epoch, last);
  const style: CSSProperties = { '--share': value / epochs, '--reached': (last + share) / epochs };
  const letGo = (): void => {
    setHeld(null);
    holdTime(false);
  };
  return (
    <div className={`${slider.groove} ${styles.groove}`} style={style}>
      <input
        id="time"
        type="range"
        aria-label="Epoch shown"
        min={0}
        max={epochs}
        step={1}
        value={value}
        disabled={isOff}
        aria-valuetext={`epoch ${epoch} of ${epochs}`}
        onPointerDown={() => {
          setHeld(value);
          holdTime(true);
        }}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onChange={(event) => {
          const to = Math.min(Number(event.target.value), last);
          if (held !== null) setHeld(to);
          seek(to);
        }}
      />
      {stopAt !== null && stopAt < epochs && (
        <span
          className={styles.mark}
          style={{ '--share': stopAt / epochs }}
          title={`Pauses at epoch ${stopAt}`}
        />
      )}
    </div>
  );
}
