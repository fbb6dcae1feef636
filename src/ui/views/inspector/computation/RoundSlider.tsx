import { useId } from 'react';
import styles from './RoundSlider.module.css';

interface Props {
  /** Round or hop. */
  readonly word: string;
  /** From 0. */
  readonly round: number;
  readonly count: number;
  readonly onChange: (round: number) => void;
}

/** Which round of messages, or hop, is looked at. */
export function RoundSlider({ word, round, count, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{word}</label>
      <input
        id={id}
        type="range"
        min={1}
        max={count}
        step={1}
        value={round + 1}
        aria-valuetext={`${round + 1} of ${count}`}
        onChange={(event) => onChange(Number(event.target.value) - 1)}
      />
      <span>
        {round + 1} of {count}
      </span>
    </div>
  );
}
