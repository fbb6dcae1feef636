import { useState } from 'react';
import { Button } from '../../../widgets/Button';
import inspector from '../Inspector.module.css';
import type { NumbersRow } from './words';
import styles from './WordsPart.module.css';

interface Props {
  readonly write: () => { readonly sentences: readonly string[]; readonly numbers: readonly NumbersRow[] };
}

/** The same in sentences, with all numbers below. Made only while it is open: it changes while the model trains. */
export function WordsPart({ write }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const { sentences, numbers } = isOpen ? write() : { sentences: [], numbers: [] };
  const copy = (): void => {
    const lines = numbers.map(({ step, part, numbers: written }) => `${step}, ${part}: ${written}`);
    void navigator.clipboard.writeText([...sentences, '', ...lines].join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <section className={inspector.part} aria-label="In words">
      <details
        className={styles.words}
        onToggle={(event) => {
          // The fold within tells of itself here too.
          if (event.target !== event.currentTarget) return;
          setOpen(event.currentTarget.open);
          setCopied(false);
        }}
      >
        <summary>In words</summary>
        {isOpen && (
          <>
            {/* Pages over plain http have no clipboard: the text can still be marked. */}
            {window.isSecureContext && (
              <Button onClick={copy}>
                <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
              </Button>
            )}
            {sentences.map((sentence, index) => (
              <p key={index}>{sentence}</p>
            ))}
            <details className={styles.numbers}>
              <summary>All numbers</summary>
              <dl>
                {numbers.map(({ step, part, numbers: written }) => (
                  <div key={`${step} ${part}`}>
                    <dt>
                      {step}, {part}
                    </dt>
                    <dd>{written}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </>
        )}
      </details>
    </section>
  );
}
