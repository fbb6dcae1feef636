import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.as.ts'))
  .map((name) => name.replaceAll('\\', '/'));

/** Paths inside src that a file imports from, e.g. `data/graph/csr`. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from|import\(|new URL\()\s*'(\.\.?\/[^']*)'/g)].map((match) =>
    relative(SRC, resolve(SRC, dirname(file), match[1]!)).replaceAll('\\', '/'),
  );
}

/** What the page may know of the engine: the protocol's types, and the client sides. */
const OPEN_TO_UI = /^engine\/(protocol|client|sources|importing|exporting)$/;

const mayImport: Record<string, (target: string) => boolean> = {
  data: (target) => target.startsWith('data/') || target.startsWith('../datasets/'),
  compute: (target) => /^(compute|data)\//.test(target),
  engine: (target) => /^(engine|compute|data)\//.test(target),
  ui: (target) => /^(ui|data)\//.test(target) || OPEN_TO_UI.test(target),
};

describe('the rooms of src', () => {
  it('are all there', () => {
    expect(new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))).toEqual(
      new Set(Object.keys(mayImport)),
    );
  });

  for (const room of Object.keys(mayImport))
    it(`${room} imports only what it may`, () => {
      const wrong = files
        .filter((file) => file.startsWith(`${room}/`))
        .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
        .filter(({ target }) => !mayImport[room]!(target))
        .map(({ file, target }) => `${file} -> ${target}`);
      expect(wrong).toEqual([]);
    });

  it('data and compute never touch the DOM', () => {
    const touching = files
      .filter((file) => /^(data|compute)\//.test(file))
      .filter((file) => /\b(document|window)\./.test(readFileSync(join(SRC, file), 'utf8')));
    expect(touching).toEqual([]);
  });
});
