/**
 * What a reader makes of a file: the graph as it stands there, nothing decided. Which column is the label, what the
 * features are and what becomes of duplicates is decided in data/import.
 */
import type { Column, Features } from '../graph/graphData';

export type { Cell, Column } from '../graph/graphData';

/** A file as bytes; its name tells the format together with how it begins. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How rows of text become edges: each row an edge, a head with a relation and a tail, a node with its neighbours, or
 * the weights of a node's edges. */
export const READINGS = ['edges', 'triples', 'adjacency', 'matrix'] as const;
export type Reading = (typeof READINGS)[number];

/** How the nodes of a table are found among those of the edges: by their ids, or in the order of the rows. */
export const NODE_JOINS = ['id', 'order'] as const;
export type NodeJoin = (typeof NODE_JOINS)[number];

/** What has to be known before rows of text can be read. */
export interface TableAnswers {
  readonly reading: Reading;
  /** The first row names the columns. */
  readonly header: boolean;
  /** Columns of the two ends, by their names; null where the reading has no such columns. */
  readonly source: string | null;
  readonly target: string | null;
  /** null: no table of nodes. */
  readonly nodes: NodeJoin | null;
}

/** How rows of text were read, and how else they could be. */
export interface TableFacts {
  readonly taken: TableAnswers;
  /** Those that fit, `taken.reading` among them. */
  readonly readings: readonly Reading[];
  /** Of the rows of edges, for choosing the ends; empty where a reading has no columns of ends. */
  readonly columns: readonly string[];
  /** Ways in which the tables of nodes could be joined; empty where there are none. */
  readonly joins: readonly NodeJoin[];
}

export interface RawGraph {
  /** As shown: `GEXF`, `edge list`. */
  readonly format: string;
  /** Of the graph, where the file has one, else of the file without its ending. */
  readonly name: string;
  /** As the file writes them, in its order; edges name nodes by their place in this list. */
  readonly nodeIds: readonly string[];
  /** Every edge of the file, loops and duplicates included. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** null: the file does not say. */
  readonly directed: boolean | null;
  readonly nodeColumns: readonly Column[];
  readonly edgeColumns: readonly Column[];
  /** The line that each edge stands on, as an editor counts, in formats of one edge a line; for messages. */
  readonly edgeLines?: Int32Array | null;
  /** How its rows were read, in formats of rows that say it themselves not quite. */
  readonly table?: TableFacts | null;
  /** Column of edges that says what kind each is: the relation of triples; null: not known. */
  readonly typeColumn?: string | null;
  /** A matrix of features that the format itself has, one row per node. */
  readonly features: Features | null;
  /** Column that the format itself calls the label or class; null: it has no such thing. */
  readonly labelColumn: string | null;
  /** Column of `train`, `val`, `test` or null, where the format has a split of its own. */
  readonly splitColumn: string | null;
  /** x, y per node, interleaved. */
  readonly positions: Float32Array | null;
  /** What was left out or read in a way that not everybody would: whole sentences. */
  readonly remarks: readonly string[];
}

/** One format. `data/formats/readers.ts` is the list. */
export interface FormatReader {
  readonly id: string;
  /** As shown. */
  readonly name: string;
  /** Endings of its files, with the dot, in small letters; for the file chooser. */
  readonly endings: readonly string[];
  /** Whether the files are of this format, by their names and how they begin. The first reader that says so is taken. */
  readonly matches: (files: readonly ImportFile[]) => boolean;
  /**
   * @throws PlaygroundError that names the file, the line where there are lines, what was expected and what was found,
   *   and where a limit is passed
   * @param asked how rows are to be read, in formats of rows; what is not said is as it looks
   */
  readonly read: (
    files: readonly ImportFile[],
    limits: ImportLimits,
    asked?: Partial<TableAnswers>,
  ) => RawGraph;
}

/** What a file may ask of this tab. */
export interface ImportLimits {
  /** Of all files together, and of what is unpacked from them. */
  readonly bytes: number;
  readonly nodes: number;
  readonly edges: number;
  /** Of one cell of a table, in characters. */
  readonly cell: number;
  /** Of brackets in JSON, elements in XML. */
  readonly depth: number;
  /** From the first byte to the preview, and again from the answers to the graph; the page ends the worker then. */
  readonly seconds: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  bytes: 256 * 2 ** 20,
  nodes: 500_000,
  edges: 5_000_000,
  cell: 1_000_000,
  depth: 64,
  seconds: 60,
};
