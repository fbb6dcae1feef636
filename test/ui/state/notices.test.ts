import { expect, it } from 'vitest';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { addressTold, DAMAGED, noticeAdded, noticesAfter } from '../../../src/ui/state/notices';
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

it('goes when its cause has gone: the run starts anew, another graph is shown, the locks are gone', () => {
  const { getState, setState } = createAppStore({
    run: defaultRun({ id: 'karate', labelling: null }),
    view: { ...DEFAULT_VIEW, locked: ['model'] },
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  for (const about of ['run', 'graph', 'locks', 'page'] as const)
    setState(noticeAdded('info', about, about)(getState()), true);
  const kept = (change: Partial<ReturnType<typeof getState>>) =>
    noticesAfter(getState())({ ...getState(), ...change }).notices.map(({ text }) => text);
  const { training, data, view } = getState();
  expect(kept({ hovered: 3 })).toEqual(['run', 'graph', 'locks', 'page']);
  expect(kept({ training: { ...training, phase: 'done' } })).toEqual(['run', 'graph', 'locks', 'page']);
  expect(kept({ data: { ...data, descriptor: descriptorOf('cora') } })).toEqual(['locks', 'page']);
  expect(kept({ view: { ...view, locked: [] } })).toEqual(['run', 'graph', 'page']);
  setState({ ...getState(), training: { ...training, phase: 'diverged' } }, true);
  expect(kept({ training: { ...training, phase: 'opening' } })).toEqual(['graph', 'locks', 'page']);
  expect(kept({ training: { ...training, phase: 'playing' } })).toEqual(['graph', 'locks', 'page']);
});
