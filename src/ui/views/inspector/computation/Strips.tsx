import type { Step } from '../steps/step';
import { HeatStrip } from './HeatStrip';
import styles from './Strips.module.css';

interface Props {
  readonly step: Step;
  readonly scale: number;
}

/** The rows of a step, one below the other in the same colours. */
export function Strips({ step, scale }: Props) {
  return (
    <ul className={styles.strips} aria-label="Numbers of this step">
      {step.strips.map(({ key, label, values, isResult, from }) => (
        <li key={key} className={styles.strip} data-result={isResult || undefined}>
          <span className={from === null ? styles.label : styles.name} title={label}>
            {label}
          </span>
          <HeatStrip values={values} scale={scale} label={label} />
        </li>
      ))}
    </ul>
  );
}
