/**
 * The packed form of a scene: deflated bytes, out of which come a CRC-32 of the rest (4 bytes, the lowest first), the
 * places as JSON, and where it holds the visitor's own graph a zero and the packed graph. The sum is for what gets cut
 * or changed on the way: such a link is told, and not opened as some other scene.
 */
import { deflateSync } from 'fflate';
import { fail } from '../../../data/base/errors';
import { isFields } from '../../../data/spec/checks';
import { crc32 } from '../../../data/formats/crc32';
import { inflateWithin } from '../../../data/formats/inflate';
import { fromGaps, toGaps } from './gaps';
import { readJson } from './json';
import type { Places } from './places';

export interface Payload {
  readonly places: Places;
  /** packGraph's bytes; null: no graph. */
  readonly graph: Uint8Array | null;
}

const SUM_BYTES = 4;
export const ASK_AGAIN = 'It may have been cut short or changed on the way: ask for it again.';

/** The one place that can hold thousands of numbers, and the name that it has where they are packed. */
const SELECTION = 'view.selection';
const GAPS = 'view.selection.gaps';

const packed = (place: string, value: unknown): readonly [string, unknown] =>
  place === SELECTION && isNumbers(value) ? [GAPS, toGaps(value)] : [place, value];

const unpacked = (place: string, value: unknown): readonly [string, unknown] =>
  place === GAPS && Array.isArray(value) ? [SELECTION, fromGaps(value)] : [place, value];

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

export function writePayload({ places, graph }: Payload): Uint8Array {
  const fields = [...places].map(([place, value]) => packed(place, value));
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(fields)));
  const whole = new Uint8Array(SUM_BYTES + json.length + (graph ? 1 + graph.length : 0));
  whole.set(json, SUM_BYTES);
  if (graph) whole.set(graph, SUM_BYTES + json.length + 1);
  new DataView(whole.buffer).setUint32(0, crc32(whole.subarray(SUM_BYTES)), true);
  return deflateSync(whole, { level: 9 });
}

/**
 * @param area `link` or the file
 * @throws PlaygroundError where the bytes are not those that were written, or more than `maxBytes` come out
 */
export function readPayload(deflated: Uint8Array, maxBytes: number, area: string): Payload {
  const whole = inflateWithin(deflated, maxBytes, area, ASK_AGAIN);
  const rest = whole.subarray(SUM_BYTES);
  const isWhole = whole.length > SUM_BYTES && new DataView(whole.buffer).getUint32(0, true) === crc32(rest);
  if (!isWhole) throw fail(area, 'expected a scene as it was written, got a damaged one', ASK_AGAIN);
  // JSON has no zero in it.
  const end = rest.indexOf(0);
  const json = readJson(new TextDecoder().decode(end < 0 ? rest : rest.subarray(0, end)), area);
  if (!isFields(json)) throw fail(area, 'expected an object, got something else', ASK_AGAIN);
  return {
    places: new Map(Object.entries(json).map(([place, value]) => unpacked(place, value))),
    graph: end < 0 ? null : rest.slice(end + 1),
  };
}
