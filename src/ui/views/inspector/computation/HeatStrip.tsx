import { HeatGrid } from '../../../widgets/HeatGrid';
import { numbersOf } from './numbersOf';

interface Props {
  readonly values: Float32Array;
  readonly scale: number;
  readonly label: string;
}

/** A longer row is wrapped, so that no cell is thinner than two pixels. */
const MOST_IN_LINE = 96;
const LINE_HEIGHT = 14;
const WRAPPED_HEIGHT = 4;

const isWrapped = (width: number): boolean => width > MOST_IN_LINE;

/** Pixels. */
export const stripHeight = (width: number): number =>
  isWrapped(width) ? Math.ceil(width / MOST_IN_LINE) * WRAPPED_HEIGHT : LINE_HEIGHT;

/** A row of numbers, a cell each. */
export function HeatStrip({ values, scale, label }: Props) {
  return (
    <HeatGrid
      values={values}
      columns={Math.max(1, Math.min(values.length, MOST_IN_LINE))}
      rowHeight={isWrapped(values.length) ? WRAPPED_HEIGHT : LINE_HEIGHT}
      scale={scale}
      label={`${label}: ${numbersOf(values)}`}
      nameOf={(index) => String(index)}
    />
  );
}
