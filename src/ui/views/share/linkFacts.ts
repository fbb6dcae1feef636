/** What is said of a link's length, and where a link is no longer the way. */
import { MAX_WITH_GRAPH } from '../../state/address/format';
import { writeCount } from '../../widgets/numbers';

/** A QR code of more bytes has modules too small for a phone at the back of a room. */
export const QR_BYTES = 1000;
/** Above this many characters chat programs cut links, or take no part of them for a link. */
export const CHAT_LENGTH = 2000;
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
  const isTooLong = length > MAX_WITH_GRAPH;
  return {
    length,
    isForQr,
    isTooLong,
    size: `${writeCount(length)} characters`,
    caution: isTooLong
      ? `Links of more than ${writeCount(MAX_WITH_GRAPH)} characters are refused by browsers and servers. Save the scene as a file.`
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

/** Of a scene whose graph is too large for a link. @param bytes of the scene as a file; null: not known yet */
export const leftOutText = (bytes: number | null): string =>
  `Your own graph is not in this link: with it the scene takes ${bytes === null ? 'more' : kilobytes(bytes)}, and links of more than ` +
  `${writeCount(MAX_WITH_GRAPH)} characters are refused on their way. Send it as a file: it opens by being dropped on the page.`;
