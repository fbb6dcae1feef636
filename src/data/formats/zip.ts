/**
 * Zip archives: the entries are listed first, from the directory at the archive's end, and each is unpacked when it is
 * asked for. What the directory says of sizes is not believed: the limits are checked against what comes out, piece by
 * piece, and unpacking stops where one is passed. Names are names: nothing is ever written under them, so `..` in one
 * does nothing. An archive inside the archive is an entry like any other.
 */
import { Inflate } from 'fflate';
import { fail, messageOf } from '../base/errors';
import { crc32 } from './crc32';
import { quoted } from './guards';
import type { ImportFile, ImportLimits } from './rawGraph';
import { listEntries, type ListedEntry } from './zipDirectory';

const MIB = 2 ** 20;

/**
 * More than so many times the archive's own size is refused, above a size where it could do harm. Honest graphs are
 * packed to a tenth; a column of ones alone reaches the format's own limit of 1032, which is why a small one may.
 */
export const MAX_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 16 * MIB;

/** Packed bytes are handed over in pieces of this size: one can become 16 MB at most. */
const PIECE_BYTES = 16_384;

export interface Archive {
  /** Of the files, folders left out, in the archive's order. */
  readonly names: readonly string[];
  /** @throws PlaygroundError that names the archive and the entry */
  readonly unpack: (name: string) => ImportFile;
}

/** Names in an archive can have 65,535 characters. */
const shortened = (name: string): string => (name.length > 120 ? `${name.slice(0, 120)}...` : name);

/** What the unpacked entries of one archive may come to, together. */
export function meterOf(file: ImportFile, limits: ImportLimits): (bytes: number) => void {
  const byRatio = Math.max(RATIO_COUNTS_FROM_BYTES, file.bytes.length * MAX_RATIO);
  let total = 0;
  return (bytes) => {
    total += bytes;
    if (total > limits.bytes)
      throw fail(
        file.name,
        `expected at most ${Math.round(limits.bytes / MIB)} MB when unpacked, got more`,
        'Unpack it yourself and take the files that matter.',
      );
    if (total > byRatio)
      throw fail(
        file.name,
        `expected files, got a zip bomb: more than ${MAX_RATIO} times its own size came out of it`,
        'Unpack it yourself if you trust it.',
      );
  };
}

/** @throws PlaygroundError when the file is no zip archive or is cut short */
export function openZip(file: ImportFile, limits: ImportLimits): Archive {
  const entries = listEntries(file);
  const meter = meterOf(file, limits);
  return {
    names: entries.map(({ name }) => name),
    unpack: (name) => {
      const entry = entries.find((each) => each.name === name);
      if (!entry) throw fail(file.name, `expected ${quoted(name)} in it, got none`);
      const bytes = unpackEntry(file, entry, meter);
      return { name: `${file.name}: ${shortened(name)}`, bytes };
    },
  };
}

function unpackEntry(file: ImportFile, entry: ListedEntry, meter: (bytes: number) => void): Uint8Array {
  const area = `${file.name}: ${shortened(entry.name)}`;
  const bytes = entry.isStored ? entry.packed : inflate(area, entry.packed, meter);
  if (entry.isStored) meter(bytes.length);
  if (crc32(bytes) !== entry.crc)
    throw fail(
      area,
      'expected the checksum that the archive has of it, got another: the archive is damaged',
      'Download or copy it again.',
    );
  return bytes;
}

function inflate(area: string, packed: Uint8Array, meter: (bytes: number) => void): Uint8Array {
  const pieces: Uint8Array[] = [];
  const stream = new Inflate((piece) => pieces.push(piece));
  let size = 0;
  for (let from = 0; from === 0 || from < packed.length; from += PIECE_BYTES) {
    const isLast = from + PIECE_BYTES >= packed.length;
    try {
      stream.push(packed.subarray(from, from + PIECE_BYTES), isLast);
    } catch (error) {
      throw fail(
        area,
        `expected packed bytes, got damaged ones (${messageOf(error)})`,
        'Download or copy the archive again.',
      );
    }
    const bytes = pieces.at(-1)?.length ?? 0;
    size += bytes;
    meter(bytes);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
