import type { CSSProperties, ReactNode } from 'react';
import { ChartFrame } from '../../charts/ChartFrame';
import { hopsShown, type InfluenceRow } from '../../charts/influenceRow';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { countOf } from '../../widgets/numbers';
import { Term } from '../../widgets/term/Term';
import styles from './InfluenceChart.module.css';
import { useInfluence } from './useInfluence';

const percent = (share: number): string =>
  share === 0 ? '0' : share < 0.005 ? '<1' : String(Math.round(100 * share));

const SENTENCE = 'Percent of the output by distance; R is the mean. Far hops that hardly count: ';
const EXPLAINED =
  'Influence of node j on node i: the sum of |dZ_ic / dX_jf| over classes c and features f, as torch_geometric.utils.influence has it. R is its mean distance in hops.';

/** Influence: which share of a node's output comes from which distance, by gradients. */
export default function InfluenceChart({ chooser }: { readonly chooser?: ReactNode }) {
  const { own, sample, sampleSize, node, epoch, progress, message, canStart, start } = useInfluence();
  const shownEpoch = useAppState((state) => state.training.epoch);
  const isMethod = useAppState((state) => state.run.model.method !== null);
  if (isMethod)
    return (
      <ChartFrame title="Influence" chooser={chooser}>
        <p className={styles.none}>
          This method learns one vector per node: it has no layers that could pass influence on.
        </p>
      </ChartFrame>
    );
  const rows = [
    ...(own && node !== null ? [{ key: 'own', name: `node ${node}`, row: own }] : []),
    ...(sample ? [{ key: 'sample', name: countOf(sampleSize, 'node'), row: sample }] : []),
  ];
  const isOld = epoch !== null && epoch !== shownEpoch;
  const isPartial = node !== null && !own;
  return (
    <ChartFrame
      title="Influence"
      chooser={chooser}
      spoken={rows
        .map(
          ({ name, row }) =>
            `${name}: ${row.shares
              .slice(0, 8)
              .map((share, hop) => `hop ${hop} ${percent(share)} percent`)
              .join(', ')}; R ${row.breadth.toFixed(2)}.`,
        )
        .join(' ')}
      values={
        <>
          {isOld && <span>of epoch {epoch}</span>}
          {rows.map(({ key, name, row }) => (
            <span key={key} className={styles.key} data-row={key}>
              {name} <b>R {row.breadth.toFixed(2)}</b>
            </span>
          ))}
          {progress !== null && (
            <progress className={styles.progress} value={progress} aria-label="Influence measured" />
          )}
          {progress === null && (rows.length === 0 || isOld || isPartial) && (
            <Button look="link" disabled={!canStart} onClick={start}>
              {rows.length === 0 ? 'measure' : 'measure again'}
            </Button>
          )}
        </>
      }
      sentence={
        <span title={`${SENTENCE}over-squashing. ${EXPLAINED}`}>
          {SENTENCE}
          <Term of="over-squashing">over-squashing</Term>.
        </span>
      }
    >
      {message !== null && <p role="alert">{message}</p>}
      {rows.length > 0 ? (
        <Bars rows={rows} isOld={isOld} />
      ) : (
        <p className={styles.none}>
          {canStart
            ? 'By gradients, for the selected node and a sample of 20.'
            : 'Pause training to measure from how far away nodes are influenced.'}
        </p>
      )}
    </ChartFrame>
  );
}

interface BarsProps {
  readonly rows: readonly { readonly key: string; readonly name: string; readonly row: InfluenceRow }[];
  readonly isOld: boolean;
}

function Bars({ rows, isOld }: BarsProps) {
  const hops = hopsShown(rows.map(({ row }) => row));
  const most = Math.max(...rows.flatMap(({ row }) => row.shares));
  return (
    <ol className={styles.bars} data-old={isOld || undefined} aria-hidden="true">
      {Array.from({ length: hops }, (_, hop) => (
        <li key={hop} className={styles.hop}>
          <div className={styles.pair}>
            {rows.map(({ key, name, row }) => {
              const share = row.shares[hop] ?? 0;
              const style: CSSProperties = { '--share': most > 0 ? share / most : 0 };
              return (
                <span
                  key={key}
                  className={styles.bar}
                  data-row={key}
                  style={style}
                  title={`${name}, hop ${hop}: ${(100 * share).toFixed(share < 0.01 ? 2 : 1)} %`}
                >
                  <span>{percent(share)}</span>
                </span>
              );
            })}
          </div>
          <span className={styles.label}>{hop === 0 ? 'itself' : hop === 1 ? '1 hop' : hop}</span>
        </li>
      ))}
    </ol>
  );
}
