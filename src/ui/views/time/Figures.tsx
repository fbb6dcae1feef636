import { useMemo } from 'react';
import { methodDescriptor } from '../../../data/run/layers/defaults';
import { headlineOf } from '../../../data/run/tasks/tasks';
import { lossCurves, scoreCurves, type Curve } from '../../charts/curves';
import { readable } from '../../charts/ticks';
import { useAppState } from '../../state/hooks';
import { capital, unitsOf } from '../../texts/scores';
import styles from './Figures.module.css';
import { sparkline } from './sparkline';

const WIDTH = 56;
const HEIGHT = 18;

/** The charts in one line: the loss and the metric that counts, with their way so far. */
export function Figures() {
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const epochs = useAppState((state) => state.run.training.epochs);
  const kind = useAppState((state) => state.run.model.method?.kind ?? null);
  const own = kind === null ? null : methodDescriptor(kind).loss;
  const loss = useMemo(() => lossCurves(records, own?.of)[0], [records, own]);
  // The test part, where the set has such a part, else all.
  const metric = useAppState(({ run }) => headlineOf(run));
  const units = useAppState(({ run }) => unitsOf(run));
  const score = useMemo(() => scoreCurves(records, metric.id).at(-1), [records, metric]);
  return (
    <span className={styles.figures}>
      {loss && (
        <Figure name={own?.name ?? 'loss'} hint={`Loss, ${loss.label}`} curve={loss} {...{ epoch, epochs }} />
      )}
      {score && (
        <Figure
          name={score.label === 'all' ? `${metric.name}, all ${units}` : `${score.label} ${metric.name}`}
          hint={`${capital(metric.name)}, ${score.label} ${units}`}
          curve={score}
          {...(metric.range === 'share' && { top: 1 })}
          {...{ epoch, epochs }}
        />
      )}
    </span>
  );
}

interface FigureProps {
  readonly name: string;
  readonly hint: string;
  readonly curve: Curve;
  readonly epoch: number;
  readonly epochs: number;
  /** Upper end of the scale; without it the largest value. */
  readonly top?: number;
}

function Figure({ name, hint, curve, epoch, epochs, top }: FigureProps) {
  const value = curve.values[Math.min(epoch, curve.values.length - 1)];
  return (
    <span className={styles.figure} title={hint}>
      <span className={styles.name}>{name}</span>
      <b>{readable(value)}</b>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path d={sparkline(curve.values, epochs, WIDTH, HEIGHT, top)} fill="none" stroke="currentColor" />
      </svg>
    </span>
  );
}
