import type { EpochRecord } from '../../../data/run/records';
import type { Phase } from '../../state/appState';
import { useAppState } from '../../state/hooks';
import type { TermId } from '../../texts/terms';
import { writeCount, writeMs, writeShare } from '../../widgets/numbers';
import { Named } from '../../widgets/term/Named';
import { Term } from '../../widgets/term/Term';
import { backendLabel } from '../bar/backendText';
import { bestByValidation, msPerEpoch } from './runFacts';
import styles from './ThisRun.module.css';

interface Fact {
  readonly name: string;
  /** Where the name is not one itself. */
  readonly term?: TermId;
  readonly value: string;
  readonly hint?: string | undefined;
}

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

/** Accuracy as it stands on the parts that the set has, and where it was best on the validation nodes. */
function scores(records: readonly EpochRecord[], epoch: number): readonly Fact[] {
  const shown = records[epoch] ?? records.at(-1);
  if (!shown) return [];
  const { train, test, all } = shown.accuracy;
  if (all === null) return [];
  const best = bestByValidation(records);
  if (best === null || test === null)
    return [
      { name: 'labelled', value: writeShare(train), hint: 'Accuracy on what it learns from, now.' },
      { name: 'all nodes', value: writeShare(all), hint: 'Accuracy on every node, now.' },
    ];
  return [
    { name: 'test', value: writeShare(test), hint: 'Accuracy on the test nodes, now.' },
    {
      name: `test at best validation (epoch ${writeCount(best.epoch)})`,
      term: 'validation',
      value: writeShare(best.accuracy.test ?? 0),
      hint: `Accuracy on the test nodes at epoch ${best.epoch}, the best one on the validation nodes.`,
    },
  ];
}

export function ThisRun() {
  const phase = useAppState((state) => state.training.phase);
  const records = useAppState((state) => state.training.records);
  const seed = useAppState((state) => state.run.seed);
  const isSeedHidden = useAppState(({ view }) => view.hidden.includes('seed'));
  const epoch = useAppState((state) => state.training.epoch);
  const backend = useAppState((state) => state.backend);
  const ms = msPerEpoch(records);
  const facts: readonly Fact[] = [
    { name: PHASES[phase], value: `epoch ${writeCount(epoch)}`, hint: undefined },
    ...(isSeedHidden ? [] : [{ name: 'seed', value: String(seed), hint: undefined }]),
    ...scores(records, epoch),
    {
      name: 'time per epoch',
      term: 'epoch',
      value: ms === null ? '–' : writeMs(ms),
      hint: 'Mean of the last epochs.',
    },
    { name: 'backend', value: backendLabel(backend), hint: undefined },
  ];
  return (
    <div className={styles.run}>
      <dl className={styles.facts}>
        {facts.map(({ name, term, value, hint }) => (
          <div key={name} title={hint} className={term === 'validation' ? styles.wide : undefined}>
            <dt>
              {term ? (
                <Term of={term} hint={hint}>
                  {name}
                </Term>
              ) : (
                <Named label={name} hint={hint} />
              )}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
