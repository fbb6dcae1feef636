/** Raw deflate (RFC 1951) from anybody: what comes out is bounded, and a bomb is stopped while it unpacks. */
import { Inflate } from 'fflate';
import { fail, messageOf } from '../base/errors';

/** One byte becomes 1032 at most, so one piece 4 MB at most before it is counted. */
const PIECE_BYTES = 4096;

/**
 * @param nextStep what to do about damaged bytes
 * @throws PlaygroundError where the bytes are damaged, cut short, or more than `maxBytes` come out
 */
export function inflateWithin(packed: Uint8Array, maxBytes: number, area: string, nextStep = ''): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  for (let from = 0; from === 0 || from < packed.length; from += PIECE_BYTES) {
    try {
      stream.push(packed.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= packed.length);
    } catch (error) {
      throw fail(area, `expected packed bytes, got damaged ones (${messageOf(error)})`, nextStep);
    }
    if (size > maxBytes)
      throw fail(area, `expected at most ${Math.round(maxBytes / 2 ** 20)} MB when unpacked, got more`);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
