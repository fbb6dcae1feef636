import { useState } from 'react';
import { Button } from '../../../widgets/Button';
import inspector from '../Inspector.module.css';
import styles from './WordsPart.module.css';

/** The same in sentences. Made only while it is open: it is long, and changes while the model trains. */
export function WordsPart({ write }: { readonly write: () => readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const sentences = isOpen ? write() : [];
  const copy = (): void =>
    void navigator.clipboard.writeText(sentences.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className={inspector.part} aria-label="In words">
      <details
        className={styles.words}
        onToggle={(event) => {
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
          </>
        )}
      </details>
    </section>
  );
}
