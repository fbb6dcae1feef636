import { expect, it } from 'vitest';
import { fail } from '../../../src/data/base/errors';
import { parseAddress } from '../../../src/ui/state/address/parse';
import { addressTold, noticeAdded } from '../../../src/ui/state/notices';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { asSentence } from '../../../src/ui/texts/asSentence';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';

const karate = { id: 'karate', labelling: null };
const emptyPage = () =>
  createAppStore({
    run: defaultRun(karate),
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  }).getState();

it('says an error as a sentence, and leaves sentences as they are', () => {
  const error = fail('compare', 'expected two runs on the same graph, got Karate Club and Cora', 'Open one.');
  expect(asSentence(error.message)).toBe(
    'This needs two runs on the same graph, but got Karate Club and Cora. Open one.',
  );
  expect(asSentence('run: expected a graph, found none.')).toBe('This needs a graph, but found none.');
  const plain = 'Training takes 0.8 s: expected by few.';
  expect(asSentence(plain)).toBe(plain);
});

it('names the setting of a link that does not fit', () => {
  const told = (hash: string) => addressTold(parseAddress(hash).problems)(emptyPage()).notices[0]?.text;
  expect(told('#seed=x')).toBe(
    "In the address: 'x' does not fit seed, which takes a whole number from 0 to 4294967295; it was left out.",
  );
  for (const hash of ['#lr=7', '#layers=foo', '#camera=1,2', '#data=nowhere', '#select=a', '#method=no'])
    expect(told(hash)).not.toMatch(/expected|: .*:/);
});

it('reaches whatever is told on the page', () => {
  const { message } = fail('run', 'expected a graph that is shown, found none', 'Wait until it is loaded.');
  const [notice] = noticeAdded('error', message)(emptyPage()).notices;
  expect(notice?.text).toBe('This needs a graph that is shown, but found none. Wait until it is loaded.');
});
