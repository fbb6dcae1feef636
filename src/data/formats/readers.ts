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
import { refuseUnread } from './refused';
import { tudatasetReader } from './tudataset/readTudataset';

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

/** Around files of these formats: unpacked before a reader is asked. */
const CONTAINER_ENDINGS = ['.gz', '.zip', '.xlsx'];

/** Endings for the file chooser, with the dot, each once. */
export const READER_ENDINGS: readonly string[] = [
  ...new Set([...READERS.flatMap(({ endings }) => endings), ...CONTAINER_ENDINGS]),
];

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
