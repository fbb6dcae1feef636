/** The files of a TUDataset, dropped as one archive or one by one: `DS_A.txt`, `DS_graph_indicator.txt` and others. */
import { fail } from '../../base/errors';
import { endsIn, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { openZip } from '../zip';
import { isZip } from '../zipDirectory';

/** What each may be called after the name of the set. */
const PARTS = [
  'A',
  'graph_indicator',
  'graph_labels',
  'graph_attributes',
  'node_labels',
  'node_attributes',
  'edge_labels',
  'edge_attributes',
] as const;
export type TuPart = (typeof PARTS)[number];

export interface TuFiles {
  /** As the files begin: MUTAG. */
  readonly name: string;
  /** null: the set has no such file. */
  readonly file: (part: TuPart) => ImportFile | null;
  readonly edges: ImportFile;
  readonly indicator: ImportFile;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `MUTAG_A.txt` -> MUTAG; null for another file. */
const setOf = (path: string, part: TuPart): string | null => {
  const name = baseName(path);
  const ending = `_${part}.txt`;
  return name.endsWith(ending) && name.length > ending.length ? name.slice(0, -ending.length) : null;
};

export const isTuDataset = (files: readonly ImportFile[]): boolean => {
  const [first] = files;
  if (files.length === 1 && first) return isZip(first) && !endsIn(first, ['.npz']);
  return (
    files.some(({ name }) => setOf(name, 'A') !== null) &&
    files.some(({ name }) => setOf(name, 'graph_indicator') !== null)
  );
};

/** @throws PlaygroundError when the two files that every set has are not there, or there are those of several sets */
export function tuFilesOf(files: readonly ImportFile[], limits: ImportLimits): TuFiles {
  const [first] = files;
  if (!first) throw fail('TUDataset', 'expected files, got none');
  const archive = files.length === 1 && isZip(first) ? openZip(first, limits) : null;
  const names = archive ? archive.names : files.map(({ name }) => name);
  const area = archive ? first.name : names.slice(0, 8).join(', ');
  const sets = [...new Set(names.map((each) => setOf(each, 'A')).filter((each) => each !== null))];
  const [name] = sets;
  if (name === undefined)
    throw fail(
      area,
      `expected the files of a TUDataset, DS_A.txt and DS_graph_indicator.txt, got ${quoted(names.slice(0, 5).map(baseName).join(', '), 80)}`,
      archive ? 'If it holds a graph in another format, unpack it and drop that file.' : '',
    );
  if (sets.length > 1)
    throw fail(
      area,
      `expected the files of one set, got those of ${quoted(sets.slice(0, 5).join(', '), 80)}`,
    );
  const file = (part: TuPart): ImportFile | null => {
    const path = names.find((each) => setOf(each, part) === name);
    if (path === undefined) return null;
    return archive ? archive.unpack(path) : (files.find((each) => each.name === path) ?? null);
  };
  const [edges, indicator] = [file('A'), file('graph_indicator')];
  if (!edges || !indicator)
    throw fail(
      area,
      `expected graph_indicator.txt of the set ${quoted(name)} beside its adjacency, got none`,
    );
  return { name, file, edges, indicator };
}
