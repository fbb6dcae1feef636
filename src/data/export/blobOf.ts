/** A file as the browser takes it. Made where its bytes are: a blob of a hundred megabytes copies them, and is passed on for nothing. */
import type { ExportId } from './kinds';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  zip: 'application/zip',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
  svg: 'image/svg+xml',
  png: 'image/png',
};

const endingOf = (kind: string): string => kind.slice(kind.lastIndexOf('.') + 1);

export const blobOf = (kind: ExportId, content: BlobPart): Blob =>
  new Blob([content], { type: TYPES[endingOf(kind)] ?? 'application/octet-stream' });
