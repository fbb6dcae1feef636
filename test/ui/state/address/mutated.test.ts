import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PlaygroundError } from '../../../../src/data/base/errors';
import { sequence } from '../../../../src/data/base/random';
import { canonical } from '../../../../src/data/run/runSpec';
import { validateRunSpec } from '../../../../src/data/run/validate';
import { fromBase64url } from '../../../../src/ui/state/address/base64url';
import { formatAddress } from '../../../../src/ui/state/address/format';
import { parseAddress, type ParsedScene } from '../../../../src/ui/state/address/parse';
import { packScene, unpackScene } from '../../../../src/ui/state/address/sceneFile';
import { validateViewSpec } from '../../../../src/ui/state/validateView';
import { forged, forgedJson, mutatedJson, MUTATIONS } from './mutate';

const LINKS: readonly string[] = ['v0', 'v1'].flatMap((version) =>
  readFileSync(join(import.meta.dirname, '../links', `${version}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { link: string } => JSON.parse(line))
    .map(({ link }) => link),
);
const PACKED = LINKS.filter((link) => link.startsWith('#s='));
const DEFAULT = parseAddress('').scene;
const WHOLE = new Map(LINKS.map((link) => [link, canonical(parseAddress(link).scene)]));

/** Of the right form in every field, and the same when it is sent on. */
function expectValid({ scene, problems }: ParsedScene): void {
  const { run, pending, view, epoch, graph } = scene;
  expect(canonical(validateRunSpec(run))).toBe(canonical(run));
  if (pending) expect(canonical(validateRunSpec(pending))).toBe(canonical(pending));
  expect(canonical(validateViewSpec(view))).toBe(canonical(view));
  expect(Number.isSafeInteger(epoch) && epoch >= 0).toBe(true);
  const again = parseAddress(formatAddress(scene));
  expect(again.problems).toEqual([]);
  expect(canonical({ ...again.scene, graph: null })).toBe(canonical({ ...scene, graph: null }));
  expect(again.scene.graph?.numNodes).toBe(graph?.numNodes);
  for (const problem of problems) expect(problem.length).toBeLessThan(500);
}

const isDefault = ({ scene }: ParsedScene): boolean => canonical(scene) === canonical(DEFAULT);
/** Taken from their own prototypes by nothing that was read. */
const expectUntouched = () => expect(Object.keys(Object.prototype)).toEqual([]);

describe('a link that something happened to', () => {
  const numEach = Math.ceil(8400 / Object.keys(MUTATIONS).length);

  it.each(Object.entries(MUTATIONS))('opens a valid scene when %s', (name, mutate) => {
    const random = sequence(name.length);
    for (let k = 0; k < numEach; k++) {
      const link = LINKS[k % LINKS.length]!;
      const hash = mutate(link, random, LINKS);
      const parsed = parseAddress(hash);
      expectValid(parsed);
      // A packed link is whole or refused: it never opens as another scene.
      if (PACKED.includes(link) && /^#s=1\.[\w-]*$/.test(hash))
        expect(
          canonical(parsed.scene) === WHOLE.get(link) || (isDefault(parsed) && parsed.problems.length > 0),
        ).toBe(true);
    }
    expectUntouched();
  });

  it('opens a valid scene whatever is forged into its JSON', () => {
    const random = sequence(5);
    for (let k = 0; k < 1500; k++) {
      const whole = inflateSync(fromBase64url(PACKED[k % PACKED.length]!.slice('#s=1.'.length))).subarray(4);
      const end = whole.indexOf(0);
      const json: unknown = JSON.parse(new TextDecoder().decode(end < 0 ? whole : whole.subarray(0, end)));
      const mutated = new TextEncoder().encode(mutatedJson(json, random));
      const payload = new Uint8Array([...mutated, ...(end < 0 ? [] : whole.subarray(end))]);
      expectValid(parseAddress(forged(payload)));
    }
    expectUntouched();
  });

  it('opens a valid scene whatever is forged into its graph', () => {
    const random = sequence(6);
    const link = PACKED.find((each) => inflateSync(fromBase64url(each.slice(5))).includes(0, 4))!;
    const whole = inflateSync(fromBase64url(link.slice(5))).slice(4);
    for (let k = 0; k < 200; k++) {
      const payload = whole.slice(0, random() < 0.2 ? Math.floor(random() * whole.length) : whole.length);
      const from = payload.indexOf(0) + 1;
      for (let flips = 0; flips < 3; flips++)
        payload[from + Math.floor(random() * (payload.length - from))]! ^= 1 << Math.floor(random() * 8);
      const parsed = parseAddress(forged(payload));
      expectValid(parsed);
      // Another graph is not the one that the link names.
      if (canonical({ ...parsed.scene, graph: null }) !== canonical({ ...DEFAULT, graph: null }))
        expect([WHOLE.get(link), canonical({ ...JSON.parse(WHOLE.get(link)!), graph: null })]).toContain(
          canonical(parsed.scene),
        );
      else expect(parsed.problems).not.toEqual([]);
    }
  });

  it.each([
    ['a bomb of zeros', forged(new Uint8Array(16 * 2 ** 20))],
    ['a bomb of JSON', forgedJson(`{"x":"${' '.repeat(9 * 2 ** 20)}"}`)],
    ['nesting without end', forgedJson('['.repeat(2_000_000))],
    ['closed nesting', forgedJson(`{"view.filter":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)],
    ['nesting in a readable key', `#edits=${'['.repeat(200_000)}`],
    ['ten thousand keys', `#${Array.from({ length: 10_000 }, (_, k) => `k${k}=1`).join('&')}`],
    ['three million characters', `#s=1.${'A'.repeat(3_000_000)}`],
    ['no JSON', forgedJson('{"data":"cora"')],
    ['a list for an object', forgedJson('[1,2]')],
    ['nothing', forgedJson('')],
    ['bytes that are no UTF-8', forged(Uint8Array.of(0xff, 0xfe, 0x7b, 0x7d))],
    ['a later version', '#s=2.AAAA'],
    ['no version', '#s='],
  ])('tells of %s and opens something valid', (_, hash) => {
    const parsed = parseAddress(hash);
    expect(parsed.problems.length).toBeGreaterThan(0);
    expectValid(parsed);
    expect(parsed.problems.join(' ').length).toBeLessThan(2000);
  });

  it.each([
    ['{"data":"cora","seed":-1}', 'seed', { run: { data: { id: 'cora' }, seed: 0 } }],
    ['{"data":"cora","epoch":1e999}', 'epoch', { epoch: 0 }],
    [
      '{"data":"cora","view.pace":"fast","view.layer":"z"}',
      'pace',
      { view: { pace: 'default', layer: 'z' } },
    ],
    ['{"data":"cora","__proto__":{"seed":3}}', '__proto__', { run: { seed: 0 } }],
    ['{"data":"cora","view.__proto__":{"embed":true}}', '__proto__', { view: { embed: false } }],
    [
      '{"data":"cora","view.camera":{"graph":{"x":null,"y":0,"ratio":1}}}',
      'camera',
      { view: { camera: { graph: null } } },
    ],
    [
      '{"data":"cora","pending":{"data":"karate","seed":4}}',
      '',
      { pending: { data: { id: 'cora' }, seed: 4 } },
    ],
    ['{"data":"cora","results":{"backend":"abacus"}}', 'results', { results: null }],
    [
      '{"data":"cora","timeline":[{"epoch":9,"change":{}},{"epoch":3,"change":{}}]}',
      'timeline',
      { run: { timeline: [] } },
    ],
  ])('reads %s but for what does not fit, and names it', (json, named, scene) => {
    const parsed = parseAddress(forgedJson(json));
    expect(parsed.scene).toMatchObject(scene);
    if (named) expect(parsed.problems).toEqual([expect.stringContaining(named)]);
    else expect(parsed.problems).toEqual([]);
  });
});

describe('a scene file that something happened to', () => {
  const files = LINKS.map((link) => packScene(parseAddress(link).scene));

  it('is refused in a sentence, or is whole', () => {
    const random = sequence(7);
    for (let k = 0; k < 600; k++) {
      const good = files[k % files.length]!;
      const bytes = random() < 0.3 ? good.slice(0, Math.floor(random() * good.length)) : good.slice();
      for (let flips = 0; flips < 2; flips++)
        if (random() < 0.8) bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
      try {
        const { scene, problems } = unpackScene(bytes, 'lesson.gnnscene');
        expect(problems).toEqual([]);
        expect(canonical(scene)).toBe(WHOLE.get(LINKS[k % LINKS.length]!));
      } catch (error) {
        expect(error).toBeInstanceOf(PlaygroundError);
        expect(String(error)).toContain('lesson.gnnscene');
      }
    }
  });
});
