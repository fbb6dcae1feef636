const BY_HAND = 'The browser does not let this page copy. The text is selected: copy it with Ctrl C, or ⌘ C.';

/** Puts the text on the clipboard, or selects it in its field where that is not allowed; returns what to say of it. */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    // No clipboard over plain http, or no leave to use it.
    field?.focus();
    field?.select();
    return BY_HAND;
  }
}
