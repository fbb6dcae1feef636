/** Links as they arrive when something happened to them on the way: seeded, the same every time. */
import { deflateSync } from 'fflate';
import { crc32 } from '../../../../src/data/formats/crc32';
import { toBase64url } from '../../../../src/ui/state/address/base64url';

export type Random = () => number;

const below = (random: Random, max: number): number => Math.floor(random() * max);
const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** What chat programs, people and attackers put in. */
const ODD = [
  ...BASE64URL,
  ...'%&=#+.,*{}[]"\\ …\0é',
  '%00',
  '%',
  '&seed=',
  'NaN',
  '-1',
  '1e999',
  '__proto__',
];

const text = (random: Random, alphabet: readonly string[], length: number): string =>
  Array.from({ length }, () => oneOf(random, alphabet)).join('');

type Mutation = (link: string, random: Random, others: readonly string[]) => string;

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipped: (link, random) => {
    const at = below(random, link.length);
    return link.slice(0, at) + oneOf(random, [...BASE64URL]) + link.slice(at + 1);
  },
  odd: (link, random) => {
    const at = below(random, link.length);
    return link.slice(0, at) + oneOf(random, ODD) + link.slice(at + below(random, 3));
  },
  cut: (link, random) => link.slice(0, below(random, link.length)),
  beheaded: (link, random) => link.slice(below(random, link.length)),
  repeated: (link, random) => {
    const [a, b] = [below(random, link.length), below(random, link.length)].sort((x, y) => x - y);
    return link.slice(0, b) + link.slice(a);
  },
  joined: (link, random, others) =>
    link + oneOf(random, ['', '&', '#', '.', ' ']) + oneOf(random, others).slice(1),
  swapped: (link, random) => {
    const parts = link.slice(1).split('&');
    const at = below(random, parts.length);
    const [key = ''] = parts[at]!.split('=');
    return `#${parts.with(at, `${key}=${text(random, ODD, below(random, 12))}`).join('&')}`;
  },
  random: (_, random) => `#s=1.${text(random, [...BASE64URL], below(random, 300))}`,
  garbage: (_, random) => `#${text(random, ODD, below(random, 60))}`,
};

/** A packed link of any bytes, with the right sum: what only somebody who means it makes. */
export function forged(payload: Uint8Array): string {
  const whole = new Uint8Array(4 + payload.length);
  new DataView(whole.buffer).setUint32(0, crc32(payload), true);
  whole.set(payload, 4);
  return `#s=1.${toBase64url(deflateSync(whole))}`;
}

export const forgedJson = (json: string): string => forged(new TextEncoder().encode(json));

/** JSON as text, because JSON.stringify would not write some of it. */
const HOSTILE = [
  'null',
  'true',
  '""',
  '"<script>alert(1)</script>"',
  '-1',
  '-0',
  '0.5',
  '1e999',
  '-1e999',
  '9007199254740993',
  '4294967296',
  '[]',
  '{}',
  '[null]',
  '[[],[]]',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{}}}',
  '{"toString":null}',
  '{"length":5}',
  '[1,2,3]',
  '["a","b"]',
  `"${'x'.repeat(3000)}"`,
  `[${'0,'.repeat(2000)}0]`,
  `${'['.repeat(12)}${']'.repeat(12)}`,
  `${'['.repeat(3000)}${']'.repeat(3000)}`,
];

/** One value of it, however deep, is another; or a key more. */
export function mutatedJson(value: unknown, random: Random): string {
  if (typeof value !== 'object' || value === null || random() < 0.15) return oneOf(random, HOSTILE);
  const list = Array.isArray(value);
  const entries: (readonly [string, string])[] = Object.entries(value).map(([key, field]) => [
    key,
    JSON.stringify(field),
  ]);
  const chosen = below(random, entries.length + 1);
  const [key] = entries[chosen] ?? [
    oneOf(random, ['__proto__', 'constructor', 'run', 'x', 'view.', 'view.x']),
  ];
  const field = Object.entries(value)[chosen]?.[1];
  const isNew = chosen === entries.length;
  const mutated = [
    ...entries.slice(0, chosen),
    [key, isNew ? oneOf(random, HOSTILE) : mutatedJson(field, random)] as const,
    ...entries.slice(chosen + 1),
  ];
  return list
    ? `[${mutated.map(([, each]) => each).join()}]`
    : `{${mutated.map(([name, each]) => `${JSON.stringify(name)}:${each}`).join()}}`;
}
