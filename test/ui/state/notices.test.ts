import { expect, it } from 'vitest';
import { descriptorOf } from '../../../src/data/spec/catalogue';
import { defaultRun } from '../../../src/data/spec/defaults';
import { addressTold, DAMAGED } from '../../../src/ui/state/notices';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

it('tells of the newest address in one notice, of a damaged link in its own words', () => {
  const store = createAppStore({
    run: defaultRun({ id: 'karate', labelling: null }),
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  const told = (problems: readonly string[]) => {
    store.setState(addressTold(problems)(store.getState()), true);
    return store.getState().notices.map(({ text }) => text);
  };
  expect(told(['seed: one.', 'lr: two.'])).toEqual(['In the address: seed: one. lr: two.']);
  expect(told([DAMAGED])).toEqual([DAMAGED]);
  expect(told(['pace: three.'])).toEqual(['In the address: pace: three.']);
  expect(told([])).toEqual([]);
});
