/**
 * ViewSpec: what a person is looking at. JSON only; the engine never sees it. A link is a RunSpec and a ViewSpec.
 */
import type { ProjectionMethod } from '../../engine/types';

export const COLOUR_MODES = ['class', 'prediction', 'correctness', 'split'] as const;
export type ColourMode = (typeof COLOUR_MODES)[number];

export const TOOLS = ['move', 'box', 'lasso'] as const;
/** What a drag on a canvas does: moves the picture, or selects by a rectangle or a free line. */
export type Tool = (typeof TOOLS)[number];

export const PANELS = ['build', 'inspect', 'charts'] as const;
export type PanelId = (typeof PANELS)[number];
export type TabId = 'build' | 'canvas' | 'inspect' | 'charts';

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface ViewSpec {
  readonly colourBy: ColourMode;
  readonly layer: string;
  readonly method: ProjectionMethod;
  /** Selected nodes, ascending. One node opens in the inspector. */
  readonly selection: readonly number[];
  readonly tool: Tool;
  /** Epochs per second; null is as fast as possible; 'default' lets a run last about five seconds. */
  readonly pace: number | null | 'default';
  /** Panels that are folded away on a wide screen. */
  readonly folded: readonly PanelId[];
  /** What a narrow screen shows. */
  readonly tab: TabId;
  readonly theme: ThemeChoice;
}

export const DEFAULT_VIEW: ViewSpec = {
  colourBy: 'prediction',
  layer: 'h1',
  method: 'umap',
  selection: [],
  tool: 'move',
  pace: 'default',
  folded: [],
  tab: 'canvas',
  theme: 'system',
};
