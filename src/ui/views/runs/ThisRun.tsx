import { byPart, scoreOf, type EpochRecord } from '../../../data/run/records';
import type { RunSpec } from '../../../data/run/runSpec';
import { headlineOf } from '../../../data/run/tasks/tasks';
import type { Phase } from '../../state/appState';
import { useAppState } from '../../state/hooks';
import { capital, unitsOf } from '../../texts/scores';
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

/** The headline metric as it stands on the parts that the set has, and where it was best on the validation part. */
function scores(run: Pick<RunSpec, 'task'>, records: readonly EpochRecord[], epoch: number): readonly Fact[] {
  const shown = records[epoch] ?? records.at(-1);
  if (!shown) return [];
  const metric = headlineOf(run);
  const [name, units] = [capital(metric.name), unitsOf(run)];
  const { train, test, all } = byPart(shown, metric.id);
  const best = bestByValidation(records, metric);
  if (best !== null && test !== null)
    return [
      { name: 'test', value: writeShare(test), hint: `${name} on the test ${units}, now.` },
      {
        name: `test at best validation (epoch ${writeCount(best.epoch)})`,
        term: 'validation',
        value: writeShare(scoreOf(best, 'test', metric.id) ?? 0),
        hint: `${name} on the test ${units} at epoch ${best.epoch}, the best one on the validation ${units}.`,
      },
    ];
  if (all === null) return [];
  return [
    { name: 'labelled', value: writeShare(train), hint: `${name} on what it learns from, now.` },
    { name: `all ${units}`, value: writeShare(all), hint: `${name} on every ${units.slice(0, -1)}, now.` },
  ];
}

export function ThisRun() {
  const phase = useAppState((state) => state.training.phase);
  const records = useAppState((state) => state.training.records);
  const run = useAppState((state) => state.run);
  const { seed } = run;
  const isSeedHidden = useAppState(({ view }) => view.hidden.includes('seed'));
  const epoch = useAppState((state) => state.training.epoch);
  const backend = useAppState((state) => state.backend);
  const ms = msPerEpoch(records);
  const facts: readonly Fact[] = [
    { name: PHASES[phase], value: `epoch ${writeCount(epoch)}`, hint: undefined },
    ...(isSeedHidden ? [] : [{ name: 'seed', value: String(seed), hint: undefined }]),
    ...scores(run, records, epoch),
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
