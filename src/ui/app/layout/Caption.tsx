import { useAppState } from '../../state/hooks';
import { writeCount, writeShare } from '../../widgets/numbers';
import { runKind } from '../../views/runs/runText';
import styles from './Caption.module.css';

/** For the back row of a room: one large line on what is seen. */
export function Caption() {
  const kind = useAppState((state) => runKind(state.run));
  const epoch = useAppState((state) => state.training.epoch);
  const layer = useAppState(
    ({ training, view }) => training.layers.find(({ id }) => id === view.layer)?.label,
  );
  const accuracy = useAppState(({ training }) => training.records[training.epoch]?.accuracy ?? null);
  const [split, share] =
    accuracy?.test == null ? ['all nodes', accuracy?.all ?? null] : ['test nodes', accuracy.test];
  return (
    <p className={styles.caption}>
      {[
        kind,
        `epoch ${writeCount(epoch)}`,
        share !== null && `accuracy on ${split} ${writeShare(share)}`,
        layer && `embedding ${layer}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
