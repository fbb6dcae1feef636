import { expect, it } from 'vitest';
import { beside } from '../../../src/ui/widgets/placement';

const WINDOW = { width: 400, height: 300 };
const SHEET = { width: 200, height: 100 };

it('hangs a popover below its button, right edges aligned', () => {
  expect(beside({ left: 300, right: 350, top: 10, bottom: 40 }, SHEET, WINDOW)).toEqual({
    left: 150,
    top: 46,
  });
});

it('aligns left edges in the left half of the window', () => {
  expect(beside({ left: 100, right: 150, top: 10, bottom: 40 }, SHEET, WINDOW).left).toBe(100);
});

it('puts it above where there is no room below', () => {
  expect(beside({ left: 300, right: 350, top: 250, bottom: 280 }, SHEET, WINDOW)).toEqual({
    left: 150,
    top: 144,
  });
});

it('keeps it inside the window', () => {
  expect(beside({ left: 0, right: 20, top: 10, bottom: 40 }, SHEET, WINDOW).left).toBe(8);
  expect(beside({ left: 380, right: 400, top: 10, bottom: 40 }, SHEET, WINDOW).left).toBe(192);
  expect(beside({ left: 0, right: 20, top: 10, bottom: 40 }, { width: 200, height: 500 }, WINDOW).top).toBe(
    8,
  );
});

it('stands beside what it speaks of, where there is room close to its button', () => {
  const window = { width: 1000, height: 600 };
  const left = { left: 200, right: 500, top: 50, bottom: 500 };
  const right = { left: 501, right: 1000, top: 50, bottom: 500 };
  expect(beside({ left: 460, right: 490, top: 10, bottom: 40 }, SHEET, window, left)).toEqual({
    left: 506,
    top: 46,
  });
  expect(beside({ left: 510, right: 540, top: 10, bottom: 40 }, SHEET, window, right)).toEqual({
    left: 295,
    top: 46,
  });
  // Else it would open far from what was pressed.
  expect(beside({ left: 220, right: 250, top: 10, bottom: 40 }, SHEET, window, left).left).toBe(220);
  expect(beside({ left: 900, right: 930, top: 10, bottom: 40 }, SHEET, window, right).left).toBe(730);
  // On a phone there is none.
  expect(
    beside({ left: 20, right: 50, top: 10, bottom: 40 }, SHEET, WINDOW, {
      left: 0,
      right: 400,
      top: 50,
      bottom: 250,
    }),
  ).toEqual({ left: 20, top: 46 });
});
