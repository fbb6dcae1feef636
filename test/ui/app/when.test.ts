import { expect, it } from 'vitest';
import { writeWhen } from '../../../src/ui/app/autosave/when';

it('tells a moment as people do', () => {
  const now = new Date(2026, 10, 21, 13, 0).getTime();
  const at = (...[day, hour, minute]: [number, number, number]) =>
    writeWhen(new Date(2026, 10, day, hour, minute).getTime(), now);
  expect(at(21, 9, 5)).toMatch(/^today at 0?9:05$/);
  expect(at(20, 23, 59)).toBe('yesterday at 23:59');
  expect(at(3, 12, 0)).toBe('November 3');
});
