/** Bytes as text that an address takes as it is: base64url without padding (RFC 4648, section 5). */
import { fail } from '../../../data/base/errors';
import { ASK_AGAIN } from '../../../data/formats/scene/container';

/** Arguments of one call: more would be too many for the stack. */
const STRIDE = 8192;

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += STRIDE)
    text += String.fromCharCode(...bytes.subarray(from, from + STRIDE));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws PlaygroundError where there are other characters, or one too many */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1)
    throw fail('link', 'expected base64url, got something else', ASK_AGAIN);
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}
