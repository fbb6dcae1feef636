import type { EpochRecord } from '../../../engine/types';
import type { Phase } from '../../state/appState';
import { useAppState } from '../../state/hooks';
import { writeCount, writeMs, writeShare } from '../../widgets/numbers';
import { backendLabel } from '../bar/backendText';
import { bestByValidation, msPerEpoch } from './runFacts';
import styles from './ThisRun.module.css';

const PHASES: Readonly<Record<Phase, string>> = {
  opening: 'opening',
  ready: 'untrained',
  playing: 'training',
  paused: 'paused',
  recovering: 'replaying',
  done: 'done',
  diverged: 'diverged',
  failed: 'failed',
};

/** Accuracy on the parts that the set has: at the best validation epoch, else as it stands. */
function scores(records: readonly EpochRecord[]): readonly { name: string; value: string; hint: string }[] {
  const best = bestByValidation(records);
  if (best?.accuracy.val != null) {
    const at = `at epoch ${best.epoch}, the best on the validation nodes`;
    return [
      { name: 'validation', value: writeShare(best.accuracy.val), hint: `Accuracy ${at}.` },
      ...(best.accuracy.test === null
        ? []
        : [{ name: 'test', value: writeShare(best.accuracy.test), hint: `Accuracy ${at}.` }]),
    ];
  }
  const last = records.at(-1);
  return last
    ? [
        {
          name: 'labelled',
          value: writeShare(last.accuracy.train),
          hint: 'Accuracy on what it learns from.',
        },
        { name: 'all nodes', value: writeShare(last.accuracy.all), hint: 'Accuracy on every node, now.' },
      ]
    : [];
}

export function ThisRun() {
  const phase = useAppState((state) => state.training.phase);
  const records = useAppState((state) => state.training.records);
  const seed = useAppState((state) => state.run.seed);
  const epoch = useAppState((state) => state.training.epoch);
  const backend = useAppState((state) => state.backend);
  const ms = msPerEpoch(records);
  const facts = [
    { name: 'seed', value: String(seed), hint: undefined },
    { name: 'epoch', value: writeCount(epoch), hint: undefined },
    ...scores(records),
    {
      name: 'a step',
      value: ms === null ? 'not yet' : writeMs(ms),
      hint: 'Mean of the last training steps.',
    },
    { name: 'backend', value: backendLabel(backend), hint: undefined },
  ];
  return (
    <section className={styles.run} aria-labelledby="this-run">
      <div className={styles.head}>
        <h2 id="this-run">This run</h2>
        <span>{PHASES[phase]}</span>
      </div>
      <dl className={styles.facts}>
        {facts.map(({ name, value, hint }) => (
          <div key={name} title={hint}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
