import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';

interface Props {
  readonly title: string;
  /** Asked for by Escape, by the cross and by a click beside it; it goes when its owner stops rendering it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stays in sight while the content scrolls: what concludes the dialog. */
  readonly footer?: ReactNode;
  /** `medium` is for a form, `large` for a form beside a picture or a table, `steady` is large and as high whatever is in it. */
  readonly size?: 'medium' | 'large' | 'steady';
  /** `deliberate`: a click beside it does nothing, where much was filled in. */
  readonly closes?: 'anywhere' | 'deliberate';
  /** Not where it has changed the page: keys are then the page's own again. */
  readonly returnsFocus?: boolean;
}

/** The browser's own modal dialog; a sheet as large as the screen on a phone. Focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  size = 'medium',
  closes = 'anywhere',
  returnsFocus = true,
}: Props) {
  const titleId = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  const returns = useRef(returnsFocus);
  useLayoutEffect(() => {
    returns.current = returnsFocus;
  }, [returnsFocus]);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = sheet.current;
    element?.showModal();
    // Not the first control: a reader hears the title first, and no field pulls up a phone's keyboard.
    element?.focus();
    return () => {
      element?.close();
      if (!(before instanceof HTMLElement) || !before.isConnected) return;
      // The browser has given the focus back by itself.
      if (returns.current) before.focus();
      else before.blur();
    };
  }, []);

  useEffect(() => {
    const element = sheet.current;
    if (!element || closes !== 'anywhere') return undefined;
    // A drag that began inside, as when text is selected, ends in a click beside it.
    let isPressedBeside = false;
    const press = (event: PointerEvent): void => {
      isPressedBeside = event.target === element;
    };
    const click = (event: MouseEvent): void => {
      if (isPressedBeside && event.target === element) onClose();
    };
    element.addEventListener('pointerdown', press);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('click', click);
    };
  }, [closes, onClose]);

  return (
    <dialog
      ref={sheet}
      className={`${styles.dialog} ${size === 'medium' ? '' : styles.large} ${size === 'steady' ? styles.steady : ''}`}
      aria-labelledby={titleId}
      tabIndex={-1}
      onCancel={(event) => {
        // A file chooser inside is cancelled too, and that is not this.
        if (event.target !== sheet.current) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // A browser may close it without asking first.
        if (event.target === sheet.current && !sheet.current.open) onClose();
      }}
    >
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label="Close" hint="Esc" onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer className={styles.foot}>{footer}</footer>}
      </div>
    </dialog>
  );
}
