/** Ways to spoil a file, drawn by fast-check: bytes flipped, cut, repeated, put in, taken from another file. */
import { array, constantFrom, integer, nat, oneof, record, tuple } from 'fast-check';

/** Applied to the bytes of one file; `other` is a good file of the same format, to take pieces from. */
export type Mutation = (bytes: Uint8Array, other: Uint8Array) => Uint8Array;

/** Numbers that are none, or too much for somebody. */
const BAD_NUMBERS = 'NaN Infinity -Infinity -1 0 1e999 1e308 -0 2147483648 99999999999999999999 0x10'.split(
  ' ',
);
const WORDS =
  '__proto__ constructor <script>alert(1)</script> &lol; <![CDATA[ <!-- ]]> /> <a><a><a><a> null true [[ {"a": % # ='.split(
    ' ',
  );
const SIGNS = [
  '"',
  "'",
  ',',
  '\t',
  '\r',
  '\n\n',
  ';',
  '{',
  '[',
  '}',
  ']',
  ':',
  ' ',
  '\0',
  '\ufeff',
  '\u202e',
  '😀',
];
const LONGER = ['[[[[[[[[[[[[[[[[[[[[', '\\u0000', '<!DOCTYPE x [<!ENTITY a "b">]>', 'x'.repeat(11_000)];
const encoded = (tokens: readonly string[]) => tokens.map((token) => new TextEncoder().encode(token));
const TOKENS = encoded([...BAD_NUMBERS, ...WORDS, ...SIGNS, ...LONGER]);

/** Little-endian numbers as headers and directories hold them. */
const NUMBERS = [0, 1, 255, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff].map(
  (value) => new Uint8Array(Uint32Array.of(value).buffer),
);

/** A place, as a share of the length: it stays meaningful while a file shrinks. */
const place = nat({ max: 9999 }).map((share) => (length: number) => Math.floor((share * length) / 10_000));
const size = oneof(integer({ min: 1, max: 8 }), integer({ min: 1, max: 400 }));

function replace(bytes: Uint8Array, from: number, to: number, ...pieces: Uint8Array[]): Uint8Array {
  const end = Math.min(to, bytes.length);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), ...pieces, bytes.subarray(end)]));
}

const flip = record({ place, mask: integer({ min: 1, max: 255 }) }).map(
  ({ place: at, mask }): Mutation =>
    (bytes) =>
      bytes.map((byte, k) => (k === at(bytes.length) ? byte ^ mask : byte)),
);
const cut = place.map(
  (at): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes.length)),
);
const remove = record({ place, size }).map(
  ({ place: at, size: count }): Mutation =>
    (bytes) =>
      replace(bytes, at(bytes.length), at(bytes.length) + count),
);
const repeat = record({ place, size, times: integer({ min: 1, max: 30 }) }).map(
  ({ place: at, size: count, times }): Mutation =>
    (bytes) => {
      const from = at(bytes.length);
      const piece = bytes.subarray(from, from + count);
      return replace(bytes, from, from, ...Array.from({ length: times }, () => piece));
    },
);
const insert = record({ place, token: constantFrom(...TOKENS) }).map(
  ({ place: at, token }): Mutation =>
    (bytes) =>
      replace(bytes, at(bytes.length), at(bytes.length), token),
);
const overwrite = record({ place, token: constantFrom(...TOKENS, ...NUMBERS) }).map(
  ({ place: at, token }): Mutation =>
    (bytes) =>
      replace(bytes, at(bytes.length), at(bytes.length) + token.length, token),
);
const splice = record({ place, from: place, size }).map(
  ({ place: at, from, size: count }): Mutation =>
    (bytes, other) => {
      const start = from(other.length);
      return replace(bytes, at(bytes.length), at(bytes.length) + count, other.subarray(start, start + count));
    },
);

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** The first number at or after a place becomes another. */
const digits = record({ place, token: constantFrom(...encoded(BAD_NUMBERS)) }).map(
  ({ place: at, token }): Mutation =>
    (bytes) => {
      const from = bytes.findIndex((byte, k) => k >= at(bytes.length) && isDigit(byte));
      if (from < 0) return bytes;
      let to = from;
      while (isDigit(bytes[to])) to++;
      return replace(bytes, from, to, token);
    },
);

const one = oneof(flip, cut, remove, repeat, insert, overwrite, splice, digits);

/** Most often one, at most six of them, one after the other. */
export const mutations = oneof(tuple(one), array(one, { minLength: 2, maxLength: 6 }));
