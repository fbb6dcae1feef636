/** Any set in the Planetoid format (parts.ts), from its eight files. */
import { fail } from '../../base/errors';
import { checkBytes, quoted } from '../guards';
import type { Cell, FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { classNamesOf } from './classNames';
import { PLANETOID_PARTS, readParts, type PlanetoidParts } from './parts';

const FILE = /^ind\.(.+)\.(x|tx|allx|y|ty|ally|graph|test\.index)$/;

export const planetoidReader: FormatReader = {
  id: 'planetoid',
  name: 'Planetoid (eight files)',
  // They have none of their own; these are what the names end in.
  endings: PLANETOID_PARTS.map((part) => `.${part.slice(part.lastIndexOf('.') + 1)}`),
  matches: (files) => files.some(({ name }) => FILE.test(name)),
  read: (files, limits) => {
    checkBytes(files, limits);
    return readSet(files, limits);
  },
};

const LABEL_COLUMN = 'class';
const SPLIT_COLUMN = 'split';

function readSet(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  const ours = files.filter((file) => FILE.test(file.name));
  const names = [...new Set(ours.map((file) => FILE.exec(file.name)?.[1] ?? ''))];
  const [name = ''] = names;
  if (names.length !== 1)
    throw fail(
      ours.map((file) => file.name.slice(0, 80)).join(', '),
      `expected the files of one set, got those of ${quoted(names.join(', '), 80)}`,
    );
  const missing = PLANETOID_PARTS.map((part) => `ind.${name}.${part}`).filter(
    (each) => !ours.some((file) => file.name === each),
  );
  if (missing.length > 0)
    throw fail(
      ours.map((file) => file.name).join(', '),
      `expected all eight files of the set, got ${8 - missing.length}`,
      `Drop them together; missing: ${missing.join(', ')}.`,
    );
  const parts = readParts(name, new Map(ours.map((file) => [file.name, file.bytes])), limits);
  const others = files.filter((file) => !ours.includes(file)).map((file) => file.name);
  return {
    format: 'Planetoid',
    name,
    nodeIds: Array.from({ length: parts.numNodes }, (_, node) => String(node)),
    ...eachOnce(parts),
    directed: false,
    nodeColumns: [
      { name: LABEL_COLUMN, values: classCells(name, parts) },
      { name: SPLIT_COLUMN, values: splitCells(parts) },
    ],
    edgeColumns: [],
    features: { kind: 'sparse', matrix: parts.features },
    labelColumn: LABEL_COLUMN,
    splitColumn: SPLIT_COLUMN,
    positions: null,
    remarks:
      others.length > 0 ? [`Left out, because they are none of the eight files: ${others.join(', ')}.`] : [],
  };
}

/**
 * Lists of neighbours say each edge at both its ends. One edge stands for the two; where an end says it more often
 * than the other, that many.
 */
function eachOnce({ numNodes, source, target }: PlanetoidParts): Pick<RawGraph, 'source' | 'target'> {
  const said = new Map<number, number>();
  const keyOf = (from: number, to: number): number => from * numNodes + to;
  const kept: number[] = [];
  for (const [e, from] of source.entries()) {
    const opposite = keyOf(target[e], from);
    const unmatched = from === target[e] ? 0 : (said.get(opposite) ?? 0);
    if (unmatched > 0) {
      said.set(opposite, unmatched - 1);
      continue;
    }
    const key = keyOf(from, target[e]);
    said.set(key, (said.get(key) ?? 0) + 1);
    kept.push(e);
  }
  return { source: Int32Array.from(kept, (e) => source[e]), target: Int32Array.from(kept, (e) => target[e]) };
}

function classCells(name: string, { numClasses, classOf }: PlanetoidParts): Cell[] {
  const names = classNamesOf(name, numClasses);
  return Array.from(classOf, (label) => names[label] ?? null);
}

function splitCells({ numNodes, split }: PlanetoidParts): Cell[] {
  const cells: Cell[] = Array.from({ length: numNodes }, () => null);
  for (const part of ['train', 'val', 'test'] as const) for (const node of split[part]) cells[node] = part;
  return cells;
}
