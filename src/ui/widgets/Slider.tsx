import { useId, useState, type CSSProperties } from 'react';
import { nearestStop, writeSetting } from './numbers';
import styles from './Slider.module.css';
import { FieldLabel, namedBy } from './term/FieldLabel';
import { useCommit } from './useCommit';

interface Props {
  readonly label: string;
  /** null: left to what holds for all. */
  readonly value: number | null;
  /** Ascending, null first. The value itself may lie between two of them. */
  readonly stops: readonly (number | null)[];
  readonly hint?: string;
  /** One short line below, read with the slider. */
  readonly note?: string | null;
  readonly onChange: (value: number | null) => void;
}

/** A slider over unequal stops. The value is taken when the thumb is let go. */
export function Slider({ label, value, stops, hint, note = null, onChange }: Props) {
  const id = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const input = useCommit((element) => {
    setDragged(null);
    const next = stops[Number(element.value)];
    if (next !== undefined && next !== value) onChange(next);
  });
  const stop = dragged ?? nearestStop(stops, value);
  const shown = dragged === null ? value : stops[dragged]!;
  const share: CSSProperties = { '--share': stop / (stops.length - 1) };
  return (
    <div className={`${styles.slider} ${shown === null ? styles.unset : ''}`} title={hint} data-field>
      <div className={styles.row}>
        <FieldLabel {...{ id, label, hint }} />
        <span className={styles.value}>{writeSetting(shown)}</span>
      </div>
      <div className={styles.groove} style={share}>
        <input
          ref={input}
          id={id}
          aria-label={namedBy(label)}
          type="range"
          min={0}
          max={stops.length - 1}
          step={1}
          value={stop}
          aria-valuetext={writeSetting(shown)}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => setDragged(Number(event.target.value))}
        />
      </div>
      {note && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
