/** What is said of a link's length, and where a link is no longer the way. */
import { writeCount } from '../../widgets/numbers';

/** A QR code of more bytes has modules too small for a phone at the back of a room. */
export const QR_BYTES = 1000;
/** Above this many characters chat programs cut links, or take no part of them for a link. */
export const CHAT_LENGTH = 2000;
/** Above this many characters browsers and servers begin to refuse addresses. */
export const LINK_LENGTH = 30 * 1024;

export interface LinkFacts {
  readonly length: number;
  readonly isForQr: boolean;
  readonly isTooLong: boolean;
  /** `1,234 characters`. */
  readonly size: string;
  /** What may go wrong with it; null where nothing does. */
  readonly caution: string | null;
  /** Why there is no QR code; null where there is one. */
  readonly withoutQr: string | null;
}

export function linkFacts(link: string): LinkFacts {
  const { length } = link;
  const bytes = new TextEncoder().encode(link).length;
  const isForQr = bytes <= QR_BYTES;
  const isTooLong = length > LINK_LENGTH;
  return {
    length,
    isForQr,
    isTooLong,
    size: `${writeCount(length)} characters`,
    caution: isTooLong
      ? `This link is ${kilobytes(length)} long: browsers and servers refuse addresses of that length. Save the scene as a file.`
      : length > CHAT_LENGTH
        ? 'Chat programs may cut a link as long as this one. Mail and web pages take it.'
        : null,
    withoutQr: isForQr
      ? null
      : `A QR code holds links of up to ${writeCount(QR_BYTES)} bytes in marks that a phone can read across a room; this one has ${writeCount(bytes)}.`,
  };
}

/** `84 KB`. */
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(bytes < 10 * 1024 ? 1 : 0)} KB`;
