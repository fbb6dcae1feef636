/** A chart of curves over epochs; the numbers in its head are those under the pointer, or of the shown epoch. */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../palette/theme';
import { later } from '../widgets/later';
import { Lost } from '../widgets/Lost';
import { Named } from '../widgets/term/Named';
import { useLater } from '../widgets/useLater';
import { ChartFrame } from './ChartFrame';
import styles from './LineChart.module.css';
import { shapeOf, type Plot, type PlotModel } from './plotModel';
import { strokeOf } from './strokes';
import { readable } from './ticks';

const plotting = later(() => import('./plot'));

interface LineChartProps extends PlotModel {
  readonly title: string;
  /** In place of the title, which screen readers still hear. */
  readonly chooser?: ReactNode;
  /** What it means. */
  readonly sentence?: ReactNode;
  /** Draws the label of a curve. */
  readonly nameOf?: (label: string) => ReactNode;
  /** What the bands are. */
  readonly bandNote?: string | undefined;
  /** An epoch was pressed. */
  readonly onPick: (epoch: number) => void;
}

const named = (label: string): ReactNode => <Named label={label} />;

/** Index of the last epoch that is not after `epoch`, among the first `count`. */
function indexAt(epochs: readonly number[], count: number, epoch: number): number {
  let index = Math.min(count, epochs.length) - 1;
  while (index > 0 && epochs[index]! > epoch) index--;
  return index;
}

export function LineChart({
  title,
  chooser,
  sentence,
  nameOf = named,
  bandNote,
  onPick,
  epochs,
  curves,
  lastEpoch,
  epoch,
  axis,
  strokes,
}: LineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const shown = useRef<PlotModel>({ epochs, curves, lastEpoch, epoch, axis, strokes });
  const theme = useTheme();
  const [pointed, setPointed] = useState<number | null>(null);
  const { value: drawing, isLost } = useLater(plotting);
  const { numCurves, banded, isLog } = shapeOf(curves, axis);

  useLayoutEffect(() => {
    shown.current = { epochs, curves, lastEpoch, epoch, axis, strokes };
    plot.current?.update();
  }, [epochs, curves, lastEpoch, epoch, axis, strokes]);

  useEffect(() => {
    if (!box.current || !drawing) return undefined;
    const shape = { numCurves, banded, isLog };
    const mine = drawing.createPlot(box.current, shape, () => shown.current, setPointed);
    plot.current = mine;
    return () => {
      plot.current = null;
      mine.destroy();
    };
  }, [drawing, numCurves, banded, isLog]);

  const known = Math.max(0, ...curves.map(({ values }) => values.length));
  const atEpoch = indexAt(epochs, known, epoch);
  /** Of the epoch under the pointer, else of the shown one. */
  const index = pointed !== null && pointed < known ? pointed : atEpoch;
  const shownNow = curves.map(({ label, values }) => `${label} ${readable(values[atEpoch])}`);
  return (
    <ChartFrame
      title={title}
      chooser={chooser}
      sentence={sentence}
      spoken={`${title} at epoch ${epoch} of ${lastEpoch}: ${shownNow.join(', ')}.`}
      values={
        <>
          {index !== known - 1 && <span>epoch {epochs[index]}</span>}
          {curves.map((curve, i) => {
            const { colour, dash } = strokeOf(strokes, i, curves.length, theme);
            return (
              <span key={curve.label} className={styles.value}>
                <svg className={styles.line} data-kind={strokes} viewBox="0 0 16 4" aria-hidden="true">
                  <path d="M0 2H16" stroke={colour} strokeWidth="1.8" strokeDasharray={dash.join(' ')} />
                </svg>
                {nameOf(curve.label)} <b>{readable(curve.values[index])}</b>
              </span>
            );
          })}
          {banded && bandNote && <span className={styles.band}>{bandNote}</span>}
        </>
      }
    >
      {isLost ? (
        <div className={styles.lost}>
          <Lost />
        </div>
      ) : (
        <div
          ref={box}
          className={styles.plot}
          aria-hidden="true"
          onClick={() => {
            const picked = pointed === null || pointed >= known ? undefined : epochs[pointed];
            if (picked !== undefined) onPick(picked);
          }}
        />
      )}
    </ChartFrame>
  );
}
