/** Bytes to text: which encoding a file is in, by its first bytes and by whether it can be read as such. */
import { fail } from '../base/errors';
import type { ImportFile } from './rawGraph';

export interface Text {
  readonly text: string;
  /** How it was read, where not everybody would have read it so. */
  readonly remarks: readonly string[];
}

/** Bytes looked at for zeros, and for the encoding that an XML file declares. */
const HEAD_BYTES = 1024;

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

/**
 * Of text in UTF-16 nearly every other byte is zero (Latin letters, digits and all punctuation of tables): which of
 * the two it is tells the byte order. Some zeros in both places are no text at all.
 */
function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, HEAD_BYTES) >> 1;
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i & 1 ? 1 : 0]++;
  const [even, odd] = zeros;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** The encoding of `<?xml version="1.0" encoding="ISO-8859-1"?>`, where this browser knows it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  const label = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // The declaration was read as single bytes, so whatever it says, this is not UTF-16.
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return utf16ByZeros(bytes) ?? declaredEncoding(bytes);
}

function decode({ bytes }: ImportFile): Text {
  const encoding = encodingOf(bytes);
  if (encoding !== null && encoding !== 'utf-8') {
    // A byte-order mark is dropped by the decoder.
    return { text: new TextDecoder(encoding).decode(bytes), remarks: [] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      remarks: [
        'The text is not valid UTF-8; it was read as Windows-1252, so letters with accents may be wrong.',
      ],
    };
  }
}

/**
 * The text of a file: UTF-8 with or without a byte-order mark, UTF-16 with one or told by its zero bytes, what an XML
 * declaration says, and else Windows-1252, with a remark.
 *
 * @throws PlaygroundError when the bytes are no text
 */
export function readText(file: ImportFile): Text {
  const read = decode(file);
  const zero = read.text.indexOf('\0');
  if (zero < 0) return read;
  throw fail(
    file.name,
    `expected text, got binary data (a zero at character ${zero + 1})`,
    'If it is compressed, unpack it first; if it comes from another program, export it as text.',
  );
}

/** The text alone, for files where a wrong accent does no harm. */
export const decodeText = (file: ImportFile): string => readText(file).text;

/** How a file begins, cheaply: for telling formats apart. Never throws; a character cut in two reads as a mark. */
export function beginningOf({ bytes }: ImportFile, maxBytes = 4096): string {
  const head = bytes.subarray(0, maxBytes);
  return new TextDecoder(encodingOf(head) ?? 'utf-8').decode(head);
}
