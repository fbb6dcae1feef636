import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, luminance, mix, toRgb, withContrast } from '../../../src/ui/palette/colour';
import {
  BACK_SHARE,
  classColour,
  classPalette,
  correctnessColour,
  dimmed,
  GROUND,
  inkOn,
  MARK_CONTRAST,
  neutralColour,
  outlineFor,
  pairColour,
  splitColour,
  type Theme,
} from '../../../src/ui/palette/palette';

import { scaleColours } from '../../../src/ui/palette/scales';

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

/** CIE L*a*b* under D65. */
function lab(colour: string): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = toRgb(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976: 2 is just seen side by side, 20 is another colour. */
const difference = (one: string, other: string): number =>
  Math.hypot(...lab(one).map((v, i) => v - lab(other)[i]!));

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

  it('keeps right, wrong, the parts of a split and heat apart from every class', () => {
    const classes = classPalette(7, theme);
    const nearest = (colour: string) => Math.min(...classes.map((each) => difference(each, colour)));
    const told = [
      ...(['right', 'wrong'] as const).map((what) => correctnessColour(what, theme)),
      ...(['train', 'val', 'test'] as const).map((part) => splitColour(part, theme)),
    ];
    for (const colour of told) expect(nearest(colour), colour).toBeGreaterThan(22);
    for (const kind of ['good', 'bad', 'signed'] as const)
      for (const colour of scaleColours(kind, theme))
        expect(nearest(colour), `${kind} ${colour}`).toBeGreaterThan(20);
  });

  it('keeps found, missed and false pairs apart from every class, from what is pressed and from each other', () => {
    const told = (['found', 'missed', 'false'] as const).map((mark) => pairColour(mark, theme));
    for (const colour of told) {
      expect(contrast(colour, background), colour).toBeGreaterThanOrEqual(MARK_CONTRAST);
      for (const other of [...classPalette(8, theme), accent, ...told.filter((each) => each !== colour)])
        expect(difference(colour, other), `${colour} ${other}`).toBeGreaterThan(22);
    }
  });

  it('leaves what steps back its colour', () => {
    for (const colour of classPalette(7, theme)) {
      const back = dimmed(colour, theme, BACK_SHARE);
      const [, a, b] = lab(back);
      // Grey is 0; the paper that the page stands on is below 5.
      expect(Math.hypot(a, b), `${colour} as ${back}`).toBeGreaterThan(13);
      expect(contrast(back, background)).toBeLessThan(contrast(colour, background));
    }
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
