import { useState } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { capital, headlineScore, unitsOf } from '../../texts/scores';
import { whyNot } from '../../state/comparison';
import { asSentence } from '../../texts/asSentence';
import { Button } from '../../widgets/Button';
import { IconButton } from '../../widgets/IconButton';
import { writeShare } from '../../widgets/numbers';
import type { RunSpec } from '../../../data/run/runSpec';
import { headlineOf } from '../../../data/run/tasks/tasks';
import type { EpochRecord } from '../../../data/run/records';
import { bestByValidation } from './runFacts';
import styles from './RunsTable.module.css';
import { runTitle, toldApart, type Told } from './runText';

interface Row {
  /** null: the open run. */
  readonly number: number | null;
  readonly name: string | null;
  readonly run: RunSpec;
  readonly records: readonly EpochRecord[];
  /** Where it stands. */
  readonly epoch: number;
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
  const epoch = useAppState((state) => state.training.epoch);
  const rows: readonly Row[] = [
    ...(records.length > 1 ? [{ number: null, name, run, records, epoch }] : []),
    ...runs.toReversed().map((past) => ({ ...past, epoch: past.records.length - 1 })),
  ];
  const { compareRuns } = useActions();
  /** Numbers of at most two, in the order in which they were ticked. */
  const [ticked, setTicked] = useState<readonly (number | null)[]>([]);
  const chosen = rows
    .filter((row) => ticked.includes(row.number) && whyNot(row, row, run.data) === null)
    .map(({ number }) => number)
    .toSorted((a, b) => ticked.indexOf(a) - ticked.indexOf(b));
  /** The row that another one would stand beside. */
  const partner = (row: Row) =>
    rows.find(({ number }) => number !== row.number && number === chosen.at(-1)) ?? row;
  const reasonOf = (row: Row): string | null => {
    const reason = chosen.includes(row.number) ? null : whyNot(partner(row), row, run.data);
    return reason && asSentence(reason.message);
  };
  const hidden = useAppState((state) => state.view.hidden);
  const told = toldApart(rows, hidden);
  const reasons = [...new Set(rows.flatMap((row) => reasonOf(row) ?? []))];
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
            <th scope="col">{rows.length > 1 ? 'run (tick two to compare)' : 'run'}</th>
            {hasBest && (
              <th scope="col" title={`${metric} at the best epoch on the validation ${unitsOf(run)}`}>
                best
              </th>
            )}
            <th scope="col" title={`${metric} at the last epoch`}>
              last
            </th>
            <th scope="col" className={styles.time} title="Time in training steps">
              time
            </th>
            <th scope="col">
              <span className={styles.spoken}>actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <RunRow
              key={row.number ?? 'open'}
              row={row}
              told={told[index]!}
              hasBest={hasBest}
              isTicked={chosen.includes(row.number)}
              reason={reasonOf(row)}
              onTick={rows.length > 1 ? () => tick(row.number) : null}
            />
          ))}
        </tbody>
      </table>
      {(second !== undefined || reasons.length > 0) && (
        <div className={styles.compare} data-ticked={second !== undefined || undefined}>
          {first !== undefined && second !== undefined && (
            <Button look="accent" onClick={() => compareRuns(first, second)}>
              compare the two
            </Button>
          )}
          {second === undefined && reasons.map((reason) => <p key={reason}>{reason}</p>)}
        </div>
      )}
    </>
  );
}

/** The field was asked for by a press on its button. */
const focused = (element: HTMLInputElement | null) => element?.focus();

interface RunRowProps {
  readonly row: Row;
  readonly told: Told;
  readonly hasBest: boolean;
  readonly isTicked: boolean;
  /** Why it cannot be compared; null where it can. */
  readonly reason: string | null;
  /** null: there is nothing to compare it with. */
  readonly onTick: (() => void) | null;
}

function RunRow({ row, told, hasBest, isTicked, reason, onTick }: RunRowProps) {
  const { openRun, nameRun, forgetRun } = useActions();
  const [renaming, setRenaming] = useState(false);
  const hidden = useAppState((state) => state.view.hidden);
  const { number, name, run, records } = row;
  const title = name ?? runTitle(run, hidden);
  const facts = [...told.own, ...told.common];
  // Alone, or like all others, it is told by its kind.
  const leading = name ? 0 : told.own.length || 2;
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
            disabled={reason !== null}
            aria-label={`Compare ${title}`}
            title={reason ?? 'Tick two runs to compare them'}
            onChange={onTick}
          />
        )}
      </td>
      <th scope="row" title={[name, ...facts].filter(Boolean).join(' · ')}>
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
          <>
            <button
              type="button"
              className={styles.open}
              disabled={number === null}
              title={number === null ? `${title}: this run` : `${title}: open it again where it stood`}
              onClick={() => number !== null && openRun(number)}
            >
              {name ?? facts.slice(0, leading).join(' · ')}
            </button>
            <span className={styles.more}>
              {facts
                .slice(leading)
                .map((fact) => ` · ${fact}`)
                .join('')}
            </span>
          </>
        )}
      </th>
      {hasBest && <td>{resultOf(run, bestByValidation(records, headlineOf(run)))}</td>}
      <td>{resultOf(run, records.at(-1))}</td>
      <td className={styles.time}>{seconds(records)}</td>
      <td className={styles.tools}>
        <IconButton icon="pen" size={12} label="Name this run" onClick={() => setRenaming(true)} />
        {number !== null && (
          <IconButton icon="close" size={12} label="Forget this run" onClick={() => forgetRun(number)} />
        )}
      </td>
    </tr>
  );
}
