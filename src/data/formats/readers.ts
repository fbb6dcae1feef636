/** Every format that can be opened. A reader is a folder here and a line in the list. */
import { fail } from '../base/errors';
import { edgeListReader } from './edgeList/readEdgeList';
import { gdfReader } from './gdf/readGdf';
import { gexfReader } from './gexf/readGexf';
import { gmlReader } from './gml/readGml';
import { graphmlReader } from './graphml/readGraphml';
import { jsonReader } from './json/readJson';
import { matrixMarketReader } from './matrixMarket/readMatrixMarket';
import { neo4jReader } from './neo4j/readNeo4j';
import { npzReader } from './npz/readNpz';
import { pajekReader } from './pajek/readPajek';
import { planetoidReader } from './planetoid/readDropped';
import type { FormatReader, ImportFile } from './rawGraph';
import { beginningOf } from './text';
import { tudatasetReader } from './tudataset/readTudataset';
import { gotWebPage, isWebPage } from './webPage';

/** In the order in which they are asked: those that know their files by a mark before those that guess. */
export const READERS: readonly FormatReader[] = [
  npzReader,
  planetoidReader,
  tudatasetReader,
  matrixMarketReader,
  gexfReader,
  graphmlReader,
  gmlReader,
  pajekReader,
  gdfReader,
  neo4jReader,
  jsonReader,
  // Takes any rows of text: stays last.
  edgeListReader,
];

/** Endings for the file chooser, with the dot, each once. */
export const READER_ENDINGS: readonly string[] = [...new Set(READERS.flatMap(({ endings }) => endings))];

/** Text formats that no kept library reads: taken for rows of an edge list they would open as nonsense. */
const UNREAD: readonly { readonly name: string; readonly mark: RegExp }[] = [
  { name: 'DOT', mark: /^(?:\s*(?:#|\/\/).*[\r\n])*\s*(?:strict\s+)?(?:di)?graph\b[^[{]*\{/i },
];
/** Marks are looked for within the first bytes. */
const MARK_BYTES = 2048;

function refuseUnread(file: ImportFile): void {
  if (isWebPage(file)) throw gotWebPage(file.name);
  const beginning = beginningOf(file, MARK_BYTES);
  const found = UNREAD.find(({ mark }) => mark.test(beginning));
  if (found)
    throw fail(
      file.name,
      `expected a format that can be read here, got ${found.name}`,
      'Open it in Gephi or NetworkX, and save it as GEXF or GraphML.',
    );
}

/**
 * The reader of these files: the first that says they are of its format.
 *
 * @throws PlaygroundError when no format matches, for web pages, and for formats that are known and not read
 */
export function readerFor(files: readonly ImportFile[]): FormatReader {
  files.forEach(refuseUnread);
  const reader = READERS.find(({ matches }) => matches(files));
  if (reader) return reader;
  const names = files.map(({ name }) => name).join(', ') || 'no file';
  throw fail(
    names,
    `expected ${READERS.map(({ name }) => name).join(', ')}, got something else`,
    'Check the ending of the file, or export the graph in one of these formats.',
  );
}
