/** The page speaks the field's words: whatever it says was once said in words of its own, and must not be again. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

/** Rooms whose text is shown on the page. */
const ROOMS = ['src/ui', 'src/data/run', 'src/data/import', 'src/compute/projection'];

/** Words that a newcomer would have to guess at, with what the page says instead. */
const PRIVATE: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bweighed\b/, 'weighted'],
  [/\bAlike: /, 'Dirichlet energy, mean cosine (over-smoothing)'],
  [/\bbase lines?\b/, 'baselines'],
  [/Train on (it|them) as/, 'training label'],
  [/as the set says/, 'restore original label'],
  [/\btest at [$\d]/, 'test at best validation (epoch ...)'],
  [/^a step$/, 'time per epoch'],
  [/\bs a run\b/, 'about 5 s per run'],
  [/^stop at$/, 'pause at epoch'],
  [/nodes equal another/, 'nodes have identical vectors'],
  [/how it came about/, 'Computing…'],
  [/in no part/, 'not in any split'],
  [/\btaken for \$|is, taken for/, 'true / predicted'],
  [/(heads|messages) together/, 'combine heads'],
  [/\bhears?\b/, 'reaches, receives from'],
  [/listens? to|whom it/, 'receives messages from'],
  [/data part/, 'split'],
  [/seen, not touched/, 'visible but cannot be changed'],
  [/another future/, 'starts a new branch'],
  [/came by its|\bits row\b|own row|\brow (of the|that)|[Tt]he row (is|goes)/, 'vector'],
  [/\bthe one who\b|all who send/, 'sender'],
  [/[Nn]obody sends|whom\b/, 'there are no messages'],
  [/who is near whom|\bshadow\b/, 'near nodes stay near, projection'],
];

interface Found {
  readonly line: number;
  readonly text: string;
}

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && typeof (value as AstNode).type === 'string';

/** Strings, pieces of templates and text between tags: what a page can say, and never a comment or a name. */
function saidIn(source: string, path: string): Found[] {
  const found: Found[] = [];
  const add = (at: number, text: string): void => {
    found.push({ line: source.slice(0, at).split('\n').length, text: text.replaceAll(/\s+/g, ' ').trim() });
  };
  const walk = (node: AstNode): void => {
    if (node.type === 'ImportDeclaration' || node.type.startsWith('TS')) return;
    if (node.type === 'Literal' && typeof node['value'] === 'string') add(node.start, node['value']);
    if (node.type === 'JSXText') add(node.start, String(node['value']));
    if (node.type === 'TemplateLiteral')
      add(
        node.start,
        source.slice(node.start + 1, Number(node['end']) - 1).replaceAll(/\$\{[^}]*\}/g, '$${}'),
      );
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child);
  };
  const program: unknown = parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (isNode(program)) walk(program);
  return found;
}

const all = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) =>
      saidIn(readFileSync(`${room}/${path}`, 'utf8'), path).map((found) => ({
        ...found,
        path: `${room}/${path}`,
      })),
    ),
);

describe('what the page says', () => {
  it('is found between tags, in strings and templates, and not in comments', () => {
    const source = 'const weighed = 1; // weighed\nconst a = <p title="one">two {`three ${weighed}`}</p>;';
    expect(saidIn(source, 'a.tsx').map(({ text }) => text)).toEqual(['one', 'two', 'three ${}']);
    expect(all.length).toBeGreaterThan(2000);
  });

  it.each(PRIVATE)('has none of %s, but %s', (pattern) => {
    expect(
      all.filter(({ text }) => pattern.test(text)).map(({ path, line, text }) => `${path}:${line} ${text}`),
    ).toEqual([]);
  });
});
