import { expect, it } from 'vitest';
import { preload } from '../../../src/ui/app/preload';
import { later, missing } from '../../../src/ui/widgets/later';

it('fetches a part once, and asks again where it could not be had', async () => {
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

it('fetches what is missing one by one when idle, what comes with it too, and asks for no more after a failure', async () => {
  const events: string[] = [];
  let isConnected = true;
  let isOnline = false;
  const named = (name: string, bring: () => void = () => {}) =>
    later(async () => {
      events.push(name);
      if (!isConnected) throw new Error('no network');
      bring();
      return name;
    });
  const surroundings = { waitForIdle: async () => void events.push('idle'), isOnline: () => isOnline };

  await named('there').fetch();
  const outer = named('outer', () => void named('inner'));
  const last = named('last');
  await preload(surroundings);
  expect(events).toEqual(['there', 'idle']);

  isOnline = true;
  isConnected = false;
  await preload(surroundings);
  expect(events.slice(2)).toEqual(['idle', 'outer']);
  expect(missing()).toEqual([outer, last]);

  isConnected = true;
  await preload(surroundings);
  expect(events.slice(4)).toEqual(['idle', 'outer', 'idle', 'last', 'idle', 'inner', 'idle']);
  expect(missing()).toEqual([]);
});
