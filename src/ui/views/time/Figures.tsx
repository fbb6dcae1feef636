import { useMemo } from 'react';
import { methodDescriptor } from '../../../data/run/layers/defaults';
import { accuracyCurves, lossCurves, type Curve } from '../../charts/curves';
import { readable } from '../../charts/ticks';
import { useAppState } from '../../state/hooks';
import styles from './Figures.module.css';
import { sparkline } from './sparkline';

const WIDTH = 56;
const HEIGHT = 18;

/** The charts in one line: the loss and the accuracy that counts, with their way so far. */
export function Figures() {
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const epochs = useAppState((state) => state.run.training.epochs);
  const kind = useAppState((state) => state.run.model.method?.kind ?? null);
  const own = kind === null ? null : methodDescriptor(kind).loss;
  const loss = useMemo(() => lossCurves(records, own?.of)[0], [records, own]);
  // The test nodes, where the set has such a part, else all.
  const accuracy = useMemo(() => accuracyCurves(records).at(-1), [records]);
  return (
    <span className={styles.figures}>
      {loss && (
        <Figure name={own?.name ?? 'loss'} hint={`Loss, ${loss.label}`} curve={loss} {...{ epoch, epochs }} />
      )}
      {accuracy && (
        <Figure
          name={accuracy.label === 'all' ? 'accuracy, all nodes' : `${accuracy.label} accuracy`}
          hint={`Share of right predictions, ${accuracy.label} nodes`}
          curve={accuracy}
          top={1}
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
