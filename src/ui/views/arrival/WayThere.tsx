import type { Arrival } from '../../state/arrival';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { writeCount } from '../../widgets/numbers';
import styles from './ArrivalStrip.module.css';

/** How far the way to the sender's epoch is, or the question whether to take it. */
export function WayThere({ arrival }: { readonly arrival: Arrival }) {
  const { trainToArrival, skipArrival } = useActions();
  const epoch = useAppState((state) => Math.min(state.training.epoch, arrival.epoch));
  if (arrival.kind === 'asking')
    return (
      <>
        <Button look="accent" onClick={() => trainToArrival()}>
          Train to epoch {writeCount(arrival.epoch)}
        </Button>
        <Button onClick={() => skipArrival()}>{epoch === 0 ? 'Stay at the beginning' : 'Stay here'}</Button>
      </>
    );
  if (arrival.kind !== 'training') return null;
  return (
    <>
      <progress
        className={styles.progress}
        aria-label="On the way to the epoch of the link"
        max={arrival.epoch}
        value={epoch}
      />
      <span className={styles.count}>
        <strong>{writeCount(epoch)}</strong> / {writeCount(arrival.epoch)}
      </span>
      <Button onClick={() => skipArrival()}>Skip</Button>
    </>
  );
}
