/**
 * The raw files of a downloadable set, for tests that need the real ones: from $DATASETS_DIR, else from
 * ../shared/datasets beside the repository, else from what `npm run datasets` has put under public/.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { descriptorOf } from '../../src/data/run/catalogue';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = [
  process.env['DATASETS_DIR'] ?? resolve(ROOT, '../shared/datasets'),
  resolve(ROOT, 'public/datasets'),
];

/** By file name; null where no folder has them all. Throws for Cora where REQUIRE_CORA=1 says that it must be there. */
export function downloadedFiles(id: string): ReadonlyMap<string, ArrayBuffer> | null {
  const download = descriptorOf(id).download;
  if (!download) return null;
  const names = download.files.map((file) => file.name);
  const folder = FOLDERS.map((each) => join(each, download.format)).find((each) =>
    names.every((name) => existsSync(join(each, name))),
  );
  if (folder)
    return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name))).buffer]));
  if (id === 'cora' && process.env['REQUIRE_CORA'] === '1')
    throw new Error(
      `REQUIRE_CORA=1: expected the files of Cora in one of ${FOLDERS.join(', ')}, found none.`,
    );
  return null;
}

/** The title of a test on a set's real files: says why where it is skipped. */
export const titleOf = (title: string, files: ReadonlyMap<string, ArrayBuffer> | null): string =>
  files ? title : `${title} (skipped: its files are not on this machine, run npm run datasets)`;
