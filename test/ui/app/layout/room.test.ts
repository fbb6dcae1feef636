import { describe, expect, it } from 'vitest';
import {
  roomIn,
  shareBeside,
  SHARE_AT_LEAST,
  SHARE_BY_DEFAULT,
  type Wishes,
} from '../../../../src/ui/app/layout/room';
import { PANELS } from '../../../../src/ui/state/viewSpec';

const NO_WISHES: Wishes = { folded: [], opened: [], missing: [], isInspecting: false, isProjecting: false };
const openAt = (width: number, height: number, wishes: Partial<Wishes> = {}) =>
  roomIn(width, height, { ...NO_WISHES, ...wishes }).open;

describe('the window', () => {
  it('is shared out by itself in the order charts, inspector, build panel', () => {
    expect(openAt(2560, 1440)).toEqual(['build', 'inspect', 'charts']);
    expect(openAt(1920, 1080)).toEqual(['build', 'inspect']);
    for (const [width, height] of [
      [1440, 900],
      [1366, 768],
      [1280, 720],
    ] as const)
      expect(openAt(width, height)).toEqual(['build']);
    expect(openAt(960, 540)).toEqual([]);
  });

  it('opens the inspector where something is selected', () => {
    expect(openAt(1280, 720, { isInspecting: true })).toEqual(['build', 'inspect']);
    expect(openAt(1280, 720, { isInspecting: true, folded: ['inspect'] })).toEqual(['build']);
    expect(openAt(1280, 720, { isInspecting: true, missing: ['inspect'] })).toEqual(['build']);
  });

  it('keeps 40 % for the pictures whatever is opened, and what was opened last', () => {
    expect(openAt(1440, 900, { opened: ['charts'] })).toEqual(['build', 'charts']);
    expect(openAt(1440, 900, { opened: ['charts', 'inspect'] })).toEqual(['inspect', 'charts']);
    for (const [width, height] of [
      [1024, 768],
      [1280, 720],
      [1366, 768],
      [1440, 900],
      [1920, 1080],
    ] as const)
      for (const last of PANELS) {
        const opened = [...PANELS.filter((panel) => panel !== last), last];
        const open = openAt(width, height, { opened });
        expect(shareBeside(width, height, open)).toBeGreaterThan(SHARE_AT_LEAST);
        if (shareBeside(width, height, [last]) >= SHARE_AT_LEAST) expect(open).toContain(last);
        expect(shareBeside(width, height, openAt(width, height))).toBeGreaterThan(SHARE_BY_DEFAULT);
      }
  });

  it('is the pictures alone for a projector', () => {
    expect(openAt(2560, 1440, { isProjecting: true, opened: ['charts'], isInspecting: true })).toEqual([]);
  });

  it('has both pictures where both have room, else one at a time', () => {
    const lie = (width: number, height: number) => roomIn(width, height, NO_WISHES).pictures;
    expect(lie(1280, 720)).toBe('beside');
    expect(lie(768, 1024)).toBe('above');
    expect(lie(844, 390)).toBe('beside');
    expect([lie(640, 360), lie(390, 844), lie(360, 740), lie(320, 568)]).toEqual([
      'one',
      'one',
      'one',
      'one',
    ]);
  });
});
