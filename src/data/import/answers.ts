/** What has to be decided before a file becomes a graph, and what is known before that. JSON only. */

import type { TableFacts } from '../formats/rawGraph';

/**
 * What becomes of an edge that is said more than once: its weights added up, the times it is said as its weight, or the
 * first one alone. Without weights, adding up is counting.
 */
export const REPEATED = ['sum', 'count', 'one'] as const;
export type Repeated = (typeof REPEATED)[number];
/** Weights add up; edges without weights are there or not. */
export const repeatedFor = (weight: string | null): Repeated => (weight === null ? 'one' : 'sum');

/** What becomes of an edge from a node to itself: most layers reckon with the node itself anyway. */
export const SELF_LOOPS = ['remove', 'keep'] as const;
export type SelfLoops = (typeof SELF_LOOPS)[number];

/** How a column of nodes becomes features: a number scaled, categories one-hot, words counted. */
export const COLUMN_USES = ['number', 'category', 'text'] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

export type FeatureAnswer =
  /** The matrix that the file has. */
  | { readonly kind: 'file' }
  | {
      readonly kind: 'columns';
      readonly columns: readonly { readonly name: string; readonly as: ColumnUse }[];
    }
  /** One-hot of the node's own index. */
  | { readonly kind: 'identity' }
  /** The degree, one-hot; large ones in ranges: see data/import/features.ts. */
  | { readonly kind: 'degree' }
  /** A single 1 for every node. */
  | { readonly kind: 'constant' }
  /** The first eigenvectors of the normalised Laplacian. */
  | { readonly kind: 'positional'; readonly size: number };

export type SplitAnswer =
  /** Shares of every class, drawn by the seed; what is left over is for test. */
  | { readonly kind: 'shares'; readonly train: number; readonly val: number }
  /** So many training nodes of every class; then so many for validation and test of all together. */
  | { readonly kind: 'perClass'; readonly train: number; readonly val: number; readonly test: number }
  /** A column that says `train`, `val` or `test`. */
  | { readonly kind: 'column'; readonly column: string };

export interface ImportAnswers {
  readonly name: string;
  /** undirected: an edge carries messages both ways. */
  readonly directions: 'undirected' | 'directed';
  /** Column of the edges' weights; null: all 1. */
  readonly weight: string | null;
  readonly repeated: Repeated;
  readonly selfLoops: SelfLoops;
  /** Column that says of which kind each edge is; null: all are of one. Models here treat all kinds alike. */
  readonly type: string | null;
  /** Column of the classes; null: none, and only models that need no labels can be trained. */
  readonly label: string | null;
  /** Column of the names shown on hover; null: the file's own ids. */
  readonly names: string | null;
  readonly features: FeatureAnswer;
  readonly split: SplitAnswer;
  /** Where nodes lie: as in the file, where it brings positions, or laid out anew. */
  readonly places: 'file' | 'new';
  /** Of the split and of sampling. */
  readonly seed: number;
  /** Take a part of so many nodes, grown along the edges; null: everything. */
  readonly sample: number | null;
}

/** What a column of nodes holds, by looking at it. */
export interface ColumnFacts {
  readonly name: string;
  /** What it would be used as. */
  readonly suggests: ColumnUse;
  /** Different values, counted up to 100,000. */
  readonly distinct: number;
  readonly missing: number;
  /** The first few values, as text, cut short. */
  readonly examples: readonly string[];
}

export interface Preview {
  readonly format: string;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly counts: {
    readonly nodes: number;
    /** As in the file. */
    readonly edges: number;
    /** Nodes that have an edge to themselves. */
    readonly selfLoops: number;
    /** Edges said before, self-loops too; of an undirected graph, also the other way round. */
    readonly duplicates: number;
    readonly components: number;
    readonly isolated: number;
  };
  /** What the file says; null: nothing. */
  readonly directed: boolean | null;
  /** Share of edges that also stand the other way round: 1 is as good as undirected. */
  readonly reciprocal: number;
  readonly nodeColumns: readonly ColumnFacts[];
  readonly edgeColumns: readonly ColumnFacts[];
  /** Columns of edges that may say how much each counts: the suggested one, else all that measure something. */
  readonly weightColumns: readonly string[];
  /** Of the matrix that the file has: its columns; null: it has none. */
  readonly matrixColumns: number | null;
  readonly hasPositions: boolean;
  /** How rows of text were read, and how else they could be; null in formats that say it themselves. */
  readonly table: TableFacts | null;
  /** Of the reader, and on columns that look useful and are not suggested: whole sentences. */
  readonly remarks: readonly string[];
  /** Filled in already: accepting takes these. */
  readonly suggested: ImportAnswers;
}

/** What answers lead to, before anything heavy is done. */
export interface Estimate {
  readonly nodes: number;
  /** Of an undirected graph a pair that goes both ways is one. */
  readonly edges: number;
  /** Each carried message counts: two of an undirected edge, one of a self-loop. */
  readonly messages: number;
  readonly features: number;
  /** Non-zeros of the features. */
  readonly entries: number;
  /** Class names with how many nodes each has, the largest first; empty: no label. */
  readonly classes: readonly { readonly name: string; readonly nodes: number }[];
  /** Kinds of edges with how many edges of the file each has, the most frequent first; empty: no column of types. */
  readonly types: readonly { readonly name: string; readonly edges: number }[];
  readonly split: { readonly train: number; readonly val: number; readonly test: number };
  /** Of the model that the graph will open with, roughly: its name, what a run keeps in memory, how long an epoch takes. */
  readonly model: string;
  readonly runBytes: number;
  readonly epochMs: number;
  /** Sentences on what will not work or looks odd: too few labels, a class of one node, no edges. */
  readonly warnings: readonly string[];
}
