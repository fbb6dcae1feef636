/** What a plot shows; it is drawn in plot.ts, whose code is fetched when there is one to draw. */
import type { AxisKind } from './axes';
import type { Curve } from './curves';
import type { StrokeKind } from './strokes';

export interface PlotModel {
  readonly epochs: readonly number[];
  readonly curves: readonly Curve[];
  /** Right end of the x axis: the run's last epoch. The curves grow towards it. */
  readonly lastEpoch: number;
  /** Where the run stands. */
  readonly epoch: number;
  readonly axis: AxisKind;
  readonly strokes: StrokeKind;
}

/** What cannot change in the life of a plot. */
export interface PlotShape {
  readonly numCurves: number;
  /** Whether every curve has a band. */
  readonly banded: boolean;
  readonly isLog: boolean;
}

export const shapeOf = (curves: readonly Curve[], axis: AxisKind): PlotShape => ({
  numCurves: curves.length,
  banded: curves.length > 0 && curves.every(({ band }) => band),
  isLog: axis.kind === 'log',
});

export interface Plot {
  /** Shows `model()` as it is now. */
  update(): void;
  destroy(): void;
}
