/**
 * The directory at the end of a zip archive: which entries there are and where their packed bytes lie. Source: PKWARE
 * APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.14 to 4.3.16 (its end), 4.5.3 (zip64).
 */
import { fail, type PlaygroundError } from '../base/errors';
import { quoted } from './guards';
import type { ImportFile } from './rawGraph';

export interface ListedEntry {
  readonly name: string;
  readonly isStored: boolean;
  readonly packed: Uint8Array;
  /** CRC-32 of what it unpacks to. */
  readonly crc: number;
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, zip64: 0x06064b50 };
const SIZE = { local: 30, central: 46, end: 22, zip64Locator: 20 };
const MAX_COMMENT = 0xffff;
/** Directories of many thousand entries are no data sets; listing one must stay cheap. */
const MAX_ENTRIES = 10_000;
const IN_ZIP64 = 0xffffffff;
const METHOD = { stored: 0, deflated: 8 };
const ENCRYPTED = 1;

const damaged = (file: ImportFile, what: string): PlaygroundError =>
  fail(
    file.name,
    `expected a whole zip archive, got one ${what}`,
    'It may be cut short: download or copy it again.',
  );

/** A number of 8 bytes that must be a place in a file: its upper half is nearly always 0. */
const uint64 = (view: DataView, at: number): number =>
  view.getUint32(at, true) + 2 ** 32 * view.getUint32(at + 4, true);

/** Whether it is an archive at all, by its first bytes. */
export const isZip = ({ bytes }: ImportFile): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

function findEnd(view: DataView): number {
  const last = view.byteLength - SIZE.end;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--)
    if (view.getUint32(at, true) === SIGNATURE.end) return at;
  return -1;
}

/** Number of entries and where the first stands. */
function directoryOf(view: DataView, end: number): { count: number; start: number } {
  const start = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  if (start !== IN_ZIP64 || end < SIZE.zip64Locator) return { count, start };
  const zip64 = uint64(view, end - SIZE.zip64Locator + 8);
  if (zip64 + 56 > view.byteLength || view.getUint32(zip64, true) !== SIGNATURE.zip64)
    return { count, start };
  return { count: uint64(view, zip64 + 32), start: uint64(view, zip64 + 48) };
}

/** Sizes and offset of an entry that needs more than 32 bits for one of them: they stand in its extra field. */
function wideFields(view: DataView, at: number, end: number, fields: number[]): number[] {
  for (let field = at; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    return fields.map((value) => {
      if (value !== IN_ZIP64 || next + 8 > end) return value;
      next += 8;
      return uint64(view, next - 8);
    });
  }
  return fields;
}

/**
 * The files of the archive, in its order; folders are left out. Nothing is unpacked.
 *
 * @throws PlaygroundError that names the archive
 */
export function listEntries(file: ImportFile): ListedEntry[] {
  const { bytes } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw damaged(file, 'without the directory at its end');
  const { count, start } = directoryOf(view, end);
  if (count > MAX_ENTRIES)
    throw fail(
      file.name,
      `expected at most ${MAX_ENTRIES} files in it, got ${count}`,
      'Unpack it yourself and take the files that matter.',
    );
  const entries: ListedEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + SIZE.central > view.byteLength || view.getUint32(at, true) !== SIGNATURE.central)
      throw damaged(file, `whose directory breaks off after ${i} of ${count} entries`);
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength, extraLength, commentLength] = lengths;
    const nameAt = at + SIZE.central;
    const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength));
    if (!name.endsWith('/')) entries.push(entryAt(file, view, at, name));
    at = nameAt + nameLength + extraLength + commentLength;
  }
  return entries;
}

function entryAt(file: ImportFile, view: DataView, at: number, name: string): ListedEntry {
  const method = view.getUint16(at + 10, true);
  const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  if (isEncrypted || (method !== METHOD.stored && method !== METHOD.deflated))
    throw fail(
      `${file.name}: ${quoted(name)}`,
      `expected an entry that is stored or deflated, got ${isEncrypted ? 'an encrypted one' : `method ${method}`}`,
      'Unpack it yourself and take the files.',
    );
  const extraAt = at + SIZE.central + view.getUint16(at + 28, true);
  const extraEnd = Math.min(extraAt + view.getUint16(at + 30, true), view.byteLength);
  const [, packedSize, local] = wideFields(view, extraAt, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  if (local + SIZE.local > view.byteLength || view.getUint32(local, true) !== SIGNATURE.local)
    throw damaged(file, `in which ${quoted(name)} is not where the directory says`);
  const from = local + SIZE.local + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packedSize > view.byteLength) throw damaged(file, `in which ${quoted(name)} is cut short`);
  return {
    name,
    isStored: method === METHOD.stored,
    packed: file.bytes.subarray(from, from + packedSize),
    crc: view.getUint32(at + 16, true),
  };
}
