/** A growing list of bytes: varints (LEB128, 7 bits a byte, the lowest first), text, and bytes as they are. */

const START = 1024;

export class ByteWriter {
  private buffer = new Uint8Array(START);
  private length = 0;

  /** A whole number from 0 to 2^32 - 1. */
  varint(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest > 127) {
      this.buffer[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.buffer[this.length++] = rest;
  }

  /** A whole number of 32 bits with a sign, small ones of either sign in few bytes (zigzag). */
  signed(value: number): void {
    this.varint((value << 1) ^ (value >> 31));
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** UTF-8 behind its length in bytes. */
  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.varint(bytes.length);
    this.bytes(bytes);
  }

  /** As JSON, which also keeps halves of surrogate pairs as they are. */
  json(value: string | readonly string[]): void {
    this.text(JSON.stringify(value));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * this.buffer.length, this.length + more));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
