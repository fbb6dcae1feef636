/** Gzip (RFC 1952) around a file: what comes out is bounded as that of a zip archive, and checked. */
import { Gunzip } from 'fflate';
import { fail, messageOf } from '../../base/errors';
import { crc32 } from '../crc32';
import { endsIn } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { meterOf } from '../zip';

/** One piece can become 16 MB at most before it is counted. */
const PIECE_BYTES = 16_384;
/** Before the packed bytes, at least. */
const HEADER_BYTES = 10;
/** Of the checksum and the size at the end. */
const TRAILER_BYTES = 8;

export const isGzip = ({ bytes }: ImportFile): boolean =>
  bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** @throws PlaygroundError that names the file: damaged, cut short, more than the limits allow */
export function gunzip(file: ImportFile, limits: ImportLimits): ImportFile {
  const { bytes } = file;
  const meter = meterOf(file, limits);
  const pieces: Uint8Array[] = [];
  const damaged = (what: string) =>
    fail(file.name, `expected packed bytes, got damaged ones (${what})`, 'Download or copy it again.');
  let [isOver, members, size] = [false, 1, 0];
  const stream = new Gunzip((piece, isLast) => {
    pieces.push(piece);
    size += piece.length;
    isOver ||= isLast;
  });
  // Files of several members are one after the other.
  stream.onmember = () => members++;
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const before = size;
    try {
      stream.push(bytes.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= bytes.length);
    } catch (error) {
      throw damaged(messageOf(error));
    }
    meter(size - before);
  }
  if (!isOver || bytes.length < HEADER_BYTES + TRAILER_BYTES) throw damaged('it is cut short');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - TRAILER_BYTES, TRAILER_BYTES);
  if (members === 1 && (trailer.getUint32(0, true) !== crc32(whole) || trailer.getUint32(4, true) !== size))
    throw damaged('another checksum than it says');
  return { name: endsIn(file, ['.gz']) ? file.name.slice(0, -3) : file.name, bytes: whole };
}
