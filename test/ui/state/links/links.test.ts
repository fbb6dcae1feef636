/**
 * Links of every version, each with the scene that it opened when it was made. They open as that for ever: where this
 * test fails because a default changed, give links a new version and go on reading the old ones by the old default. A
 * line is never changed; new ones are added.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packGraph } from '../../../../src/data/formats/packed/packGraph';
import { toBase64url } from '../../../../src/ui/state/address/base64url';
import { formatAddress } from '../../../../src/ui/state/address/format';
import { parseAddress } from '../../../../src/ui/state/address/parse';

interface SavedLink {
  readonly what: string;
  readonly link: string;
  /** A Scene, its graph packed and in base64url. */
  readonly scene: object;
}

/** v0: readable keys as they were before scenes. v1: with the keys that came then, and the packed form. */
const VERSIONS = ['v0', 'v1'] as const;

const saved = (version: string): readonly SavedLink[] =>
  readFileSync(join(import.meta.dirname, `${version}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): SavedLink => JSON.parse(line));

describe.each(VERSIONS)('a link of %s', (version) => {
  it.each(saved(version).map((link) => [link.what, link] as const))('opens %s', (_, { link, scene }) => {
    const parsed = parseAddress(link);
    expect(parsed.problems).toEqual([]);
    const { graph, ...rest } = parsed.scene;
    // Not toEqual: what later versions add to a scene stands at its default there.
    expect({ ...rest, graph: graph && toBase64url(packGraph(graph)) }).toMatchObject(scene);
    expect(parseAddress(formatAddress(parsed.scene)).scene).toEqual(parsed.scene);
  });
});
