import { useState } from 'react';
import { spread } from '../../../data/base/statistics';
import { scoreOf, type Part, type SeedRun } from '../../../data/run/records';
import { headlineOf } from '../../../data/run/tasks/tasks';
import { useActions } from '../../state/actions';
import type { SeedsState } from '../../state/appState';
import { useAppState } from '../../state/hooks';
import { settingsOf } from '../../state/seedsOf';
import { settingsNow } from '../../state/settings';
import { capital, unitsOf } from '../../texts/scores';
import { Button } from '../../widgets/Button';
import { countOf } from '../../widgets/numbers';
import { Select } from '../../widgets/Select';
import { bestByValidation } from './runFacts';
import { runTitle } from './runText';
import styles from './SeedsPanel.module.css';

const COUNTS = ['3', '5', '10', '20'] as const;
const OPTIONS = COUNTS.map((count) => ({ value: count, label: `${count} seeds` }));

/** The settings on the left with several seeds, trained beside the run: what of a result is luck. */
export function SeedsPanel() {
  const { trainSeeds, cancelSeeds } = useActions();
  const seeds = useAppState((state) => state.seeds);
  const first = useAppState((state) => state.run.seed);
  const isOfRun = useAppState(
    (state) => state.seeds !== null && settingsOf(state.seeds.run) === settingsOf(settingsNow(state)),
  );
  const [count, setCount] = useState<(typeof COUNTS)[number]>('10');
  const isRunning = seeds?.kind === 'running';
  return (
    <div className={styles.panel}>
      <div className={styles.ask}>
        {isRunning ? (
          <>
            <progress className={styles.progress} value={seeds.share} aria-label="Seeds trained" />
            <Button
              title={`Seeds ${first} to ${first + Number(count) - 1}, beside the run`}
              onClick={() => cancelSeeds()}
            >
              cancel
            </Button>
          </>
        ) : (
          <>
            <Select label="seeds" labelled="hidden" value={count} options={OPTIONS} onChange={setCount} />
            <Button
              title={`Seeds ${first} to ${first + Number(count) - 1}, beside the run`}
              onClick={() => trainSeeds(Array.from({ length: Number(count) }, (_, i) => first + i))}
            >
              train
            </Button>
          </>
        )}
      </div>
      {seeds?.kind === 'failed' && <p role="alert">{seeds.message}</p>}
      {seeds && seeds.done.length > 0 && <Result seeds={seeds} isOfRun={isOfRun} />}
      {!seeds && <p className={styles.note}>One run can be lucky. Several tell how sure a result is.</p>}
    </div>
  );
}

function Result({ seeds, isOfRun }: { readonly seeds: SeedsState; readonly isOfRun: boolean }) {
  const hidden = useAppState((state) => state.view.hidden);
  const { done, run } = seeds;
  const metric = headlineOf(run);
  const last = ({ records }: SeedRun, part: Part) => scoreOf(records.at(-1)!, part, metric.id);
  const isJudged = done.every((each) => last(each, 'test') !== null);
  const best = done.flatMap(({ records }) => {
    const at = bestByValidation(records, metric);
    return (at && scoreOf(at, 'test', metric.id)) ?? [];
  });
  const final = done.flatMap((each) => last(each, isJudged ? 'test' : 'all') ?? []);
  const rows = [
    // Without labels there is nothing to be right about.
    ...(final.length === done.length
      ? [
          {
            name: isJudged ? 'test' : `all ${unitsOf(run)}`,
            values: final,
            hint: `${capital(metric.name)} at the last epoch`,
          },
        ]
      : []),
    ...(best.length === done.length
      ? [
          {
            name: 'test at best validation',
            values: best,
            hint: `At each seed’s best epoch on the validation ${unitsOf(run)}`,
          },
        ]
      : []),
  ];
  const diverged = done.filter((each) => each.diverged).length;
  return (
    <>
      <dl className={styles.result}>
        {rows.map(({ name, values, hint }) => {
          const { mean, deviation } = spread(values);
          return (
            <div key={name} title={hint}>
              <dt>{name}</dt>
              <dd>
                <Dots values={values} />
                <b>{(100 * mean).toFixed(1)}</b> ± {(100 * deviation).toFixed(1)} %
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.note}>
        {countOf(done.length, 'seed')} of{' '}
        {isOfRun ? 'these settings' : `${runTitle(run, hidden)}, as it was set then`}
        {diverged > 0 && `; ${diverged} diverged`}
      </p>
    </>
  );
}

const WIDTH = 72;

/** Every seed's value on a line from the lowest to the highest. */
function Dots({ values }: { readonly values: readonly number[] }) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = (value: number) => 4 + (high > low ? (value - low) / (high - low) : 0.5) * (WIDTH - 8);
  return (
    <svg width={WIDTH} height={12} viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true" className={styles.dots}>
      <path d={`M4 6H${WIDTH - 4}`} />
      {values.map((value, i) => (
        <circle key={`${i} ${value}`} cx={at(value)} cy={6} r={2.5} />
      ))}
    </svg>
  );
}
