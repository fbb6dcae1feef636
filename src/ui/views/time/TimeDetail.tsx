import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Guarded } from '../../widgets/Guarded';
import { IconPopover } from '../../widgets/IconPopover';
import { PaceSelect } from '../bar/PaceSelect';
import { MemoryNote } from './MemoryNote';
import { StopField } from './StopField';
import styles from './TimeDetail.module.css';

/** What is seldom asked of the time: where to pause, playing back, what going back costs; on a phone the pace too. */
export function TimeDetail({ isWide }: { readonly isWide: boolean }) {
  const { playBack } = useActions();
  const travelling = useAppState((state) => state.travelling);
  const last = useAppState((state) => state.training.records.length - 1);
  const phase = useAppState((state) => state.training.phase);
  return (
    <IconPopover icon="more" label="More on the time" hint="Pause at an epoch, play back, memory">
      <div className={styles.sheet}>
        {!isWide && (
          <Guarded control="pace" look="line">
            <PaceSelect labelled="beside" />
          </Guarded>
        )}
        <Guarded control="time" look="line">
          <StopField />
        </Guarded>
        <Guarded control="time" look="line">
          <Button
            icon={travelling ? 'pause' : 'replay'}
            disabled={last < 1 || phase === 'opening' || phase === 'failed'}
            onClick={() => playBack()}
          >
            {travelling ? 'Stop here' : 'Play back from here'}
          </Button>
        </Guarded>
        <p className={styles.words}>
          Any epoch that the run has been at can be shown again. Play goes on from there; a setting changed
          there starts a new branch.
        </p>
        <MemoryNote />
      </div>
    </IconPopover>
  );
}
