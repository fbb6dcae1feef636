import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, luminance, mix, toRgb, withContrast } from '../../../src/ui/palette/colour';
import {
  classColour,
  classPalette,
  correctnessColour,
  GROUND,
  inkOn,
  MARK_CONTRAST,
  neutralColour,
  outlineFor,
  splitColour,
  type Theme,
} from '../../../src/ui/palette/palette';

const THEMES: readonly Theme[] = ['light', 'dark'];

describe('colour', () => {
  it('knows the contrasts of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(luminance('#ff0000')).toBeCloseTo(0.2126, 6);
  });

  it('mixes per channel', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#123456', '#ffffff', 0)).toBe('#123456');
  });

  it('refuses what is not a hex colour', () => {
    expect(() => toRgb('red')).toThrow('expected a colour as #rrggbb, got red');
  });

  it('moves a colour no further than its contrast needs', () => {
    expect(withContrast('#000000', '#ffffff', '#ff0000', 3)).toBe('#000000');
    expect(contrast(withContrast('#f0e442', '#ffffff', '#000000', 3), '#ffffff')).toBeGreaterThanOrEqual(3);
  });
});

describe.each(THEMES)('palette, %s', (theme) => {
  const { background, ink, muted, accent } = GROUND[theme];

  it('repeats the colours of the page exactly', () => {
    const css = readFileSync('src/ui/app/theme.css', 'utf8');
    const block = css.slice(css.indexOf(`[data-theme='${theme}'] {`)).split('}')[0]!;
    for (const [name, colour] of Object.entries(GROUND[theme]))
      expect(block).toContain(`--${name}: ${colour};`);
  });

  it('keeps text readable on the ground', () => {
    for (const text of [ink, muted, accent]) expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([2, 7, 8, 15, 40])('gives every one of %i classes an outline that stands out', (numClasses) => {
    for (const colour of classPalette(numClasses, theme))
      expect(contrast(outlineFor(colour, theme), background)).toBeGreaterThanOrEqual(MARK_CONTRAST);
  });

  it('never gives two of up to 20 classes one colour', () => {
    for (let n = 1; n <= 20; n++) expect(new Set(classPalette(n, theme)).size).toBe(n);
  });

  it('writes on every class colour with readable ink', () => {
    for (const n of [8, 20])
      for (const colour of classPalette(n, theme))
        expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
  });

  it('has one colour for a class in list and by index, and a neutral one for none', () => {
    expect(classPalette(7, theme).map((_, i) => classColour(i, theme, 7))).toEqual(classPalette(7, theme));
    expect(classColour(-1, theme, 7)).toBe(neutralColour(theme));
  });

  it('tells right from wrong and the parts of a split apart by lightness or hue', () => {
    expect(correctnessColour('right', theme)).not.toBe(correctnessColour('wrong', theme));
    const parts = (['train', 'val', 'test', 'none'] as const).map((part) => splitColour(part, theme));
    expect(new Set(parts).size).toBe(4);
  });
});

it('follows Okabe and Ito on light ground', () => {
  expect(classPalette(4, 'light')).toEqual(['#0072b2', '#e69f00', '#009e73', '#cc79a7']);
});
