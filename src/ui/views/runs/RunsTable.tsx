import { useState } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { capital, headlineScore, unitsOf } from '../../texts/scores';
import { Button } from '../../widgets/Button';
import { IconButton } from '../../widgets/IconButton';
import { writeCount, writeShare } from '../../widgets/numbers';
import type { RunSpec } from '../../../data/run/runSpec';
import { headlineOf } from '../../../data/run/tasks/tasks';
import type { EpochRecord } from '../../../data/run/records';
import { bestByValidation } from './runFacts';
import styles from './RunsTable.module.css';
import { runDifferences, runKind, runTitle } from './runText';

interface Row {
  /** null: the open run. */
  readonly number: number | null;
  readonly name: string | null;
  readonly run: RunSpec;
  readonly records: readonly EpochRecord[];
}

/** The headline metric where it counts: on the test part where the set has one, else on all. */
const resultOf = (run: RunSpec, record: EpochRecord | null | undefined): string =>
  writeShare(headlineScore(run, record)?.value ?? null);

const seconds = (records: readonly EpochRecord[]): string => {
  const ms = records.reduce((sum, record) => sum + record.ms, 0);
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
};

/** The runs of this visit, the newest first: pressing one opens it again where it stood. */
export function RunsTable() {
  const runs = useAppState((state) => state.runs);
  const run = useAppState((state) => state.run);
  const name = useAppState((state) => state.runName);
  const records = useAppState((state) => state.training.records);
  const rows: readonly Row[] = [
    ...(records.length > 1 ? [{ number: null, name, run, records }] : []),
    ...runs.toReversed(),
  ];
  const { compareRuns } = useActions();
  /** Numbers of at most two, in the order in which they were ticked. */
  const [ticked, setTicked] = useState<readonly (number | null)[]>([]);
  const chosen = ticked.filter((number) => rows.some((row) => row.number === number));
  const tick = (number: number | null) =>
    setTicked(
      chosen.includes(number) ? chosen.filter((each) => each !== number) : [...chosen, number].slice(-2),
    );
  const [first, second] = chosen;
  // Sets without validation nodes have none: the names take its room.
  const hasBest = rows.some((row) => bestByValidation(row.records, headlineOf(row.run)) !== null);
  const metric = capital(headlineOf(run).name);
  if (rows.length === 0)
    return (
      <p className={styles.empty}>Every run is kept here when another one begins. Train one to see it.</p>
    );
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.spoken}>compare</span>
            </th>
            <th scope="col">run</th>
            {hasBest && (
              <th scope="col" title={`${metric} at the best epoch on the validation ${unitsOf(run)}`}>
                best
              </th>
            )}
            <th scope="col" title={`${metric} at the last epoch`}>
              last
            </th>
            <th scope="col" title="Time in training steps">
              time
            </th>
            <th scope="col">
              <span className={styles.spoken}>actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RunRow
              key={row.number ?? 'open'}
              row={row}
              hasBest={hasBest}
              isTicked={chosen.includes(row.number)}
              onTick={rows.length > 1 ? () => tick(row.number) : null}
            />
          ))}
        </tbody>
      </table>
      {rows.length > 1 && (
        <p className={styles.compare}>
          {first !== undefined && second !== undefined ? (
            <Button look="accent" onClick={() => compareRuns(first, second)}>
              compare the two
            </Button>
          ) : (
            'Tick two runs to see them side by side.'
          )}
        </p>
      )}
    </>
  );
}

/** The field was asked for by a press on its button. */
const focused = (element: HTMLInputElement | null) => element?.focus();

interface RunRowProps {
  readonly row: Row;
  readonly hasBest: boolean;
  readonly isTicked: boolean;
  /** null: there is nothing to compare it with. */
  readonly onTick: (() => void) | null;
}

function RunRow({ row, hasBest, isTicked, onTick }: RunRowProps) {
  const { openRun, nameRun, forgetRun } = useActions();
  const [renaming, setRenaming] = useState(false);
  const hidden = useAppState((state) => state.view.hidden);
  const { number, name, run, records } = row;
  const title = name ?? runTitle(run, hidden);
  const differences = [name && runKind(run), ...runDifferences(run)].filter(Boolean).join(', ');
  const epochs = `${writeCount(records.length - 1)} epochs`;
  const rename = (text: string) => {
    setRenaming(false);
    nameRun(number, text.trim() || null);
  };
  return (
    <tr data-open={number === null || undefined}>
      <td className={styles.tick}>
        {onTick && (
          <input
            type="checkbox"
            checked={isTicked}
            aria-label={`Compare ${title}`}
            title="Tick two runs to compare them"
            onChange={onTick}
          />
        )}
      </td>
      <th scope="row">
        {renaming ? (
          <input
            className={styles.name}
            aria-label="Name of the run"
            defaultValue={name ?? ''}
            placeholder={runTitle(run, hidden)}
            maxLength={60}
            ref={focused}
            onBlur={(event) => rename(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') rename(event.currentTarget.value);
              if (event.key === 'Escape') setRenaming(false);
            }}
          />
        ) : (
          <button
            type="button"
            className={styles.open}
            disabled={number === null}
            title={number === null ? `${title}: this run` : `${title}: open it again where it stood`}
            onClick={() => number !== null && openRun(number)}
          >
            {name ?? runKind(run)}
          </button>
        )}
        <span className={styles.more} title={differences || undefined}>
          {[!hidden.includes('seed') && `seed ${run.seed}`, epochs, differences].filter(Boolean).join(' · ')}
        </span>
      </th>
      {hasBest && <td>{resultOf(run, bestByValidation(records, headlineOf(run)))}</td>}
      <td>{resultOf(run, records.at(-1))}</td>
      <td>{seconds(records)}</td>
      <td className={styles.tools}>
        <IconButton icon="pen" size={12} label="Name this run" onClick={() => setRenaming(true)} />
        {number !== null && (
          <IconButton icon="close" size={12} label="Forget this run" onClick={() => forgetRun(number)} />
        )}
      </td>
    </tr>
  );
}
