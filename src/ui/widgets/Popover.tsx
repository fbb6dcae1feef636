import { useEffect, useEffectEvent, useId, useRef, type ComponentProps, type ReactNode } from 'react';
import styles from './Popover.module.css';
import { beside } from './placement';

interface Props {
  /** Attributes and content of the button that opens it. */
  readonly button: Omit<ComponentProps<'button'>, 'type' | 'popoverTarget' | 'ref'> & {
    readonly 'data-on'?: boolean | undefined;
  };
  readonly label: string;
  /** Set for a popover that is opened by something else as well. */
  readonly id?: string;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** The browser's own popover: closed by Escape and by a click elsewhere, focus goes back to its button. It stays with it in a window that changes. */
export function Popover({ button, label, id, onOpen, children }: Props) {
  const ownId = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  const place = (): void => {
    if (!anchor.current || !sheet.current) return;
    const at = beside(
      anchor.current.getBoundingClientRect(),
      { width: sheet.current.offsetWidth, height: sheet.current.offsetHeight },
      { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
      // In the frame of a picture it speaks of that.
      anchor.current.closest('section')?.querySelector('[role="application"]')?.getBoundingClientRect(),
    );
    sheet.current.style.left = `${at.left}px`;
    sheet.current.style.top = `${at.top}px`;
  };
  const follow = useEffectEvent(() => {
    if (sheet.current?.matches(':popover-open')) place();
  });
  useEffect(() => {
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return (
    <>
      <button ref={anchor} type="button" popoverTarget={id ?? ownId} {...button} />
      <dialog
        ref={sheet}
        id={id ?? ownId}
        popover="auto"
        aria-label={label}
        className={styles.popover}
        onToggle={(event) => {
          if (event.newState !== 'open') return;
          place();
          onOpen?.();
        }}
      >
        {children}
      </dialog>
    </>
  );
}
