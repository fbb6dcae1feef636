import { describe, expect, it } from 'vitest';
import type { WalkProfile } from '../../../src/data/run/account';
import { heardFrom, heardText, sourceText } from '../../../src/ui/views/inspector/method/shareTexts';
import {
  biasText,
  mostVisited,
  percent,
  reachText,
  stepKinds,
} from '../../../src/ui/views/inspector/method/walkTexts';

const PROFILE: WalkProfile = {
  kind: 'walks',
  node: 0,
  numWalks: 200,
  numSteps: 3800,
  visits: Float32Array.of(0.2, 0.5, 0, 0.3),
  shares: { back: 0.1, near: 0.2, outward: 0.7 },
  unbiased: { back: 0.4, near: 0.3, outward: 0.3 },
  meanReach: 1,
  mostReach: 2,
};

describe('the steps of walks in words', () => {
  it('name the weight of each kind of step', () => {
    const kinds = stepKinds(PROFILE, { p: 4, q: 0.5 });
    expect(kinds.map(({ name, weight, share, unbiased }) => [name, weight, share, unbiased])).toEqual([
      ['back', '1/p = 0.25', 0.1, 0.4],
      ['beside', '1', 0.2, 0.3],
      ['outward', '1/q = 2', 0.7, 0.3],
    ]);
  });

  it('say what p and q do on either side of 1', () => {
    expect(biasText({ p: 1, q: 1 })).toMatch(/only the edges decide/);
    expect(biasText({ p: 4, q: 1 })).toMatch(/seldom turn round.*q = 1 leaves/);
    expect(biasText({ p: 0.25, q: 0.5 })).toMatch(/often turn round; with q = 0.5 the walk wanders outward/);
    expect(biasText({ p: 1, q: 4 })).toMatch(/which is 1 here; with q = 4 the walk stays near/);
  });

  it('count the other nodes that are met', () => {
    expect(reachText(PROFILE)).toBe(
      'A walk comes 1 hop far on average, 2 at most; together they meet 2 other nodes of 3.',
    );
  });

  it('order nodes by visits and leave out those without', () => {
    expect(mostVisited(PROFILE.visits, 9)).toEqual([1, 3, 0]);
  });

  it('tell a small share from none', () => {
    expect([percent(0), percent(0.0004), percent(0.125)]).toEqual(['0.0 %', '0.04 %', '12.5 %']);
  });
});

describe('label propagation in words', () => {
  const heard = heardFrom(Float32Array.of(0.5, 0.5, 0.9, 0.1, 0.2, 0.8, 1, 0), 2, [0, 1, 2, 3]);

  it('holds nothing where all classes are alike', () => {
    expect(heard.map(({ best }) => best)).toEqual([-1, 0, 1, 0]);
    expect(heardText(heard, ['left', 'right'])).toBe(
      'Now: 2 of 4 lean to left, 1 to right, 1 hold nothing yet.',
    );
  });

  it('tells the two forms, known labels and lonely nodes apart', () => {
    const clamped = { kind: 'labelPropagation', form: 'clamped', alpha: 0.9 } as const;
    const spreading = { ...clamped, form: 'spreading' } as const;
    expect(sourceText(clamped, null, 3)).toMatch(/the mean of what its 3 neighbours hold/);
    expect(sourceText(clamped, 'left', 3)).toMatch(/it stays left/);
    expect(sourceText(clamped, null, 0)).toMatch(/no label ever comes/);
    expect(sourceText(spreading, 'left', 1)).toMatch(
      /0.9 of it comes from its one neighbour.*own label, left/,
    );
  });
});
