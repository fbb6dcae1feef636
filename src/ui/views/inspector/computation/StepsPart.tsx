import { writeCount } from '../../../widgets/numbers';
import { IconButton } from '../../../widgets/IconButton';
import { Segmented } from '../../../widgets/Segmented';
import { HEAT_SCALES, type HeatScaleOf } from '../../../state/viewSpec';
import inspector from '../Inspector.module.css';
import type { Step, StepId } from '../steps/step';
import { HeatScale } from './HeatScale';
import { stripHeight } from './HeatStrip';
import { RoundSlider } from './RoundSlider';
import { StepPicker } from './StepPicker';
import styles from './StepsPart.module.css';
import { Strips } from './Strips';

interface Props {
  readonly steps: readonly Step[];
  readonly shown: StepId;
  readonly onShow: (step: StepId) => void;
  readonly isPlaying: boolean;
  readonly onPlay: () => void;
  /** Null where there is one only. */
  /** The number at the ends of the colours; null: each strip has its own. */
  readonly range: number | null;
  readonly heat: HeatScaleOf;
  readonly onHeat: (heat: HeatScaleOf) => void;
  readonly rounds: { readonly word: string; readonly round: number; readonly count: number } | null;
  readonly onRound: (round: number) => void;
}

const HEAT = HEAT_SCALES.map((value) => ({ value, label: value }));
const HEAT_TEXTS: Readonly<Record<HeatScaleOf, string>> = {
  unit: 'Each vector has a scale of its own: colours of two vectors cannot be compared.',
  module: 'One scale for all steps of this layer.',
  global: 'One scale for all layers, at this node.',
};

/** Of a strip, its hairline and the gap to the next. */
const heightOf = ({ strips, more }: Step): number =>
  strips.reduce((sum, { values, isResult }) => sum + stripHeight(values.length) + (isResult ? 14 : 6), 0) +
  (more > 0 ? 20 : 0);

/** The computation step by step, by hand or played. */
export function StepsPart(props: Props) {
  const { steps, shown, onShow, isPlaying, onPlay, range, heat, onHeat, rounds, onRound } = props;
  const step = steps.find(({ id }) => id === shown);
  if (!step) return null;
  // As high as the highest of them: the table below stays where it is while they are played.
  const height = Math.max(...steps.map(heightOf));
  return (
    <section className={inspector.part} aria-label="Steps">
      <div className={styles.head}>
        <h3>Step by step</h3>
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          size={12}
          label={isPlaying ? 'Stop the steps' : 'Show the steps one after another'}
          onClick={onPlay}
        />
      </div>
      <StepPicker steps={steps.map(({ id }) => id)} shown={shown} onChange={onShow} />
      {rounds && <RoundSlider {...rounds} onChange={onRound} />}
      <p className={styles.sentence}>{step.sentence}</p>
      <div className={styles.strips} style={{ '--height': `${height}px` }}>
        <Strips step={step} scale={range} />
        {step.more > 0 && <p className={styles.more}>and {writeCount(step.more)} more, in the table below</p>}
      </div>
      <div className={styles.scale}>
        <HeatScale scale={range} />
        <Segmented label="One scale of colours for" value={heat} segments={HEAT} onChange={onHeat} />
      </div>
      <p className={styles.more}>{HEAT_TEXTS[heat]}</p>
    </section>
  );
}
