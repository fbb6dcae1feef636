import { useId } from 'react';
import { STEP_NAMES } from '../steps/names';
import type { StepId } from '../steps/step';
import styles from './StepPicker.module.css';

interface Props {
  readonly steps: readonly StepId[];
  readonly shown: StepId;
  readonly onChange: (step: StepId) => void;
}

/** The steps in their order: radio buttons, so that arrow keys go through them. */
export function StepPicker({ steps, shown, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.steps} aria-label="Step of the computation">
      {steps.map((step) => (
        <label key={step} className={styles.step}>
          <input type="radio" name={name} checked={step === shown} onChange={() => onChange(step)} />
          <span className={styles.face}>{STEP_NAMES[step]}</span>
        </label>
      ))}
    </fieldset>
  );
}
