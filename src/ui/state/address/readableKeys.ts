/**
 * The readable keys of a link, one for a place: `#data=cora&model=gat&seed=3&epoch=140`. A key means for ever what it
 * means now; what is read here is checked by whoever takes the place.
 */
import { fail } from '../../../data/base/errors';
import { shown } from '../../../data/run/checks';
import { TRAIN_PARAMS, type TrainSpec } from '../../../data/run/training';
import type { ViewSpec } from '../viewSpec';
import { readCamera, writeCamera } from './cameraText';
import { readJson } from './json';
import {
  readLayers,
  readSettings,
  readTask,
  readValue,
  writeLayers,
  writeSettings,
  writeTask,
} from './layersText';

export interface ReadableKey {
  readonly key: string;
  readonly place: string;
  /** null: this value has no readable form. */
  write(value: unknown): string | null;
  /** @param model what stands under the key `model`; null: nothing. Throws where the text has not the form that it needs. */
  read(text: string, model: string | null): unknown;
}

const TRAIN_KEYS: Readonly<Record<keyof TrainSpec, string>> = {
  learningRate: 'lr',
  weightDecay: 'wd',
  inputDropout: 'indrop',
  decayOn: 'decay',
  dropout: 'drop',
  epochs: 'epochs',
  normaliseFeatures: 'norm',
  optimiser: 'opt',
  momentum: 'momentum',
  earlyStopping: 'stop',
  patience: 'patience',
  batchSize: 'batch',
};

type Form = Pick<ReadableKey, 'write' | 'read'>;

const TEXT: Form = { write: String, read: (text) => text };
const NUMBER: Form = { write: String, read: Number };

const refused = (key: string, text: string, expected: string) =>
  fail(key, `expected ${expected}, got ${shown(text)}`);

const YES: readonly string[] = ['on', '1', 'true'];
const NO: readonly string[] = ['off', '0', 'false'];

const flag = (key: string): Form => ({
  write: (value) => (value === true ? 'on' : 'off'),
  read: (text) => {
    // People write 1 and true by hand.
    if (YES.includes(text) || NO.includes(text)) return YES.includes(text);
    throw refused(key, text, 'on or off');
  },
});

/** Units, heads and drawings are counted from 1, as on the page. */
const counted = (key: string): Form => ({
  write: (value) => String(Number(value) + 1),
  read: (text) => {
    if (/^[1-9]\d{0,9}$/.test(text)) return Number(text) - 1;
    throw refused(key, text, 'a number from 1');
  },
});

const listed = (most: number, read: (part: string) => unknown): Form => ({
  write: (value) => (Array.isArray(value) && value.length <= most ? value.join('.') : null),
  read: (text) => text.split('.').filter(Boolean).map(read),
});
const WORDS = listed(Infinity, String);

const view = (key: string, field: keyof ViewSpec, form: Form): ReadableKey => ({
  key,
  place: `view.${field}`,
  ...form,
});

export const READABLE_KEYS: readonly ReadableKey[] = [
  { key: 'data', place: 'data', ...TEXT },
  { key: 'labels', place: 'labels', ...TEXT },
  { key: 'task', place: 'task', write: writeTask, read: readTask },
  { key: 'model', place: 'model', ...TEXT },
  { key: 'seed', place: 'seed', ...NUMBER },
  { key: 'layers', place: 'layers', write: writeLayers, read: readLayers },
  { key: 'settings', place: 'method', write: writeSettings, read: readSettings },
  { key: 'edits', place: 'edits', write: JSON.stringify, read: (text) => readJson(text, 'edits') },
  ...TRAIN_PARAMS.map((param) => ({
    key: TRAIN_KEYS[param.key],
    place: `training.${param.key}`,
    write: String,
    read: (text: string) => readValue(param, text),
  })),
  { key: 'epoch', place: 'epoch', ...NUMBER },
  view('colour', 'colourBy', TEXT),
  view('layer', 'layer', TEXT),
  view('method', 'method', TEXT),
  view('pairs', 'heldOut', flag('pairs')),
  view('threshold', 'threshold', NUMBER),
  view('axes', 'twoByAxes', flag('axes')),
  view('metric', 'metric', TEXT),
  view('lines', 'trueNeighbours', flag('lines')),
  view('rings', 'badlyPlaced', flag('rings')),
  view('select', 'selection', listed(50, Number)),
  view('edge', 'edge', listed(2, Number)),
  view('table', 'table', flag('table')),
  view('unit', 'unit', counted('unit')),
  view('field', 'field', flag('field')),
  view('film', 'filmScale', flag('film')),
  view('heat', 'heat', TEXT),
  view('flow', 'flow', TEXT),
  view('head', 'head', counted('head')),
  view('drawing', 'pictureSeed', counted('drawing')),
  view('pace', 'pace', {
    write: (value) => (value === null ? 'max' : String(value)),
    read: (text) => (text === 'max' ? null : Number(text)),
  }),
  view('charts', 'charts', WORDS),
  view('halt', 'stopAt', NUMBER),
  view('projector', 'projector', flag('projector')),
  view('fold', 'folded', WORDS),
  view('open', 'opened', WORDS),
  view('tab', 'tab', TEXT),
  view('camera', 'camera', { write: writeCamera, read: readCamera }),
  view('lock', 'locked', WORDS),
  view('hide', 'hidden', WORDS),
  view('embed', 'embed', flag('embed')),
];
