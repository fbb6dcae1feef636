import { useEffect, useId, useLayoutEffect, useRef, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useActions } from '../../state/actions';
import { GLOSSARY } from '../../texts/glossary';
import type { TermId } from '../../texts/terms';
import { Button } from '../Button';
import { beside } from '../placement';
import { TermPicture } from './TermPicture';
import styles from './Term.module.css';

interface Props {
  readonly id: TermId;
  readonly hint?: string | undefined;
  readonly anchor: RefObject<HTMLElement | null>;
  /** Pressed for: a screen reader reads it out, and Escape goes back to the term. */
  readonly takesFocus: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** What a term means, beside where it stands: a picture, a sentence, and what the control there does. */
export function TermSheet({ id, hint, anchor, takesFocus, onStay, onLeave, onClose }: Props) {
  const { showDialog } = useActions();
  const sheet = useRef<HTMLElement>(null);
  const title = useId();
  useLayoutEffect(() => {
    if (!sheet.current || !anchor.current) return;
    sheet.current.showPopover({ source: anchor.current });
    // Beside the whole control that it speaks of, not only beside its name.
    const name = anchor.current.getBoundingClientRect();
    const field = anchor.current.closest('[data-field]')?.getBoundingClientRect() ?? name;
    const { left, top } = beside(
      { left: name.left, right: name.right, top: field.top, bottom: field.bottom },
      { width: sheet.current.offsetWidth, height: sheet.current.offsetHeight },
      { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
    );
    sheet.current.style.left = `${left}px`;
    sheet.current.style.top = `${top}px`;
  }, [anchor]);
  useEffect(() => {
    if (takesFocus) sheet.current?.focus();
  }, [takesFocus]);
  // What lies beside a modal dialog cannot be pressed, and what lies beside a popover closes it.
  const place = anchor.current?.closest('dialog') ?? document.body;
  return createPortal(
    <section
      ref={sheet}
      popover="auto"
      tabIndex={-1}
      className={styles.sheet}
      aria-labelledby={title}
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <TermPicture id={id} />
      <h2 id={title}>{id}</h2>
      <p>{GLOSSARY[id].sentence}</p>
      {hint && (
        <p className={styles.hint}>
          <b>Here:</b> {hint}
        </p>
      )}
      <Button
        look="link"
        onClick={() => {
          sheet.current?.hidePopover();
          showDialog('glossary');
        }}
      >
        All terms
      </Button>
    </section>,
    place,
  );
}
