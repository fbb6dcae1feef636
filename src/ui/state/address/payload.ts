/** The packed form of a scene: its places as the JSON of a container, with the visitor's own graph beside them. */
import { fail } from '../../../data/base/errors';
import { isFields } from '../../../data/run/checks';
import {
  ASK_AGAIN,
  readContainer,
  writeContainer,
  type SceneContainer,
} from '../../../data/formats/scene/container';
import { MAX_TEXT } from '../../../data/formats/scene/sceneFile';
import { fromGaps, toGaps } from './gaps';
import { readJson } from './json';
import type { Places } from './places';

export interface Payload {
  readonly places: Places;
  /** packGraph's bytes; null: no graph. */
  readonly graph: Uint8Array | null;
}

/** The one place that can hold thousands of numbers, and the name that it has where they are packed. */
const SELECTION = 'view.selection';
const GAPS = 'view.selection.gaps';

const packed = (place: string, value: unknown): readonly [string, unknown] =>
  place === SELECTION && isNumbers(value) ? [GAPS, toGaps(value)] : [place, value];

const unpacked = (place: string, value: unknown): readonly [string, unknown] =>
  place === GAPS && Array.isArray(value) ? [SELECTION, fromGaps(value)] : [place, value];

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

export const textOf = (places: Places): string =>
  JSON.stringify(Object.fromEntries([...places].map(([place, value]) => packed(place, value))));

/** A scene has fewer than a hundred. */
const MAX_PLACES = 1000;

/** @throws PlaygroundError where the text is no object, or larger or nested deeper than a scene is */
export function placesIn(text: string, area: string): Places {
  const json = readJson(text, area);
  if (!isFields(json)) throw fail(area, 'expected an object, got something else', ASK_AGAIN);
  const entries = Object.entries(json);
  if (entries.length > MAX_PLACES)
    throw fail(area, `expected at most ${MAX_PLACES} settings, got ${entries.length}`, ASK_AGAIN);
  return new Map(entries.map(([place, value]) => unpacked(place, value)));
}

/** @throws PlaygroundError as `placesIn` */
export const payloadIn = ({ text, graph }: SceneContainer, area: string): Payload => ({
  places: placesIn(text, area),
  graph,
});

export const writePayload = ({ places, graph }: Payload): Uint8Array =>
  writeContainer({ text: textOf(places), graph });

/**
 * @param area `link` or the file
 * @throws PlaygroundError where the bytes are not those that were written, or more than `maxBytes` come out
 */
export const readPayload = (deflated: Uint8Array, maxBytes: number, area: string): Payload =>
  payloadIn(readContainer(deflated, maxBytes, area, MAX_TEXT), area);
