/** uPlot and nothing but uPlot: lines over epochs, told apart by dash as well as by colour. */
import './validLanguage';
import uPlot from 'uplot';
import { onThemeChange } from '../palette/theme';
import type { Curve } from './curves';
import { roundCeiling, tickText } from './ticks';

export interface PlotModel {
  readonly epochs: readonly number[];
  readonly curves: readonly Curve[];
  /** Right end of the x axis: the run's last epoch. The curves grow towards it. */
  readonly lastEpoch: number;
  /** Where the run stands. */
  readonly epoch: number;
  /** Top of the y axis, which starts at 0; null: a round number above the highest value. */
  readonly top: number | null;
}

/** By position: the first curve is solid ink, the next ones dashed and dotted. */
export const STROKES = [
  { colour: '--ink', dash: [] },
  { colour: '--accent', dash: [7, 3] },
  { colour: '--muted', dash: [2, 2.5] },
] as const satisfies readonly { colour: string; dash: readonly number[] }[];

/** Epochs are whole, and so is what their axis counts by. */
const WHOLE_STEPS = [
  1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 20_000, 50_000,
];

export const strokeOf = (index: number): (typeof STROKES)[number] => STROKES[index % STROKES.length]!;

export interface Plot {
  /** Shows `model()` as it is now. */
  update(): void;
  destroy(): void;
}

const highest = ({ curves }: PlotModel): number =>
  curves.reduce((most, { values }) => values.reduce<number>((a, b) => Math.max(a, b ?? 0), most), 0);

/**
 * @param box sized by its parent; the plot follows its size
 * @param numCurves fixed for the life of the plot
 * @param onHover index of the record under the pointer, null when it leaves
 */
export function createPlot(
  box: HTMLElement,
  numCurves: number,
  model: () => PlotModel,
  onHover: (index: number | null) => void,
): Plot {
  const css = (name: string): string => getComputedStyle(box).getPropertyValue(name).trim();
  const font = `10px ${getComputedStyle(box).fontFamily}`;
  const data = (): uPlot.AlignedData => {
    const { epochs, curves } = model();
    return [[...epochs], ...curves.map(({ values }) => [...values])];
  };
  const axis: uPlot.Axis = {
    font,
    stroke: () => css('--muted'),
    grid: { stroke: () => css('--line'), width: 1 },
    ticks: { show: false },
  };

  const drawEpoch = (plot: uPlot): void => {
    const { epoch, lastEpoch } = model();
    if (epoch <= 0 || epoch >= lastEpoch) return;
    const { ctx, bbox } = plot;
    const x = Math.round(plot.valToPos(epoch, 'x', true)) + 0.5;
    ctx.save();
    ctx.strokeStyle = css('--accent');
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  };

  const plot = new uPlot(
    {
      width: Math.max(1, box.clientWidth),
      height: Math.max(1, box.clientHeight),
      // Half of the last label stands to the right of the axis.
      padding: [6, () => 8 + 3 * String(model().lastEpoch).length, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false, setScale: false },
        points: { size: 6, width: 0 },
        sync: { key: 'epochs', scales: ['x', null] },
      },
      scales: {
        x: { time: false, range: () => [0, Math.max(1, model().lastEpoch)] },
        y: { range: () => [0, model().top ?? roundCeiling(highest(model()))] },
      },
      axes: [
        { ...axis, size: 18, gap: 2, space: 60, grid: { show: false }, incrs: WHOLE_STEPS },
        {
          ...axis,
          size: 32,
          gap: 4,
          splits: (_, __, min, max) => [min, (min + max) / 2, max],
          values: (_, splits) => splits.map(tickText),
        },
      ],
      series: [
        {},
        ...Array.from({ length: numCurves }, (_, i): uPlot.Series => {
          const { colour, dash } = strokeOf(i);
          return {
            stroke: () => css(colour),
            width: 1.6,
            dash: [...dash],
            points: { show: (_plot, __, first, last) => first === last },
          };
        }),
      ],
      hooks: {
        draw: [drawEpoch],
        setCursor: [(self) => onHover(self.cursor.idx ?? null)],
      },
    },
    data(),
    box,
  );

  const observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = box;
    if (width > 0 && height > 0) plot.setSize({ width, height });
  });
  observer.observe(box);
  // Colours are read as they are drawn.
  const forgetTheme = onThemeChange(() => plot.redraw());

  let frame = 0;
  const once = (draw: () => void): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
  return {
    update: () => once(() => plot.setData(data())),
    destroy() {
      cancelAnimationFrame(frame);
      observer.disconnect();
      forgetTheme();
      plot.destroy();
    },
  };
}
