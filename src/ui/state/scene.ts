/**
 * A scene: all that the page is drawn from, but for what is computed. A link, a `.gnnscene` file, the kept session and
 * `playground.scene()` are scenes.
 */
import type { GraphData } from '../../data/graph/graphData';
import type { RunSpec } from '../../data/run/runSpec';
import type { ViewSpec } from './viewSpec';

export interface Scene {
  /** With its timeline. */
  readonly run: RunSpec;
  /** Another run on the same graph, offered beside this one; null: none. Older pages wrote what waited for a reset. */
  readonly pending: RunSpec | null;
  /** The epoch shown. */
  readonly epoch: number;
  readonly view: ViewSpec;
  /** The visitor's own graph that the run is on; null for the sets of the page, and where it is left out. */
  readonly graph: GraphData | null;
  /** What the sender had at that epoch, to compare with; null where it was left out. */
  readonly results: SceneResults | null;
}

export interface SceneResults {
  /** `webgpu`, `wasm` or `cpu`. */
  readonly backend: string;
  /** Of the page that computed it. */
  readonly build: string;
  readonly loss: number;
  /** The task's headline metric on the test part, accuracy for classes; null where the set has no test part. */
  readonly test: number | null;
  /** Predicted class of some nodes, spread evenly over all of them: node i * step. */
  readonly predictions: { readonly step: number; readonly classes: readonly number[] };
}
