import { headlineOf } from '../../../data/run/tasks/tasks';
import { useAppState } from '../../state/hooks';
import { headlineScore, unitsOf } from '../../texts/scores';
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
  const result = useAppState(({ run, training }) => {
    const score = headlineScore(run, training.records[training.epoch]);
    return score && `${headlineOf(run).name} on ${score.part} ${unitsOf(run)} ${writeShare(score.value)}`;
  });
  return (
    <p className={styles.caption}>
      {[kind, `epoch ${writeCount(epoch)}`, result, layer && `embedding ${layer}`]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
