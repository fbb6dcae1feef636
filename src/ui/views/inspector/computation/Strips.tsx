import { writeSigned } from '../../../widgets/writeSigned';
import { largestOf } from '../../../widgets/heatColour';
import type { Step } from '../steps/step';
import { HeatStrip } from './HeatStrip';
import styles from './Strips.module.css';

interface Props {
  readonly step: Step;
  /** The number at the ends of the colours; null: the largest of each strip. */
  readonly scale: number | null;
}

/** So few numbers have room beside their colours. */
const MOST_WRITTEN = 2;

/** The rows of a step, one below the other in the same colours. */
export function Strips({ step, scale }: Props) {
  return (
    <ul className={styles.strips} aria-label="Numbers of this step">
      {step.strips.map(({ key, label, values, isResult, from }) => (
        <li key={key} className={styles.strip} data-result={isResult || undefined}>
          <span className={from === null ? styles.label : styles.name} title={label}>
            {label}
          </span>
          <span className={styles.values}>
            <HeatStrip values={values} scale={scale ?? largestOf([values])} label={label} />
            {values.length <= MOST_WRITTEN && (
              <span className={styles.numbers} aria-hidden="true">
                {Array.from(values, writeSigned).join('  ')}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
