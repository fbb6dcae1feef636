import { describe, expect, it } from 'vitest';
import { bytesOf, createKeyframeStore } from '../../src/engine/keyframes';
import type { Keyframe } from '../../src/data/run/records';

const keyframe = (epoch: number, size = 10): Keyframe => ({
  epoch,
  weights: new Float32Array(size),
  firstMoment: new Float32Array(size),
  secondMoment: new Float32Array(size),
});
const EACH = bytesOf(keyframe(0));

describe('keyframes', () => {
  it('finds the one nearest before an epoch, and none before the first', () => {
    const store = createKeyframeStore();
    for (const epoch of [40, 20, 60]) store.add(1, keyframe(epoch));
    expect(store.epochs(1)).toEqual([20, 40, 60]);
    expect(store.before(1, 60)?.epoch).toBe(40);
    expect(store.before(1, 61)?.epoch).toBe(60);
    expect(store.before(1, 20)).toBeNull();
    expect(store.before(2, 100)).toBeNull();
  });

  it('counts bytes, and one epoch once', () => {
    const store = createKeyframeStore();
    store.add(1, keyframe(20));
    store.add(1, keyframe(20, 20));
    expect(store.bytes).toBe(2 * EACH);
    store.forget(1);
    expect(store.bytes).toBe(0);
  });

  it('thins the run that has most, keeps its newest, and stays within the budget', () => {
    const store = createKeyframeStore(10 * EACH);
    for (let epoch = 20; epoch <= 2000; epoch += 20) {
      store.add(1, keyframe(epoch));
      expect(store.bytes).toBeLessThanOrEqual(10 * EACH);
      expect(store.epochs(1).at(-1)).toBe(epoch);
    }
    expect(store.epochs(1).length).toBeGreaterThan(4);
  });

  it('gives up old runs before it gives up the newest keyframe', () => {
    const store = createKeyframeStore(3 * EACH);
    for (let run = 1; run <= 6; run++) store.add(run, keyframe(20));
    expect(store.epochs(6)).toEqual([20]);
    expect(store.epochs(1)).toEqual([]);
    const tight = createKeyframeStore(EACH / 2);
    tight.add(1, keyframe(20));
    expect(tight.epochs(1)).toEqual([20]);
  });

  it('forgets a future that does not come', () => {
    const store = createKeyframeStore();
    for (const epoch of [20, 40, 60]) store.add(1, keyframe(epoch));
    store.forgetAfter(1, 40);
    expect(store.epochs(1)).toEqual([20, 40]);
    expect(store.bytes).toBe(2 * EACH);
  });
});
