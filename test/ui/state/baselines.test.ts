import { describe, expect, it } from 'vitest';
import { AUC } from '../../../src/data/run/metrics';
import type { BaselineRow } from '../../../src/data/run/pairs';
import { comparedRows, comparedText } from '../../../src/ui/state/baselines';

const rule = (id: string, auc: number | null): BaselineRow => ({
  id,
  name: id,
  formula: '',
  scores: { train: null, val: null, test: { auc }, all: null },
});
const record = (auc: number) => ({
  epoch: 5,
  loss: 1,
  ms: 0,
  scores: { train: null, val: null, test: { auc }, all: null },
});
const ROWS = [rule('Random', 0.5), rule('Unknown', null), rule('Katz', 0.85)];

describe('the table of baselines', () => {
  it('puts the run among the rules, the best first, what has no score last', () => {
    const rows = comparedRows(ROWS, record(0.7), 'this run', AUC);
    expect(rows.map(({ name }) => name)).toEqual(['Katz', 'this run', 'Random', 'Unknown']);
    expect(rows.filter(({ isRun }) => isRun)).toHaveLength(1);
  });

  it('has the run alone before the rules are scored', () => {
    expect(comparedRows([], record(0.7), 'this run', AUC).map(({ isRun }) => isRun)).toEqual([true]);
    expect(comparedRows(ROWS, undefined, 'this run', AUC).some(({ isRun }) => isRun)).toBe(false);
  });

  it.each([
    [0.95, /better than every rule; the best of them is Katz/],
    [0.86, /Katz, which learns nothing, comes as close/],
    [0.84, /Katz, which learns nothing, comes as close/],
    [0.6, /Katz learns nothing and is better/],
  ])('says what an AUC of %f means beside .85 of a rule', (auc, sentence) => {
    expect(comparedText(comparedRows(ROWS, record(auc), 'this run', AUC), AUC)).toMatch(sentence);
  });
});
