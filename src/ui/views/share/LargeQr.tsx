import { useLayoutEffect, useRef } from 'react';
import { QrCode } from './QrCode';
import styles from './QrCode.module.css';

/** The code as large as the window, for a projector. Escape, a click or the button leads back. */
export function LargeQr({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const sheet = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = sheet.current;
    element?.showModal();
    element?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={sheet}
      className={styles.large}
      aria-label="QR code"
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        // The dialog that it stands in is not meant.
        event.stopPropagation();
        onClose();
      }}
      onClose={(event) => {
        event.stopPropagation();
        if (!sheet.current?.open) onClose();
      }}
    >
      <QrCode text={link} label="QR code of the link" />
      <div className={styles.foot}>
        <span className={styles.address}>{link}</span>
        <button type="button" className={styles.close} onClick={onClose}>
          Back
        </button>
      </div>
    </dialog>
  );
}
