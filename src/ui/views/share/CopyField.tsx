import { useId, useRef, useState } from 'react';
import { Button } from '../../widgets/Button';
import styles from './CopyField.module.css';
import { copyText } from './copyText';

interface Props {
  readonly label: string;
  readonly text: string;
  /** More than one for text that is read, not only copied. */
  readonly rows?: number;
}

/** A text to be taken away: selected by a click, copied by a button. */
export function CopyField({ label, text, rows = 1 }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState({ of: text, what: '' });
  const copy = async (): Promise<void> => setSaid({ of: text, what: await copyText(text, field.current) });
  return (
    <div className={styles.copy}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.line}>
        <textarea
          ref={field}
          id={id}
          className={styles.text}
          data-lines={rows > 1 || undefined}
          readOnly
          rows={rows}
          wrap={rows > 1 ? 'soft' : 'off'}
          spellCheck={false}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button look="accent" icon="copy" onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      <output className={styles.said}>{said.of === text ? said.what : ''}</output>
    </div>
  );
}
