import { describe, expect, it } from 'vitest';
import { methodChange, shownMethod } from '../../../src/ui/state/shownMethod';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const [two, wide] = [{ numCols: 2 }, { numCols: 16 }];

describe('what draws a layer', () => {
  it('is raw axes for two units by default, and UMAP for more', () => {
    expect(shownMethod(DEFAULT_VIEW, two)).toBe('axes');
    expect(shownMethod(DEFAULT_VIEW, wide)).toBe('umap');
    expect(shownMethod({ ...DEFAULT_VIEW, method: 'pca' }, two)).toBe('pca');
  });

  it.each(['umap', 'pca', 'axes', 'umap-js'] as const)('is %s once that is chosen for two units', (next) => {
    for (const before of [DEFAULT_VIEW, { ...DEFAULT_VIEW, twoByAxes: false }])
      expect(shownMethod({ ...before, ...methodChange(before, two, next) }, two)).toBe(next);
  });

  it('stays UMAP for wide layers while axes are chosen and left for two units', () => {
    const off = { ...DEFAULT_VIEW, ...methodChange(DEFAULT_VIEW, two, 'umap') };
    const on = { ...off, ...methodChange(off, two, 'axes') };
    expect([shownMethod(off, wide), shownMethod(on, wide)]).toEqual(['umap', 'umap']);
  });
});
