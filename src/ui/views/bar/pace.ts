import type { ViewSpec } from '../../state/viewSpec';
import type { Option } from '../../widgets/Select';

type Pace = ViewSpec['pace'];

const FULL_SPEED = 'full';

export const writePace = (pace: Pace): string => (pace === null ? FULL_SPEED : String(pace));

export const readPace = (value: string): Pace =>
  value === 'default' ? 'default' : value === FULL_SPEED ? null : Number(value);

const OFFERED: readonly Option<string>[] = [
  { value: '1', label: '1 epoch per second' },
  { value: '5', label: '5 per second' },
  { value: '20', label: '20 per second' },
  { value: 'default', label: 'about 5 s per run' },
  { value: FULL_SPEED, label: 'as fast as possible' },
];

/** A link may carry a pace that is not on the list: it is shown as it is. */
export const paceOptions = (pace: Pace): readonly Option<string>[] =>
  OFFERED.some((option) => option.value === writePace(pace))
    ? OFFERED
    : [...OFFERED, { value: writePace(pace), label: `${writePace(pace)} per second` }];
