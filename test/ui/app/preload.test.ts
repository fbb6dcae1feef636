import { expect, it } from 'vitest';
import { preload } from '../../../src/ui/app/preload';
import { later, missing } from '../../../src/ui/widgets/later';

it('fetches a part once, and again where it could not be had', async () => {
  let asked = 0;
  const part = later(async () => {
    asked++;
    if (asked === 1) throw new Error('no network');
    return 'code';
  });
  const first = part.fetch();
  expect(part.fetch()).toBe(first);
  await expect(first).rejects.toThrow('no network');
  expect(part.now()).toBeNull();
  expect(await part.fetch()).toBe('code');
  expect(part.now()).toBe('code');
  expect(await part.fetch()).toBe('code');
  expect(asked).toBe(2);
});

it('fetches what is missing one by one when idle, what came with it too, and goes on without what fails', async () => {
  const events: string[] = [];
  const named = (name: string, bring: () => void = () => {}) =>
    later(async () => {
      events.push(name);
      bring();
      return name;
    });
  const there = named('there');
  await there.fetch();
  const lost = later(async () => {
    events.push('lost');
    throw new Error('no network');
  });
  const outer = named('outer', () => void named('inner'));
  await preload(async () => void events.push('idle'));
  expect(events).toEqual(['there', 'idle', 'lost', 'idle', 'outer', 'idle', 'inner', 'idle']);
  expect(outer.now()).toBe('outer');
  expect(missing()).toEqual([lost]);
});
