/** Files for readers, made of text; and a reader's answer in a form that is easy to compare. */
import {
  IMPORT_LIMITS,
  type ImportFile,
  type ImportLimits,
  type RawGraph,
} from '../../../src/data/formats/rawGraph';
import { readerFor } from '../../../src/data/formats/readers';

export const fileOf = (name: string, text: string): ImportFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

/** Reads with the reader that feels responsible. */
export function readFiles(files: readonly ImportFile[], limits: Partial<ImportLimits> = {}): RawGraph {
  return readerFor(files).read(files, { ...IMPORT_LIMITS, ...limits });
}

export const readText = (name: string, text: string, limits: Partial<ImportLimits> = {}): RawGraph =>
  readFiles([fileOf(name, text)], limits);

/** `a>b` for every edge, in order. */
export const edgesOf = ({ nodeIds, source, target }: RawGraph): string[] =>
  Array.from(source, (from, edge) => `${nodeIds[from]}>${nodeIds[target[edge]]}`);

export const nodeColumn = ({ nodeColumns }: RawGraph, name: string) =>
  nodeColumns.find((column) => column.name === name)?.values;

export const edgeColumn = ({ edgeColumns }: RawGraph, name: string) =>
  edgeColumns.find((column) => column.name === name)?.values;
