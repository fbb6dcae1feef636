/**
 * What a packed link and a scene file hold: deflated bytes, out of which come a CRC-32 of the rest (4 bytes, the lowest
 * first), the scene as JSON, and where it holds the visitor's own graph a zero and the packed graph. The sum is for what
 * gets cut or changed on the way: such a scene is told, and not opened as some other one.
 */
import { deflateSync } from 'fflate';
import { fail } from '../../base/errors';
import { crc32 } from '../crc32';
import { inflateWithin } from '../inflate';

export interface SceneContainer {
  /** JSON; unread. */
  readonly text: string;
  /** packGraph's bytes; null: no graph. */
  readonly graph: Uint8Array | null;
}

const SUM_BYTES = 4;
export const ASK_AGAIN = 'It may have been cut short or changed on the way: ask for it again.';

export function writeContainer({ text, graph }: SceneContainer): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(text);
  const whole = new Uint8Array(SUM_BYTES + json.length + (graph ? 1 + graph.length : 0));
  whole.set(json, SUM_BYTES);
  if (graph) whole.set(graph, SUM_BYTES + json.length + 1);
  new DataView(whole.buffer).setUint32(0, crc32(whole.subarray(SUM_BYTES)), true);
  return deflateSync(whole, { level: 9 });
}

/**
 * @param maxBytes of all that comes out
 * @param area `link` or the file
 * @param maxText of the JSON, in bytes
 * @throws PlaygroundError where the bytes are not those that were written, or more comes out than may
 */
export function readContainer(
  deflated: Uint8Array,
  maxBytes: number,
  area: string,
  maxText = maxBytes,
): SceneContainer {
  const whole = inflateWithin(deflated, maxBytes, area, ASK_AGAIN);
  const rest = whole.subarray(SUM_BYTES);
  const isWhole = whole.length > SUM_BYTES && new DataView(whole.buffer).getUint32(0, true) === crc32(rest);
  if (!isWhole) throw fail(area, 'expected a scene as it was written, got a damaged one', ASK_AGAIN);
  // JSON has no zero in it.
  const zero = rest.indexOf(0);
  const json = zero < 0 ? rest : rest.subarray(0, zero);
  if (json.length > maxText)
    throw fail(area, `expected at most ${maxText} bytes beside the graph, got ${json.length}`);
  return { text: new TextDecoder().decode(json), graph: zero < 0 ? null : rest.slice(zero + 1) };
}
