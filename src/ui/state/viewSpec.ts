/**
 * ViewSpec: what a person is looking at. JSON only; the engine never sees it. A link is a RunSpec and a ViewSpec.
 */
import type { Edge } from '../../data/run/edits';
import type { Metric, ProjectionMethod } from '../../data/run/pictures';
import type { ControlId } from './controls';
import { NO_FILTER, type Filter } from './filter';

export const COLOUR_MODES = [
  'class',
  'prediction',
  'correctness',
  'split',
  'confidence',
  'loss',
  'unit',
  'embedding',
  'walks',
] as const;
/** `walks`: how often the random walks from the selected node come by; only Node2Vec takes any. */
export type ColourMode = (typeof COLOUR_MODES)[number];

export const TOOLS = ['move', 'box', 'lasso', 'connect', 'add'] as const;
/**
 * What a drag on a canvas does: moves the picture, selects by a rectangle or a free line, or joins two nodes. `add`
 * joins too, and puts a node where the ground is clicked.
 */
export type Tool = (typeof TOOLS)[number];

export const PANELS = ['build', 'inspect', 'charts'] as const;
export type PanelId = (typeof PANELS)[number];
/** `canvas`: both pictures, or the graph alone where one at a time has room; `embedding` is then the other. */
export const TABS = ['build', 'canvas', 'embedding', 'inspect', 'charts'] as const;
export type TabId = (typeof TABS)[number];

export const FLOWS = ['off', 'node', 'all'] as const;
/** Whose messages are seen moving: nobody's, those to the one selected node, or all. */
export type Flow = (typeof FLOWS)[number];

export const CHART_KINDS = [
  'loss',
  'accuracy',
  'energy',
  'cosine',
  'influence',
  'classes',
  'baselines',
  'scores',
] as const;
/**
 * What a chart of the strip shows. `energy` and `cosine`: how alike each layer makes the nodes. `influence`: how far
 * nodes hear. `classes`: which class is taken for which. `baselines`: rules that learn nothing, on the same pairs.
 * `scores`: how pairs with and without an edge are scored.
 */
export type ChartKind = (typeof CHART_KINDS)[number];

/** Where a canvas looks: the middle of the picture is 0.5, 0.5, its longer side 1, and ratio 1 shows it whole. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const HEAT_SCALES = ['unit', 'module', 'global'] as const;
/** What shares one scale of colours in the strips of numbers: a vector, a layer, or all layers. */
export type HeatScaleOf = (typeof HEAT_SCALES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

export interface ViewSpec {
  readonly colourBy: ColourMode;
  readonly layer: string;
  readonly method: ProjectionMethod;
  /** Whether the pairs of the test are drawn, in both pictures. */
  readonly heldOut: boolean;
  /** The probability from which a pair counts as an edge. */
  readonly threshold: number;
  /** Whether UMAP gives way to raw axes where a layer has two units. */
  readonly twoByAxes: boolean;
  /** Of the random numbers of UMAP: another draws another of the pictures that the same rows allow. */
  readonly pictureSeed: number;
  /** What counts as near in the full space of a layer. */
  readonly metric: Metric;
  /** Whether lines lead from the selected node to its nearest in the full space. */
  readonly trueNeighbours: boolean;
  /** Whether points that the picture places badly carry a ring. */
  readonly badlyPlaced: boolean;
  /** Column of the chosen layer that colours the nodes in mode `unit`. */
  readonly unit: number;
  /** Whether the receptive field of the one selected node stays lit, and the rest steps back. */
  readonly field: boolean;
  /** Whether the small pictures of all layers share one scale. */
  readonly filmScale: boolean;
  readonly heat: HeatScaleOf;
  readonly flow: Flow;
  /** Attention head whose coefficients the flow shows; all: their mean. */
  readonly head: number | 'all';
  /** Selected nodes, ascending. One node opens in the inspector. */
  readonly selection: readonly number[];
  /** The selected edge. */
  readonly edge: Edge | null;
  readonly filter: Filter;
  /** Whether the selected nodes are listed in a table. */
  readonly table: boolean;
  readonly tool: Tool;
  /** The two charts of the strip. */
  readonly charts: readonly [left: ChartKind, right: ChartKind];
  /** Where training halts on its way, once; null: at the end of the run. */
  readonly stopAt: number | null;
  /** The pictures alone, with larger type and marks, for a room. */
  readonly projector: boolean;
  /** Epochs per second; null is as fast as possible; 'default' lets a run last about five seconds. */
  readonly pace: number | null | 'default';
  /** Panels that are folded away on a wide screen. */
  readonly folded: readonly PanelId[];
  /** Panels opened by hand, the newest last: they may take room from the pictures. What is in neither list goes by the room. */
  readonly opened: readonly PanelId[];
  /** What a narrow screen shows. */
  readonly tab: TabId;
  readonly theme: ThemeChoice;
  /** null: the whole picture. */
  readonly camera: { readonly graph: Camera | null; readonly embedding: Camera | null };
  /** Seen, but not to be touched. */
  readonly locked: readonly ControlId[];
  readonly hidden: readonly ControlId[];
  /** Nothing but the canvases and the play button, for a frame in another page. */
  readonly embed: boolean;
}

export const DEFAULT_VIEW: ViewSpec = {
  colourBy: 'prediction',
  layer: 'h1',
  method: 'umap',
  heldOut: true,
  threshold: 0.5,
  twoByAxes: true,
  pictureSeed: 0,
  metric: 'cosine',
  trueNeighbours: false,
  badlyPlaced: false,
  unit: 0,
  field: true,
  filmScale: false,
  heat: 'module',
  flow: 'node',
  head: 'all',
  selection: [],
  edge: null,
  filter: NO_FILTER,
  table: false,
  tool: 'move',
  charts: ['loss', 'accuracy'],
  stopAt: null,
  projector: false,
  pace: 'default',
  folded: [],
  opened: [],
  tab: 'canvas',
  theme: 'system',
  camera: { graph: null, embedding: null },
  locked: [],
  hidden: [],
  embed: false,
};
