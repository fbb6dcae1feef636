/**
 * What is known of a data set before it is loaded. One JSON file each in the top-level folder datasets/; this is
 * their shape, and `DATASETS` in data/run/catalogue.ts is their list.
 */
import type { CommonSpec } from './layers/descriptor';
import type { TrainSpec } from './training';

/** File formats that a set can be downloaded in. */
export const DOWNLOAD_FORMATS = ['planetoid'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** One file of a set, checked by its SHA-256 (hex) wherever it comes from. */
export interface DatasetFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface DatasetDownload {
  readonly format: DownloadFormat;
  /** Folder that the files are served from, cross-origin; ends in a slash. */
  readonly url: string;
  readonly files: readonly DatasetFile[];
}

export interface DatasetDescriptor {
  readonly id: string;
  readonly name: string;
  /** One or two sentences: what it is. */
  readonly sentence: string;
  /** Generated from a seed in the tab, and called synthetic wherever it appears. */
  readonly synthetic: boolean;
  readonly counts: {
    readonly nodes: number;
    /** Undirected, each counted once. */
    readonly edges: number;
    readonly directedEdges: number;
    readonly features: number;
    readonly classes: number;
    readonly train: number;
    readonly val: number | null;
    readonly test: number | null;
  };
  readonly labellings: readonly { readonly id: string; readonly name: string }[];
  /** `url` is null for the visitor's own file: nothing is known of its licence either. */
  readonly source: { readonly name: string; readonly url: string | null };
  readonly licence: string;
  readonly citation: string;
  /** Where the raw files come from; null for sets that are generated, and for the visitor's own. */
  readonly download: DatasetDownload | null;
  /** Settings a first run starts from, where they differ from the general defaults. */
  readonly recipe: {
    /** Of models of layers. */
    readonly training?: Partial<TrainSpec>;
    readonly hidden?: Partial<CommonSpec>;
    /** Of methods without layers, by the model's id. */
    readonly methods?: Readonly<Record<string, Partial<TrainSpec>>>;
  };
}
