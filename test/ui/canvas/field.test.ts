import { describe, expect, it } from 'vitest';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { LayerKind } from '../../../src/data/run/layers/layers';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import { DIMMED, fieldLevels, ringedField, type FocusSource } from '../../../src/ui/canvas/emphasis';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
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

describe('the rings of a small receptive field', () => {
  const state = (data: ReturnType<typeof karate>, layer: string, selection: readonly number[]) => {
    const run = defaultRun({ id: 'karate', labelling: null });
    return {
      graph: { data, base: data, edits: NO_EDITS },
      run,
      view: { ...DEFAULT_VIEW, layer, selection },
      training: { layers: infos('x', 'h1', 'z') },
    } as unknown as FocusSource;
  };
  const large = citations(0);
  const { source, target } = large.edgeIndex;
  const degree = new Int32Array(large.numNodes);
  for (const node of target) degree[node]! += 1;
  const quiet = degree.findIndex((count) => count === 2);

  it('are around all of its nodes in a large graph', () => {
    const around = Array.from(source).filter((_, e) => target[e] === quiet);
    const expected = [...new Set([quiet, ...around])].sort((a, b) => a - b);
    expect(ringedField(state(large, 'h1', [quiet]))).toEqual(expected);
    expect(ringedField(state(large, 'x', [quiet]))).toEqual([quiet]);
  });

  it('are none where one sees it without: in a small graph, a large field, or with nothing selected', () => {
    expect(ringedField(state(karate(null), 'h1', [2]))).toEqual([]);
    expect(ringedField(state(large, 'h1', []))).toEqual([]);
    const hub = degree.indexOf(Math.max(...degree));
    expect(ringedField(state(large, 'z', [hub]))).toEqual([]);
  });
});
