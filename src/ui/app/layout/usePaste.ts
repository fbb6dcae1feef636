import { useEffect } from 'react';
import { focusOf } from '../shortcuts';

interface Paste {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
  readonly onAddress: (address: string) => void;
}

/** A single word that begins like an address is one; everything else is a graph as text. */
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** Takes what is pasted anywhere on the page, but for fields, where text belongs to them. */
export function usePaste({ onFiles, onText, onAddress }: Paste, isOff = false): void {
  useEffect(() => {
    if (isOff) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData: data, target } = event;
      if (!data || event.defaultPrevented) return;
      const isField = target instanceof HTMLElement && focusOf(target) === 'field';
      const files = [...data.files];
      const text = data.getData('text/plain').trim();
      if (isField && (text !== '' || files.length === 0)) return;
      if (files.length === 0 && text === '') return;
      event.preventDefault();
      if (files.length > 0) onFiles(files);
      else if (isAddress(text)) onAddress(text);
      else onText(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [onFiles, onText, onAddress, isOff]);
}
