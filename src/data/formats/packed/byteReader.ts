/** Reads what ByteWriter wrote, from bytes that anybody may have made: nothing is taken on trust. */
import type { Cell } from '../../graph/graphData';
import { fail, PlaygroundError } from '../../base/errors';
import { PACKED_LIMITS } from './limits';

const NEXT = 'It may have been cut short on the way: ask for it again.';

export const broken = (problem: string): PlaygroundError => fail('packed graph', problem, NEXT);

/** The bytes stand for larger matrices than the reader was to take. */
export class TooManyCells extends PlaygroundError {}

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

export class ByteReader {
  private at = 0;

  /** @param maxCells of a dense matrix: a column of one value takes six bytes, however long it is */
  constructor(
    private readonly buffer: Uint8Array,
    readonly maxCells: number = PACKED_LIMITS.cells,
  ) {}

  get left(): number {
    return this.buffer.length - this.at;
  }

  /** @param max largest number that makes sense here, at most 2^32 - 1 */
  varint(what: string, max: number): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.at >= this.buffer.length) throw broken(`expected ${what}, got the end of the bytes`);
      const byte = this.buffer[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) {
        if (value > max) throw broken(`expected ${what} of at most ${max}, got ${value}`);
        return value;
      }
    }
    throw broken(`expected ${what} in 5 bytes, got more`);
  }

  signed(what: string): number {
    const value = this.varint(what, 2 ** 32 - 1);
    return (value >>> 1) ^ -(value & 1);
  }

  /** How many of something follow that take `bytesEach` or more of what is left: never room for more than there is. */
  count(what: string, max: number, bytesEach = 1): number {
    const count = this.varint(`a number of ${what}`, max);
    if (count * bytesEach > this.left)
      throw broken(`expected ${count} ${what}, got ${this.left} bytes for them`);
    return count;
  }

  /** A view, not a copy. */
  bytes(length: number, what: string): Uint8Array {
    if (length > this.left) throw broken(`expected ${length} bytes of ${what}, got ${this.left}`);
    const view = this.buffer.subarray(this.at, this.at + length);
    this.at += length;
    return view;
  }

  text(what: string): string {
    const bytes = this.bytes(this.varint(`the length of ${what}`, 2 ** 32 - 1), what);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw broken(`expected ${what} in UTF-8, got other bytes`);
    }
  }

  private json(what: string): unknown {
    const text = this.text(what);
    try {
      return JSON.parse(text);
    } catch {
      throw broken(`expected ${what} as JSON, got something else`);
    }
  }

  string(what: string): string {
    const value = this.json(what);
    if (typeof value !== 'string') throw broken(`expected a text for ${what}, got something else`);
    return value;
  }

  strings(what: string): readonly string[] {
    const value = this.json(what);
    const isText = (each: unknown): each is string => typeof each === 'string';
    if (!Array.isArray(value) || !value.every(isText))
      throw broken(`expected a list of texts for ${what}, got something else`);
    return value;
  }

  /** Values of a table. */
  cells(what: string): readonly Cell[] {
    const value = this.json(what);
    if (!Array.isArray(value) || !value.every(isCell))
      throw broken(`expected a list of values for ${what}, got something else`);
    return value;
  }

  end(): void {
    if (this.left > 0) throw broken(`expected the end, got ${this.left} more bytes`);
  }
}
