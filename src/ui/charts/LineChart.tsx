/** A titled chart of curves over epochs; the numbers beside the title are those under the pointer, or of the shown epoch. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import 'uplot/dist/uPlot.min.css';
import styles from './LineChart.module.css';
import { createPlot, strokeOf, type Plot, type PlotModel } from './plot';
import { readable } from './ticks';

interface LineChartProps extends PlotModel {
  readonly title: string;
  /** An epoch was pressed. */
  readonly onPick: (epoch: number) => void;
}

export function LineChart({ title, onPick, epochs, curves, lastEpoch, epoch, top }: LineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const shown = useRef<PlotModel>({ epochs, curves, lastEpoch, epoch, top });
  const [pointed, setPointed] = useState<number | null>(null);
  const numCurves = curves.length;

  useLayoutEffect(() => {
    shown.current = { epochs, curves, lastEpoch, epoch, top };
    plot.current?.update();
  }, [epochs, curves, lastEpoch, epoch, top]);

  useEffect(() => {
    if (!box.current) return undefined;
    const mine = createPlot(box.current, numCurves, () => shown.current, setPointed);
    plot.current = mine;
    return () => {
      plot.current = null;
      mine.destroy();
    };
  }, [numCurves]);

  /** Of the epoch under the pointer, else of the shown one. */
  const index = pointed !== null && pointed < epochs.length ? pointed : Math.min(epoch, epochs.length - 1);
  const shownNow = curves.map(
    ({ label, values }) => `${label} ${readable(values[Math.min(epoch, epochs.length - 1)])}`,
  );
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.head}>
        <span className={styles.title}>{title}</span>
        <span className={styles.values}>
          {index !== epochs.length - 1 && <span className={styles.epoch}>epoch {epochs[index]}</span>}
          {curves.map((curve, i) => (
            <span key={curve.label} className={styles.value}>
              <svg className={styles.line} viewBox="0 0 16 4" aria-hidden="true">
                <path
                  d="M0 2H16"
                  stroke={`var(${strokeOf(i).colour})`}
                  strokeWidth="1.8"
                  strokeDasharray={strokeOf(i).dash.join(' ')}
                />
              </svg>
              {curve.label} <b>{readable(curve.values[index])}</b>
            </span>
          ))}
        </span>
      </figcaption>
      <p className={styles.spoken}>{`${title} at epoch ${epoch} of ${lastEpoch}: ${shownNow.join(', ')}.`}</p>
      <div
        ref={box}
        className={styles.plot}
        aria-hidden="true"
        onClick={() => {
          const picked = pointed === null ? undefined : epochs[pointed];
          if (picked !== undefined) onPick(picked);
        }}
      />
    </figure>
  );
}
