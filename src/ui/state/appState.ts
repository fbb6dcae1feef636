/**
 * The shape of everything the page is drawn from. Views read it through ui/state/hooks.ts and change it only through
 * the actions in ui/state/actions.ts. Typed arrays in here are replaced, never written to.
 */
import type { GraphData } from '../../data/graph/graphData';
import type { GraphEdits } from '../../data/run/edits';
import type { DatasetDescriptor } from '../../data/run/datasets';
import type { RunSpec } from '../../data/run/runSpec';
import type { Account } from '../../data/run/account';
import type { BackendChoice, BackendInfo } from '../../data/run/backend';
import type { Metric, Nearest, ProjectionPicture } from '../../data/run/pictures';
import type {
  EpochProgress,
  EpochRecord,
  Frame,
  LayerInfo,
  SeedRun,
  SmoothingRecord,
} from '../../data/run/records';
import type { HeldOutPairs } from '../../data/run/pairs';
import type { Explanation } from '../../data/run/trace';
import type { Arrival } from './arrival';
import type { BaselinesState } from './baselines';
import type { ComparisonState } from './comparison';
import type { PairState } from './heldOut';
import type { ImportState } from './importing';
import type { Narration } from './narration';
import type { PastRun } from './runs';
import type { ViewSpec } from './viewSpec';

export type DataState =
  | {
      readonly kind: 'loading';
      readonly descriptor: DatasetDescriptor;
      readonly sentence: string;
      /** Opens when the graph is shown; what is chosen meanwhile is chosen for it. */
      readonly run: RunSpec;
    }
  | { readonly kind: 'ready'; readonly descriptor: DatasetDescriptor; readonly graph: GraphData }
  | {
      readonly kind: 'failed';
      readonly descriptor: DatasetDescriptor;
      readonly labelling: string | null;
      readonly message: string;
      /** Whether its public source was asked; where it was not, that is offered. */
      readonly wasAsked: boolean;
    };

export type BackendState =
  | { readonly kind: 'starting'; readonly choice: BackendChoice }
  | { readonly kind: 'ready'; readonly choice: BackendChoice; readonly info: BackendInfo }
  | { readonly kind: 'failed'; readonly choice: BackendChoice; readonly message: string };

/**
 * `opening`: the worker builds the model. `ready`: untrained. `recovering`: the device was lost and the run is being
 * replayed. `done`: all epochs of the run are over.
 */
export type Phase =
  'opening' | 'ready' | 'playing' | 'paused' | 'recovering' | 'done' | 'diverged' | 'failed';

export interface TrainingState {
  readonly phase: Phase;
  readonly epoch: number;
  /** Records of epochs 0 on, in order, as far as the run has been trained: `epoch` may lie before the last one. */
  readonly records: readonly EpochRecord[];
  readonly frame: Frame | null;
  /** The epoch after that, where it takes long enough to be told of. */
  readonly underWay: EpochProgress | null;
  /** Class with the highest probability per node, from `frame`; null before the first frame. */
  readonly predictions: Int32Array | null;
  readonly layers: readonly LayerInfo[];
  /** Of some epochs, ascending: how alike each layer made the nodes. */
  readonly smoothing: readonly SmoothingRecord[];
  readonly error: string | null;
}

/** The trace of the selected node at the chosen layer; an older one stays until the newer one is there. */
export interface ExplanationState {
  readonly explanation: Explanation | null;
  /** Of all layers, where the colours of numbers are on one scale for all; else empty. */
  readonly ofAll?: readonly Explanation[];
  /** Why there is none. */
  readonly message: string | null;
}

/** How a model without layers comes by the selected node; an older one stays until the newer one is there. */
export interface AccountState {
  readonly account: Account | null;
  /** Why there is none. */
  readonly message: string | null;
}

/** Edges lit in the picture of the graph, each with a weight of 0 to 1 for its width; pointed at in a list or formula. */
export interface Lit {
  readonly edges: readonly { readonly source: number; readonly target: number; readonly weight: number }[];
  /** Nodes pointed at without any edge, in both pictures. */
  readonly nodes?: readonly number[];
}

/** One column of a layer, one number per node: what `view.unit` of `view.layer` is at `epoch`. */
export interface UnitValues {
  readonly layer: string;
  readonly unit: number;
  readonly epoch: number;
  readonly values: Float32Array;
}

/** The coefficient of every message of a layer: directed edge e, head k at `values[e * heads + k]`. */
export interface LayerCoefficients {
  readonly layer: string;
  readonly epoch: number;
  readonly heads: number;
  readonly values: Float32Array;
}

export type NearestState =
  | ({
      readonly kind: 'found';
      readonly layer: string;
      readonly node: number;
      readonly metric: Metric;
    } & Nearest)
  /** There are none, and why. */
  | { readonly kind: 'nothing'; readonly layer: string; readonly node: number; readonly message: string };

/** Several seeds of one run, trained beside it. */
export interface SeedsState {
  readonly kind: 'running' | 'done' | 'failed';
  /** What was trained; its own seed means nothing here. */
  readonly run: RunSpec;
  readonly seeds: readonly number[];
  readonly done: readonly SeedRun[];
  /** 0 to 1. */
  readonly share: number;
  readonly message: string | null;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
  /** What it is about: it goes when the run starts anew, another graph is shown, or the locks are gone. */
  readonly about: 'run' | 'graph' | 'locks' | 'page';
}

/** A session that this browser kept: offered, never forced. */
export interface SessionOffer {
  readonly id: string;
  /** What it holds: `Cora, GCN, epoch 140, three earlier runs`. */
  readonly sentence: string;
  /** `today at 14:05`. */
  readonly when: string;
}

/** What stands over the page: one at a time. */
export type DialogId = 'open' | 'share' | 'glossary';

export interface AppState {
  /** The shown graph; while another one loads or has failed, this one stays. */
  readonly graph: {
    /** As shown: with the edits. */
    readonly data: GraphData;
    /** As it was loaded. */
    readonly base: GraphData;
    readonly edits: GraphEdits;
    readonly descriptor: DatasetDescriptor;
    readonly positions: Float32Array;
    readonly layoutRunning: boolean;
    /** How far it is, 0 to 1, while it runs. */
    readonly layoutProgress?: number;
  } | null;
  readonly data: DataState;
  readonly backend: BackendState;
  /** The run on the engine: what is drawn, and what the controls say (`settingsNow`). */
  readonly run: RunSpec;
  /** Its settings as they were asked for a moment ago, until the engine has taken them; null: nothing is on its way. */
  readonly asked: RunSpec | null;
  /** Another run that an opened link holds beside its own, offered with a button; null: none. */
  readonly pending: RunSpec | null;
  readonly training: TrainingState;
  readonly projection: ProjectionPicture | null;
  /** The nodes nearest to the selected one in the full space of the chosen layer; an older list stays until the newer is there. */
  readonly nearest: NearestState | null;
  /** The newest picture of each layer, by its id: the film strip. */
  readonly strip: Readonly<Partial<Record<string, ProjectionPicture>>>;
  readonly seeds: SeedsState | null;
  /** Earlier runs of this visit, the oldest first. */
  readonly runs: readonly PastRun[];
  /** Two runs side by side, over the page. */
  readonly comparison: ComparisonState | null;
  /** What the open run is called; null: by its settings. */
  readonly runName: string | null;
  readonly explained: ExplanationState;
  readonly accounted: AccountState;
  /** The pairs that the open run is validated and tested on; null where its task has none. */
  readonly heldOut: HeldOutPairs | null;
  /** Of the pair that is looked at. */
  readonly pair: PairState;
  /** Asked for by the visitor; null: not yet, for this run. */
  readonly baselines: BaselinesState | null;
  readonly lit: Lit | null;
  /** Nodes that both cameras go to; each time it is set they go. */
  readonly gaze: { readonly nodes: readonly number[] } | null;
  /** Asked for while nodes are coloured by a unit; an older one stays until the newer one is there. */
  readonly unitValues: UnitValues | null;
  /** Asked for while all messages are shown; likewise. */
  readonly coefficients: LayerCoefficients | null;
  /** A node is being told about, layer by layer. */
  readonly narration: Narration | null;
  /** The epoch shown is being moved, by hand or played back. */
  readonly travelling: boolean;
  readonly view: ViewSpec;
  /** The node under the pointer, in either canvas or a list. */
  readonly hovered: number | null;
  readonly notices: readonly Notice[];
  /** The visitor's own graphs of this visit and those kept by this browser, the newest first. */
  readonly ownSets: readonly DatasetDescriptor[];
  readonly importing: ImportState | null;
  /** The link that this page was opened with, until it is dismissed. */
  readonly arrival: Arrival | null;
  readonly session: SessionOffer | null;
  readonly dialog: DialogId | null;
  /** The page and all that was opened will work without a network. */
  readonly isOfflineReady: boolean;
  /** Reloads with the newer page that waits; null: there is none. */
  readonly update: (() => void) | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The page is opened over plain http from another address: no WebGPU, no browser cache. */
  readonly secure: boolean;
}
