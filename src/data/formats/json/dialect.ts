/** What a dialect of JSON graphs is, and what all of them need. */
import { fail } from '../../base/errors';
import { quoted } from '../guards';
import type { ImportFile } from '../rawGraph';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { type Attributes } from '../nested/attributes';
import { type Fields, fieldsOf, idOf } from '../nested/fields';

export interface Dialect {
  /** As shown. */
  readonly name: string;
  readonly matches: (root: Fields) => boolean;
  /** Adds all nodes and edges; returns the graph's own name and what it says of its edges. */
  readonly add: (
    file: ImportFile,
    root: Fields,
    builder: RawGraphBuilder,
    attributes: Attributes,
  ) => { readonly name: string; readonly directed: boolean | null };
}

/** `file.json, nodes[3]`: where in a file that has no lines any more. */
export const itemOf = (file: ImportFile, list: string, index: number): string =>
  `${file.name}, ${list}[${index}]`;

/** @throws PlaygroundError when it is no object */
export function objectAt(area: string, value: unknown): Fields {
  const fields = fieldsOf(value);
  if (fields) return fields;
  throw fail(area, `expected an object, got ${quoted(JSON.stringify(value) ?? String(value))}`);
}

/** @throws PlaygroundError when it is neither text nor number */
export function idAt(area: string, key: string, value: unknown): string {
  const id = idOf(value);
  if (id !== null) return id;
  throw fail(
    area,
    `expected '${key}' to be a text or a number, got ${quoted(JSON.stringify(value) ?? 'nothing')}`,
  );
}
