/** The bytes of a pickle, read from front to back. Every read goes forward, so that reading always ends. */

/** Python integers of more bytes than this are no numbers of nodes or sizes. */
const MAX_INTEGER_BYTES = 8;

export class PickleBytes {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where the next `length` bytes begin. A length beyond the end is an error before anything is made for it. */
  private take(length: number): number {
    const from = this.at;
    if (!(length >= 0 && length <= this.bytes.length - from))
      throw new Error(`it ends early: ${length} bytes are announced at ${from} of ${this.bytes.length}`);
    this.at += length;
    return from;
  }

  uint8(): number {
    return this.bytes[this.take(1)];
  }

  uint16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  uint32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  int32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  /** A size: above 2^53 it is no size of anything, and refused where it is used. */
  uint64(): number {
    return Number(this.view.getBigUint64(this.take(8), true));
  }

  float64(): number {
    return this.view.getFloat64(this.take(8), false);
  }

  /** A view of the file, not a copy. */
  block(length: number): Uint8Array {
    const from = this.take(length);
    return this.bytes.subarray(from, from + length);
  }

  /** Little-endian two's complement of so many bytes. */
  integer(length: number): number {
    if (length > MAX_INTEGER_BYTES) throw new Error(`it holds an integer of ${length} bytes`);
    const bytes = this.block(length);
    let value = 0n;
    for (const [k, byte] of bytes.entries()) value |= BigInt(byte) << BigInt(8 * k);
    return Number(BigInt.asIntN(8 * length, value));
  }

  /** Up to the next newline, which is skipped. */
  line(): string {
    const end = this.bytes.indexOf(10, this.at);
    if (end < 0) throw new Error('it ends early: a line has no end');
    const text = byteString(this.block(end - this.at));
    this.at++;
    return text;
  }
}

const CHUNK = 8192;

/**
 * Strings of Python 2 are bytes: one character per byte here, 0 to 255. TextDecoder's latin1 is windows-1252, which
 * moves 0x80-0x9f elsewhere.
 */
export function byteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}
