/**
 * What a reader makes of a file: the graph as it stands there, nothing decided. Which column is the label, what the
 * features are and what becomes of duplicates is decided in data/import.
 */
import type { Features } from '../graph/graphData';

/** A file as bytes; its name tells the format together with how it begins. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Plain values only: nothing in a file is ever run, or put on the page as markup. */
export type Cell = string | number | boolean | null;

/** One value per node (or edge); null where the file says nothing. */
export interface Column {
  readonly name: string;
  readonly values: readonly Cell[];
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
   */
  readonly read: (files: readonly ImportFile[], limits: ImportLimits) => RawGraph;
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
