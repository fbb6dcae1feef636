import { describe, expect, it } from 'vitest';
import { ACCURACY } from '../../../src/data/run/metrics';
import { agreementOf } from '../../../src/ui/state/arrival';
import type { SceneResults } from '../../../src/ui/state/scene';
import { agreementText } from '../../../src/ui/views/arrival/agreementText';
import { recordOf } from '../../records';

const record = recordOf(
  { train: 1, val: null, test: 0.814, all: 0.9 },
  { epoch: 60, loss: 0.573_123_456_789 },
);
const sent: SceneResults = {
  backend: 'wasm',
  build: 'abcd1234',
  loss: record.loss,
  test: 0.814,
  predictions: { step: 2, classes: [0, 1, 0, 1] },
};
const here = {
  record,
  metric: ACCURACY,
  // Nodes 0, 2, 4 and 6 are compared.
  predictions: Int32Array.of(0, 9, 1, 9, 0, 9, 1, 9),
  backend: { name: 'wasm' as const },
  build: 'abcd1234',
};
const textOf = (change: Partial<SceneResults>, mine: Partial<typeof here> = {}) => {
  const theirs = { ...sent, ...change };
  return agreementText({ sent: theirs, agreement: agreementOf(theirs, { ...here, ...mine }) });
};

describe('how a link came out', () => {
  it('is the same numbers where all of them are the same to the last bit', () => {
    expect(textOf({})).toBe('Same numbers as sent: loss 0.5731.');
    expect(textOf({ loss: sent.loss + 1e-9 })).toBe(
      'Computed on WASM here as there: test accuracy 81.4 % here, 81.4 % there; all 4 compared predictions are the same.',
    );
  });

  it('names both backends, and the share of predictions that are the same', () => {
    expect(textOf({ backend: 'webgpu', test: 0.82, predictions: { step: 2, classes: [0, 1, 1, 1] } })).toBe(
      'Computed on WASM here, WebGPU there: test accuracy 81.4 % here, 82.0 % there; 3 of 4 compared predictions are the same (75.0 %).',
    );
  });

  it('tells of another version of the page where numbers differ, and of the loss where there is no test part', () => {
    const untested = { ...record, scores: { ...record.scores, test: null } };
    expect(textOf({ build: 'other', loss: 0.6, test: null }, { record: untested })).toBe(
      'Computed on WASM here as there, by another version of this page: loss 0.5731 here, 0.6000 there; all 4 compared predictions are the same.',
    );
  });

  it('compares only nodes that are here', () => {
    expect(agreementOf({ ...sent, predictions: { step: 3, classes: [0, 9, 1, 0] } }, here)).toMatchObject({
      compared: 3,
      alike: 3,
    });
  });

  it('says nothing where nothing was sent', () => {
    expect(agreementText({ sent: null, agreement: null })).toBeNull();
  });
});
