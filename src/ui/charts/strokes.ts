/** The lines of charts: told apart by dash as well as by colour, or, where they have an order, by lightness alone. */
import { GROUND, type Theme } from '../palette/palette';
import { scaleColours, STEPS } from '../palette/scales';

/** `parts`: a few curves of different kinds. `depth`: layers, the first one palest. */
export type StrokeKind = 'parts' | 'depth';

export interface Stroke {
  readonly colour: string;
  readonly dash: readonly number[];
}

const PARTS = [
  { colour: 'ink', dash: [] },
  { colour: 'accent', dash: [7, 3] },
  { colour: 'muted', dash: [2, 2.5] },
] as const;

/** The palest layer still stands out from the ground. */
const PALEST = 0.3;

/** Of curve `index` among `count`. */
export function strokeOf(kind: StrokeKind, index: number, count: number, theme: Theme): Stroke {
  if (kind === 'parts') {
    const { colour, dash } = PARTS[index % PARTS.length]!;
    return { colour: GROUND[theme][colour], dash };
  }
  const share = count > 1 ? PALEST + ((1 - PALEST) * index) / (count - 1) : 1;
  return { colour: scaleColours('good', theme)[Math.round(share * (STEPS - 1))]!, dash: [] };
}
