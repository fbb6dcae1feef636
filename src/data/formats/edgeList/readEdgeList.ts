/**
 * Graphs in rows of text, with or without files that say more of the nodes: CSV, TSV and lists with blanks, as Gephi,
 * NetworkX, SNAP, igraph and spreadsheets write them. A row is an edge, a head with its relation and tail, a node with its
 * neighbours, or a row of the adjacency matrix.
 */
import { fail } from '../../base/errors';
import { checkBytes, quoted, stemOf } from '../guards';
import type { FormatReader, ImportFile, ImportLimits, RawGraph, Reading, TableAnswers } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf } from '../text';
import { addNeighbours, neighboursIn } from './adjacencyList';
import { delimiterOf, firstLines } from './delimiter';
import { addEdges, endNames, endsOf, type Ends } from './edgeRows';
import { endColumns, idColumn } from './header';
import { addMatrix, matrixIn, refuseMatrix } from './matrix';
import { addNodeTables, type EdgeNodes } from './nodeTables';
import { readingsOf } from './readings';
import { sortTables } from './sortTables';
import { readRows, tableOf, type Table } from './table';
import { addTriples, idsOfTriples, TRIPLE_ENDS } from './triples';

const ENDINGS = [
  '.csv',
  '.tsv',
  '.txt',
  '.tab',
  '.edges',
  '.edgelist',
  '.adjlist',
  '.adj',
  '.sif',
  '.nodes',
  '.dat',
  '.cites',
  '.content',
];
const NEXT = 'Name the columns source and target in the first line.';
/** Edges and what is said of their nodes. */
const MAX_FILES = 8;
const EDGE_ENDS: Ends = [0, 1];

const FORMATS: Readonly<Record<Reading, string>> = {
  edges: 'edge list',
  triples: 'triples',
  adjacency: 'adjacency list',
  matrix: 'adjacency matrix',
};

type Asked = Partial<TableAnswers>;

/** Of a table of nodes alone, two columns that share nothing are an id and what is said of it. */
function isOfNodes({ header, rows, width }: Table): boolean {
  if (!header || width < 2 || endColumns(header) || idColumn(header) === null) return false;
  const column = idColumn(header) ?? 0;
  const ids = new Set<string>();
  for (let row = 0; row < rows.length; row++) ids.add(rows.cell(row, column));
  if (ids.size < rows.length) return false;
  for (let row = 0; row < rows.length; row++)
    for (let other = 0; other < width; other++)
      if (other !== column && ids.has(rows.cell(row, other)) && isNaN(Number(rows.cell(row, other))))
        return false;
  return true;
}

function refuseEdgeless(table: Table): never {
  const { header, file } = table;
  throw fail(
    file.name,
    `expected columns for the two ends of an edge, got ${header?.slice(0, 6).join(', ').slice(0, 120) ?? 'one cell in each line'}`,
    header ? `If this is a table of nodes, drop it together with its list of edges. ${NEXT}` : NEXT,
  );
}

/** What the rows are taken for: which nodes they name, and how their edges are added. */
interface Read {
  readonly nodes: () => EdgeNodes;
  readonly ends: Ends | null;
  readonly add: (builder: RawGraphBuilder) => {
    readonly directed: boolean | null;
    readonly edgeLines: Int32Array;
    readonly typeColumn?: string | null;
  };
}

function* cellsIn({ rows }: Table, ends: Ends): Generator<string> {
  for (let row = 0; row < rows.length; row++) for (const end of ends) yield rows.cell(row, end);
}

function readAs(reading: Reading, table: Table, asked: Asked): Read {
  const { file } = table;
  switch (reading) {
    case 'matrix': {
      const matrix = matrixIn(table) ?? refuseMatrix(file, table);
      return {
        nodes: () => ({ ids: new Set(matrix.names), areInOrder: true }),
        ends: null,
        add: (builder) => addMatrix(builder, file, table, matrix),
      };
    }
    case 'adjacency':
      return {
        nodes: () => ({ ids: neighboursIn(table), areInOrder: false }),
        ends: null,
        add: (builder) => ({ directed: null, edgeLines: addNeighbours(builder, table) }),
      };
    case 'triples':
    case 'edges': {
      const isTriples = reading === 'triples';
      const isNamed = asked.source != null && asked.target != null;
      if (table.width < (isTriples ? 3 : 2) || (!isNamed && !isTriples && isOfNodes(table)))
        refuseEdgeless(table);
      const ends = endsOf(table, isTriples ? TRIPLE_ENDS : EDGE_ENDS, asked);
      return {
        nodes: () => ({
          ids: isTriples ? idsOfTriples(table, ends) : new Set(cellsIn(table, ends)),
          areInOrder: false,
        }),
        ends,
        add: (builder) => (isTriples ? addTriples(builder, table, ends) : addEdges(builder, table, ends)),
      };
    }
    default:
      return reading satisfies never;
  }
}

/** Says which columns were taken as ends where neither names nor the visitor say so. */
function remarkOnEnds(
  builder: RawGraphBuilder,
  { header, file }: Table,
  ends: Ends | null,
  asked: Asked,
): void {
  if (!header || !ends || endColumns(header) || asked.source != null || asked.target != null) return;
  const [source, target] = ends;
  const which = source === 0 && target === 1 ? 'the first two columns' : 'the columns';
  builder.remark(
    `${file.name}: ${which}, ${quoted(header[source])} and ${quoted(header[target])}, were taken as the two ends of edges.`,
  );
}

function read(files: readonly ImportFile[], limits: ImportLimits, asked: Asked = {}): RawGraph {
  checkBytes(files, limits);
  const names = files.map(({ name }) => name).join(', ');
  if (files.length === 0 || files.length > MAX_FILES)
    throw fail(
      names || 'no file',
      `expected a list of edges and at most ${MAX_FILES - 1} tables of nodes, got ${files.length} files`,
      'Drop fewer of them.',
    );
  const sorted = sortTables(files.map((file) => tableOf(readRows(file, limits))));
  const table = asked.header === undefined ? sorted.edges : tableOf(sorted.edges, asked.header);
  const { taken, plausible } = readingsOf(table);
  const reading = asked.reading ?? taken;
  const { nodes, ends, add } = readAs(reading, table, asked);
  const builder = new RawGraphBuilder(limits);
  for (const { remarks } of [table, ...sorted.nodes]) for (const remark of remarks) builder.remark(remark);
  remarkOnEnds(builder, table, ends, asked);
  const joined =
    sorted.nodes.length === 0 ? null : addNodeTables(builder, sorted.nodes, nodes(), asked.nodes);
  const { directed, edgeLines, typeColumn = null } = add(builder);
  const columns = ends ? endNames(table) : [];
  return builder.finish(names, {
    format: `${FORMATS[reading]}${sorted.nodes.length > 0 ? ' with a table of nodes' : ''}`,
    name: stemOf(table.file),
    directed,
    edgeLines,
    typeColumn,
    table: {
      taken: {
        reading,
        header: table.header !== null,
        source: ends && columns[ends[0]],
        target: ends && columns[ends[1]],
        nodes: joined?.taken ?? null,
      },
      readings: plausible.includes(reading) ? plausible : [reading, ...plausible],
      columns,
      joins: joined?.joins ?? [],
    },
  });
}

/** Whether it looks like rows of at least two cells, whatever the file is called. */
function looksLikeRows(file: ImportFile): boolean {
  const text = beginningOf(file);
  if (text.trim() === '' || /^\s*[<{[]/.test(text) || /[\0\ufffd]/.test(text)) return false;
  const lines = firstLines(text);
  const delimiter = delimiterOf(text);
  return lines.length > 0 && delimiter !== null;
}

export const edgeListReader: FormatReader = {
  id: 'edgeList',
  name: 'CSV or TSV edge list',
  endings: ENDINGS,
  matches: (files) =>
    files.length > 0 &&
    files.every(
      (file) => ENDINGS.some((ending) => file.name.toLowerCase().endsWith(ending)) || looksLikeRows(file),
    ),
  read,
};
