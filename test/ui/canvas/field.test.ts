import { describe, expect, it } from 'vitest';
import { defaultLayer } from '../../../src/data/spec/layers/defaults';
import type { LayerKind } from '../../../src/data/spec/layers/layers';
import { DIMMED, fieldLevels } from '../../../src/ui/canvas/emphasis';
import { fieldOf, hopsUpTo, OUTSIDE, roundsOf } from '../../../src/ui/canvas/field';

/** 0 -> 1 -> 2 -> 3, one way; 4 alone. Sorted by target. */
const CHAIN = { source: Int32Array.of(0, 1, 2), target: Int32Array.of(1, 2, 3) };
const infos = (...ids: string[]) => ids.map((id) => ({ id }));

describe('the receptive field', () => {
  it('goes back along the edges, a hop for each round, and never forward', () => {
    expect([...fieldOf(5, CHAIN, 3, 2)]).toEqual([OUTSIDE, 2, 1, 0, OUTSIDE]);
    expect([...fieldOf(5, CHAIN, 0, 4)]).toEqual([0, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE]);
  });

  it('is the node alone before any message', () => {
    expect([...fieldOf(5, CHAIN, 2, 0)]).toEqual([OUTSIDE, OUTSIDE, 0, OUTSIDE, OUTSIDE]);
  });

  it('takes the shortest way', () => {
    // 0 -> 2 directly and by 1.
    const edges = { source: Int32Array.of(0, 0, 1), target: Int32Array.of(1, 2, 2) };
    expect([...fieldOf(3, edges, 2, 5)]).toEqual([1, 1, 0]);
  });

  it('is empty for a node that is not there', () => {
    expect([...fieldOf(3, CHAIN, 7, 2)]).toEqual([OUTSIDE, OUTSIDE, OUTSIDE]);
  });

  it('counts every round of a layer, and none of a layer that listens to nobody', () => {
    const rounds = (kind: LayerKind, more: Readonly<Record<string, number>> = {}) =>
      roundsOf(defaultLayer(kind, more));
    expect(['gcn', 'sage', 'gin', 'gat', 'mpnn'].map((kind) => rounds(kind as LayerKind))).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(rounds('linear')).toBe(0);
    expect(rounds('appnp', { hops: 7 })).toBe(7);
    expect(rounds('sgc', { hops: 3 })).toBe(3);
    expect(rounds('ggnn', { steps: 4 })).toBe(4);
  });

  it('adds up the rounds of the layers up to the one that is looked at', () => {
    const model = [defaultLayer('linear'), defaultLayer('gcn'), defaultLayer('appnp', { hops: 5 })];
    const layers = infos('x', 'h1', 'h2', 'z');
    expect(layers.map(({ id }) => hopsUpTo(model, layers, id))).toEqual([0, 0, 1, 6]);
  });

  it('is not known for a method without layers, or a layer that is not there', () => {
    expect(hopsUpTo([], infos('x', 'z'), 'z')).toBeNull();
    expect(hopsUpTo([defaultLayer('gcn')], infos('x', 'z'), 'h4')).toBeNull();
  });

  it('falls off hop by hop, and what is outside steps back furthest', () => {
    const levels = fieldLevels(Uint8Array.of(0, 1, 2, 3, 4, 9, OUTSIDE));
    const shares = [...levels].map((level) => DIMMED[level]!);
    expect(shares.slice(0, 2)).toEqual([0, 0]);
    for (let i = 2; i < shares.length; i++) expect(shares[i]).toBeGreaterThanOrEqual(shares[i - 1]!);
    expect(shares.at(-1)).toBeGreaterThan(shares.at(-2)!);
  });
});
