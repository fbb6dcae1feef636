import { describe, expect, it } from 'vitest';
import type { Fidelity, Pairs, ProjectionPicture } from '../../../src/data/run/pictures';
import {
  collapsedSentence,
  countBadlyPlaced,
  keptSentence,
  trustText,
} from '../../../src/ui/views/embedding/fidelityText';
import { sharedSide } from '../../../src/ui/views/embedding/filmDrawing';
import { listedPairs, pairScale } from '../../../src/ui/views/embedding/pairScale';

describe('how far a picture can be trusted', () => {
  const fidelity: Fidelity = {
    k: 15,
    metric: 'euclidean' as const,
    kept: 0.444,
    trustworthiness: 0.9784,
    perNode: Float32Array.of(0, 0.1, 0.2, 0.9, Number.NaN),
    collapse: null,
  };

  it('is told in a sentence and two digits', () => {
    expect(keptSentence(fidelity, 16)).toBe(
      'Of the 15 nodes nearest to a node in all 16 dimensions, 44 % are among the 15 nearest here.',
    );
    expect(keptSentence({ ...fidelity, metric: 'cosine' }, 16)).toContain('compared by direction (cosine)');
    expect([0.5, 0.9784, 0.9996, 1].map(trustText)).toEqual(['0.50', '0.98', '0.999', '1']);
  });

  it('says why the picture of a collapsed layer shows noise, with its numbers', () => {
    const text = collapsedSentence({ cosine: 0.363, rank: 1.068, isCollapsed: true });
    expect(text).toContain('mean cosine of two of them is 0.36');
    expect(text).toContain('over 1.1 directions');
    expect(text).toMatch(/noise\.$/);
  });

  it('counts the nodes that keep little, and not those that nobody looked at', () => {
    expect(countBadlyPlaced(fidelity, 0.15)).toBe(2);
  });
});

describe('pairs of nodes', () => {
  const pairs: Pairs = {
    epoch: 1,
    first: Int32Array.of(0, 0, 0, 1, 2),
    second: Int32Array.of(1, 2, 3, 4, 5),
    hops: Int32Array.of(1, 3, 12, -1, 4),
    distance: Float32Array.of(1, 2, 0.5, 4, 0.1),
  };
  const scale = pairScale(pairs);

  it('stand in the column of their hops, the last ones for many and for none', () => {
    expect(scale.columns).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10+', 'no path']);
    const columns = scale.points.map(({ x }) => Math.floor(x * scale.columns.length));
    expect(columns).toEqual([0, 2, 9, 10, 3]);
    expect(scale.points.every(({ y }) => y >= 0 && y <= 1)).toBe(true);
    expect(scale.medians[1]).toBeNaN();
  });

  it('are listed with the surprising ones first, or as the rectangle says', () => {
    expect(listedPairs(pairs, scale, null)).toEqual([3, 4, 2, 1]);
    const first = { x0: 0.09, y0: 1, x1: 0, y1: 0 };
    expect(listedPairs(pairs, scale, first)).toEqual([0]);
  });
});

describe('one scale for the film strip', () => {
  it('is that of the largest picture of all layers, and leaves out what is of another graph', () => {
    const picture = (size: number, numNodes = 2): ProjectionPicture => ({
      kind: 'points',
      layer: 'h1',
      method: 'pca',
      seed: 0,
      epoch: 1,
      positions: Float32Array.from({ length: 2 * numNodes }, (_, i) => (i < 2 ? 0 : size)),
      settled: true,
      progress: 1,
      caveats: [],
      fidelity: null,
      ms: 1,
    });
    const strip = { h1: picture(0.01), z: picture(8), h2: picture(100, 3) };
    expect(sharedSide({ strip, graph: null }, 2)).toBeGreaterThanOrEqual(8);
    expect(sharedSide({ strip, graph: null }, 2)).toBeLessThan(20);
    expect(sharedSide({ strip: { h1: picture(0.5) }, graph: null }, 2)).toBeLessThan(
      sharedSide({ strip, graph: null }, 2),
    );
  });
});
