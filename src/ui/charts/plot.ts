/** uPlot and nothing but uPlot: lines over epochs, and bands behind them. */
import './validLanguage';
import uPlot from 'uplot';
import { currentTheme, onThemeChange } from '../palette/theme';
import { axisText, rangeOf } from './axes';
import type { Plot, PlotModel, PlotShape } from './plotModel';
import { strokeOf } from './strokes';

/** Epochs are whole, and so is what their axis counts by. */
const WHOLE_STEPS = [
  1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 20_000, 50_000,
];

/** Opacity of a band, in hexadecimal. */
const BAND = '26';

const padded = (values: readonly (number | null)[], length: number): (number | null)[] =>
  Array.from({ length }, (_, i) => values[i] ?? null);

/**
 * @param box sized by its parent; the plot follows its size
 * @param onHover index of the epoch under the pointer, null when it leaves
 */
export function createPlot(
  box: HTMLElement,
  { numCurves, banded, isLog }: PlotShape,
  model: () => PlotModel,
  onHover: (index: number | null) => void,
): Plot {
  const css = (name: string): string => getComputedStyle(box).getPropertyValue(name).trim();
  const fontSize = Number.parseFloat(css('--font-tick')) || 10;
  const font = `${fontSize}px ${getComputedStyle(box).fontFamily}`;
  const data = (): uPlot.AlignedData => {
    const { epochs, curves, axis } = model();
    const drawn = (values: readonly (number | null)[]) => {
      const whole = padded(values, epochs.length);
      return axis.kind === 'log' ? whole.map((value) => (value !== null && value > 0 ? value : null)) : whole;
    };
    return [
      [...epochs],
      ...curves.map(({ values }) => drawn(values)),
      ...(banded ? curves.flatMap(({ band }) => [drawn(band?.high ?? []), drawn(band?.low ?? [])]) : []),
    ];
  };
  const colourOf = (index: number): string =>
    strokeOf(model().strokes, index, numCurves, currentTheme()).colour;
  const axis: uPlot.Axis = {
    font,
    stroke: () => css('--muted'),
    grid: { stroke: () => css('--line'), width: 1 },
    ticks: { show: false },
  };
  const range = () => rangeOf(model().axis, model().curves);

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

  const line = (index: number): uPlot.Series => ({
    stroke: () => colourOf(index),
    width: 1.6,
    dash: [...strokeOf(model().strokes, index, numCurves, currentTheme()).dash],
    points: { show: (_plot, __, first, last) => first === last },
  });
  /** Only what lies between two of them is seen. */
  const edge: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } };

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
        y: {
          distr: isLog ? 3 : 1,
          range: () => [range().min, range().max],
        },
      },
      axes: [
        {
          ...axis,
          size: fontSize + 8,
          gap: 2,
          space: 60,
          incrs: WHOLE_STEPS,
          grid: { show: false },
        },
        {
          ...axis,
          // 7.5e-9 is longer than all other texts.
          size: (_, values) => (values?.some((text) => text.length > 5) ? 4.4 : 3.2) * fontSize,
          gap: 4,
          splits: () => [...range().ticks],
          filter: (_, splits) => splits,
          values: (_, splits) => splits.map(axisText),
        },
      ],
      series: [
        {},
        ...Array.from({ length: numCurves }, (_, i) => line(i)),
        ...Array.from({ length: banded ? 2 * numCurves : 0 }, () => edge),
      ],
      ...(banded && {
        bands: Array.from({ length: numCurves }, (_, i): uPlot.Band => ({
          series: [1 + numCurves + 2 * i, 2 + numCurves + 2 * i],
          fill: () => `${colourOf(i)}${BAND}`,
        })),
      }),
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
