/** Formats that are known and not read: each is refused by its name, with the way out. */
import { fail } from '../base/errors';
import { endsIn } from './guards';
import type { ImportFile } from './rawGraph';
import { beginningOf } from './text';
import { gotWebPage, isWebPage } from './webPage';

interface Refused {
  readonly name: string;
  /** How its files begin: one character a byte. */
  readonly starts?: readonly string[];
  /** The same, of text. */
  readonly mark?: RegExp;
  readonly endings?: readonly string[];
  readonly next: string;
}

/** Marks are looked for within the first bytes. */
const MARK_BYTES = 2048;
/** Where a tar archive says what it is. */
const TAR = { mark: 'ustar', at: 257 };

const GEXF = 'Open it in Gephi or NetworkX, and save it as GEXF or GraphML.';
const UNPACK = 'Unpack it and drop the files, or pack them as .gz or .zip.';
const ARRAYS = "In Python: numpy.savez('graph.npz', edge_index=..., x=..., y=...).";
const TABLE = "In Python: pandas.read_...(file).to_csv('edges.csv', index=False).";

const REFUSED: readonly Refused[] = [
  {
    name: 'DOT (Graphviz)',
    mark: /^(?:\s*(?:#|\/\/).*[\r\n])*\s*(?:strict\s+)?(?:di)?graph\b[^[{]*\{/i,
    endings: ['.dot', '.gv'],
    next: 'Open it in Gephi, or read it with networkx.nx_pydot.read_dot, and save it as GEXF.',
  },
  {
    name: 'graph6 or sparse6',
    mark: /^>>(?:graph|sparse|digraph)6<</,
    endings: ['.g6', '.s6', '.d6'],
    next: GEXF,
  },
  { name: 'UCINET DL', mark: /^\s*dl\s+n\s*=/i, endings: ['.dl'], next: GEXF },
  { name: 'LEDA', mark: /^\s*LEDA\.GRAPH\b/, next: GEXF },
  { name: 'Tulip', mark: /^\s*\(tlp\s+"/, endings: ['.tlp'], next: 'Export it from Tulip as GML.' },
  { name: 'TGF', endings: ['.tgf'], next: 'Open it in yEd, and save it as GraphML.' },
  {
    name: 'RDF',
    mark: /^\s*@?prefix\s+\S*:\s*<|<rdf:RDF[\s>]/i,
    endings: ['.ttl', '.nt', '.rdf', '.owl', '.n3'],
    next: 'Write its triples as a table: subject, predicate, object.',
  },
  {
    name: 'an Excel workbook of before 2007 (.xls)',
    starts: ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'],
    next: 'Save it as .xlsx or CSV.',
  },
  { name: 'Parquet', starts: ['PAR1\u0015'], next: TABLE },
  { name: 'Arrow or Feather', starts: ['ARROW1\0\0', 'FEA1\0'], next: TABLE },
  { name: 'HDF5', starts: ['\u0089HDF\r\n'], next: ARRAYS },
  { name: 'MATLAB', starts: ['MATLAB 5.0 MAT-file'], next: 'Export the two columns of the edges as CSV.' },
  { name: 'NumPy .npy, a single array', starts: ['\u0093NUMPY'], next: ARRAYS },
  { name: 'SQLite', starts: ['SQLite format 3\0'], next: 'Export the table of the edges as CSV.' },
  {
    name: 'an R data file',
    starts: ['RDX2\n', 'RDX3\n', 'X\n\0\0'],
    next: "In R: igraph::write_graph(g, 'graph.graphml', 'graphml').",
  },
  {
    name: 'a Python pickle, which is a program',
    endings: ['.pkl', '.pickle', '.gpickle', '.p'],
    next: "In Python: networkx.write_gexf(G, 'graph.gexf').",
  },
  {
    name: 'PDF',
    starts: ['%PDF-'],
    next: 'A graph cannot be read out of a document: find the file it was made from.',
  },
  { name: 'a 7-Zip archive', starts: ['7z\u00bc\u00af'], next: UNPACK },
  { name: 'a RAR archive', starts: ['Rar!'], next: UNPACK },
  {
    name: 'bzip2',
    starts: Array.from('123456789', (level) => `BZh${level}1AY&SY`),
    endings: ['.bz2'],
    next: UNPACK,
  },
  { name: 'xz', starts: ['\u00fd7zXZ'], next: UNPACK },
  { name: 'Zstandard', starts: ['(\u00b5/\u00fd'], next: UNPACK },
  { name: 'a tar archive', endings: ['.tar', '.tgz'], next: UNPACK },
];

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function refusedAs(file: ImportFile): Refused | undefined {
  const first = latin1(file.bytes.subarray(0, 20));
  const text = beginningOf(file, MARK_BYTES);
  const isTar = latin1(file.bytes.subarray(TAR.at, TAR.at + TAR.mark.length)) === TAR.mark;
  return REFUSED.find(
    ({ starts = [], mark, endings = [] }) =>
      starts.some((each) => first.startsWith(each)) ||
      mark?.test(text) === true ||
      endsIn(file, endings) ||
      (isTar && endings.includes('.tar')),
  );
}

/** @throws PlaygroundError for web pages, and for formats that are known and not read */
export function refuseUnread(file: ImportFile): void {
  if (isWebPage(file)) throw gotWebPage(file.name);
  const found = refusedAs(file);
  if (found) throw fail(file.name, `expected a format that can be read here, got ${found.name}`, found.next);
}

/** Blank, tab, line feed, carriage return, and the bytes of a byte order mark in UTF-8. */
const NOTHING: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/** @throws PlaygroundError where there is nothing in any of the files, whatever they are called */
export function refuseEmpty(files: readonly ImportFile[]): void {
  if (files.length === 0 || !files.every(({ bytes }) => bytes.every((byte) => NOTHING.has(byte)))) return;
  throw fail(
    files.map(({ name }) => name).join(', '),
    'expected a graph, got nothing: it is empty',
    'Choose another file, or write an edge on each line: the names of its two ends, with a comma between them.',
  );
}
