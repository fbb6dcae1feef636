import type { CSSProperties } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';
import { writeCount } from '../../widgets/numbers';
import slider from '../../widgets/Slider.module.css';
import { MemoryNote } from './MemoryNote';
import { StopField } from './StopField';
import styles from './TimeRow.module.css';

/** Every epoch that the run has been at: choosing one shows graph, embedding, charts and inspector as they were then. */
export function TimeRow() {
  const { seek, holdTime, playBack } = useActions();
  const epoch = useAppState((state) => state.training.epoch);
  const last = useAppState((state) => state.training.records.length - 1);
  const phase = useAppState((state) => state.training.phase);
  const travelling = useAppState((state) => state.travelling);
  const isOff = last < 1 || phase === 'opening' || phase === 'failed';
  const style: CSSProperties = { '--share': last > 0 ? Math.min(1, epoch / last) : 0 };
  // Said while a hand holds the thumb, it would narrow the track under it.
  const isPast = epoch < last && phase !== 'playing' && !travelling;
  return (
    <div className={styles.row}>
      <IconButton
        icon={travelling ? 'pause' : 'replay'}
        label={travelling ? 'Stop here' : 'Play back from here'}
        hint={travelling ? undefined : 'Shows every epoch again, at the pace of the run'}
        disabled={isOff}
        onClick={() => playBack()}
      />
      <span className={styles.label} aria-hidden="true">
        epoch
      </span>
      <div className={`${slider.groove} ${styles.groove}`} style={style}>
        <input
          id="time"
          type="range"
          aria-label="Epoch shown"
          min={0}
          max={Math.max(1, last)}
          step={1}
          value={Math.min(epoch, Math.max(1, last))}
          disabled={isOff}
          aria-valuetext={`epoch ${epoch} of ${Math.max(0, last)}`}
          onPointerDown={() => holdTime(true)}
          onPointerUp={() => holdTime(false)}
          onPointerCancel={() => holdTime(false)}
          onChange={(event) => seek(Number(event.target.value))}
        />
      </div>
      <output className={styles.epoch} htmlFor="time">
        <b>{writeCount(epoch)}</b> of {writeCount(Math.max(last, 0))}
      </output>
      {isPast && (
        <p className={styles.note}>Play goes on from here; a setting changed here starts a new branch.</p>
      )}
      <StopField />
      <MemoryNote />
    </div>
  );
}
