import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/ui/palette/colour';
import { GROUND, type Theme } from '../../../src/ui/palette/palette';

const css = readFileSync(new URL('../../../src/ui/app/theme.css', import.meta.url), 'utf8');

function tokens(theme: Theme): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-theme='${theme}'] {`));
  const body = block.slice(0, block.indexOf('}'));
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = tokens(theme);
  const grounds = ['background', 'panel', 'field'] as const;

  it('has the colours that the canvases repeat', () => {
    for (const [name, value] of Object.entries(GROUND[theme])) expect(colours.get(name), name).toBe(value);
  });

  it.each(['ink', 'muted', 'accent', 'danger', 'warning'])('writes %s legibly on every ground', (text) => {
    for (const ground of grounds)
      expect(
        contrast(colours.get(text)!, colours.get(ground)!),
        `${text} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5);
  });

  it('writes legibly on the accent', () => {
    expect(contrast(colours.get('accent-ink')!, colours.get('accent')!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.get('accent')!, colours.get('accent-soft')!)).toBeGreaterThanOrEqual(4.5);
    // A chosen row has names and quiet words on it.
    for (const text of ['ink', 'muted'])
      expect(contrast(colours.get(text)!, colours.get('accent-soft')!), text).toBeGreaterThanOrEqual(4.5);
  });
});
