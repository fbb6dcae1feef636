import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { MAX_WITH_GRAPH } from '../../../src/ui/state/address/format';
import { guardOf } from '../../../src/ui/state/guards';
import { embedSnippet } from '../../../src/ui/views/share/embedSnippet';
import {
  CHAT_LENGTH,
  kilobytes,
  leftOutText,
  linkFacts,
  QR_BYTES,
} from '../../../src/ui/views/share/linkFacts';
import { graphStem, runStem } from '../../../src/ui/state/fileNames';
import { pictureName } from '../../../src/ui/views/share/pictureTexts';
import { darkModules } from '../../../src/ui/views/share/qrPath';
import { firstOptions, guarded } from '../../../src/ui/views/share/shareOptions';
import { karate } from '../../../src/data/generators/karate';
import { NO_EDITS } from '../../../src/data/run/edits';
import { defaultRun } from '../../../src/data/run/defaults';
import { createAppStore } from '../../../src/ui/state/store';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { elementsOf } from '../xml';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const linkOf = (length: number): string => 'https://example.org/#'.padEnd(length, 'x');

describe('what is said of a link', () => {
  it('is its length, and nothing more where it is short', () => {
    expect(linkFacts(linkOf(1000))).toEqual({
      length: 1000,
      isForQr: true,
      isTooLong: false,
      size: '1,000 characters',
      caution: null,
      withoutQr: null,
    });
  });

  it('has a QR code up to 1,000 bytes, and a reason beyond', () => {
    expect(linkFacts(linkOf(QR_BYTES)).isForQr).toBe(true);
    const { isForQr, withoutQr } = linkFacts(linkOf(QR_BYTES + 1));
    expect(isForQr).toBe(false);
    expect(withoutQr).toContain('this one has 1,001');
  });

  it('counts bytes, not characters, for the QR code', () => {
    const { length, isForQr, withoutQr } = linkFacts(`https://example.org/#${'é'.repeat(500)}`);
    expect(length).toBeLessThan(QR_BYTES);
    expect(isForQr).toBe(false);
    expect(withoutQr).toContain('1,021');
  });

  it('warns of chat programs above 2,000 characters only', () => {
    expect(linkFacts(linkOf(CHAT_LENGTH)).caution).toBeNull();
    expect(linkFacts(linkOf(CHAT_LENGTH + 1)).caution).toMatch(/^Chat programs may cut/);
  });

  it('leads to a file where a link is too long', () => {
    expect(linkFacts(linkOf(MAX_WITH_GRAPH)).isTooLong).toBe(false);
    const { isTooLong, caution } = linkFacts(linkOf(MAX_WITH_GRAPH + 1));
    expect(isTooLong).toBe(true);
    expect(caution).toMatch(/Save the scene as a file/);
    expect(leftOutText(86_016)).toContain('takes 84 KB');
  });

  it('writes sizes with a decimal where they are small', () => {
    expect([kilobytes(1536), kilobytes(10_240), kilobytes(40_000)]).toEqual(['1.5 KB', '10 KB', '39 KB']);
  });
});

describe('the frame for another page', () => {
  const hostile = `https://example.org/?a=1&b="><script>alert('x')</script>#data=cora`;

  it('is one element with the link, the size and a title, whatever they hold', () => {
    const html = embedSnippet(hostile, `A "graph" <b> & 'more'`, { width: 640, height: 360 });
    expect(html).not.toContain('<script');
    const [frame, ...others] = elementsOf(html);
    expect(frame?.name).toBe('iframe');
    expect(others).toEqual([]);
    expect(frame?.attributes).toMatchObject({
      src: hostile,
      title: `A "graph" <b> & 'more'`,
      width: '640',
      height: '360',
    });
  });
});

describe('the QR code as a path', () => {
  it('covers the dark modules and no others', () => {
    const { data, size } = encode('https://example.org/#data=karate&seed=3');
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    for (const [, x, y, width] of darkModules(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let k = 0; k < Number(width); k++) drawn[Number(y)]![Number(x) + k]! += 1;
    expect(drawn).toEqual(data.map((row) => row.map(Number)));
  });
});

describe('what is sent', () => {
  const none = firstOptions({ locked: [], hidden: [] });

  it('passes locks on that came with a link', () => {
    const passed = firstOptions({ locked: ['model'], hidden: ['seed'] });
    expect(guardOf(passed, 'model')).toBe('locked');
    expect(guardOf(passed, 'seed')).toBe('hidden');
  });

  it('has every group in one state at a time', () => {
    const locked = guarded(none, 'model', 'locked');
    expect([locked.locked, locked.hidden]).toEqual([['model'], []]);
    const hidden = guarded(locked, 'model', 'hidden');
    expect([hidden.locked, hidden.hidden]).toEqual([[], ['model']]);
    const free = guarded(hidden, 'model', 'free');
    expect([free.locked, free.hidden]).toEqual([[], []]);
  });
});

it('names files by letters, digits and dashes', () => {
  const run = defaultRun({ id: 'karate', labelling: null });
  const state = createAppStore({
    run: { ...run, data: { id: '../Zoë & co', labelling: null } },
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  }).getState();
  expect(runStem(state)).toBe('-zo-co-gcn-epoch-0');
  expect(pictureName(state, 'both', 'png')).toBe('-zo-co-gcn-epoch-0-both.png');
  // A visitor's own graph goes by an id that says nothing to anybody: files go by its name.
  const data = karate(null);
  const base = { base: data, data, edits: NO_EDITS, layoutRunning: false };
  const descriptor = { ...descriptorOf('karate'), id: 'own-5822854d166e9f4e', name: 'Our Friends' };
  const own = { ...state, graph: { ...base, descriptor, positions: new Float32Array(68) } };
  expect([graphStem(own), runStem(own)]).toEqual(['our-friends', 'our-friends-gcn-epoch-0']);
  expect(pictureName(own, 'both', 'png')).toBe('our-friends-gcn-epoch-0-both.png');
});
