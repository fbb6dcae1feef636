/**
 * Headers of neo4j-admin's import: `personId:ID(Person),name,born:int,:LABEL` and `:START_ID(Person),:END_ID,:TYPE`.
 * Source: https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format
 */

export interface Neo4jColumn {
  readonly role: 'id' | 'start' | 'end' | 'type' | 'labels' | 'ignored' | 'property';
  /** As the file calls it; empty where the role is all it has. */
  readonly name: string;
  /** Ids count within their space only; empty: the one that all share. */
  readonly space: string;
  /** Columns of text stay text, whatever they look like. */
  readonly isText: boolean;
}

const COLUMN = /^([^:]*):([A-Za-z_]+)(?:\(([^)]*)\))?(?:\[\])?(?:\{.*\})?$/;
const ROLES: ReadonlyMap<string, Neo4jColumn['role']> = new Map([
  ['ID', 'id'],
  ['START_ID', 'start'],
  ['END_ID', 'end'],
  ['TYPE', 'type'],
  ['LABEL', 'labels'],
  ['IGNORE', 'ignored'],
]);

export function neo4jColumn(cell: string): Neo4jColumn {
  const trimmed = cell.trim();
  const [, name = '', type = '', space = ''] = COLUMN.exec(trimmed) ?? [];
  if (type === '') return { role: 'property', name: trimmed, space: '', isText: false };
  const role = ROLES.get(type.toUpperCase()) ?? 'property';
  return { role, name: name.trim(), space, isText: /^(?:string|char)$/i.test(type) };
}

/** Whether a first line is such a header: it says which column is the id, or which are the two ends. */
export const isNeo4jHeader = (line: string): boolean =>
  /(?:^|[,;\t|])\s*"?[^,;\t|"]*:(?:ID|START_ID)(?:\([^)]*\))?(?:\{[^}]*\})?"?\s*(?:$|[,;\t|])/.test(line);
