import type { ReactNode } from 'react';
import { guardOf } from '../../state/guards';
import { useAppState } from '../../state/hooks';
import { Guarded } from '../../widgets/Guarded';
import { writeCount } from '../../widgets/numbers';
import { PaceSelect } from '../bar/PaceSelect';
import { ProjectorButton } from '../bar/ProjectorButton';
import { Transport } from '../bar/Transport';
import { Figures } from './Figures';
import { TimeDetail } from './TimeDetail';
import { TimeSlider } from './TimeSlider';
import styles from './TimeRow.module.css';

interface Props {
  readonly isWide: boolean;
  /** At its end: what opens the charts. */
  readonly after: ReactNode;
}

/** Play, where the run is, how fast it goes, and how well it does: one row in one place, whatever else is open. */
export function TimeRow({ isWide, after }: Props) {
  const epoch = useAppState((state) => state.training.epoch);
  const epochs = useAppState((state) =>
    Math.max(state.run.training.epochs, state.training.records.length - 1),
  );
  const share = useAppState(({ training: { underWay } }) => underWay?.share ?? null);
  const hasTime = useAppState((state) => guardOf(state.view, 'time') !== 'hidden');
  const isProjecting = useAppState((state) => state.view.projector);
  return (
    <section className={styles.row} aria-label="Time">
      <Transport />
      <div className={styles.way}>
        {hasTime ? (
          <Guarded control="time" look="line">
            <TimeSlider />
          </Guarded>
        ) : (
          <progress aria-label="Epoch" max={epochs} value={epoch + (share ?? 0)} />
        )}
      </div>
      <output
        className={styles.epoch}
        title="epoch of epochs"
        style={{ minWidth: `${2 * writeCount(epochs).length + 3}ch` }}
      >
        <b>{writeCount(epoch)}</b> / {writeCount(epochs)}
        {share !== null && (
          <span className={styles.share} title={`epoch ${writeCount(epoch + 1)} is under way`}>
            {Math.floor(100 * share)} %
          </span>
        )}
      </output>
      {isWide && (
        <span className={styles.pace}>
          <Guarded control="pace" look="line">
            <PaceSelect labelled="hidden" />
          </Guarded>
        </span>
      )}
      <TimeDetail isWide={isWide} />
      {isWide && !isProjecting && (
        <Guarded control="charts" look="line">
          <Figures />
        </Guarded>
      )}
      {after}
      {isProjecting && <ProjectorButton />}
    </section>
  );
}
