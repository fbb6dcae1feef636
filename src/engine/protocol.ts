/**
 * The messages between the page and its workers: types only, tagged by `kind`. Every request carries an `id` and is
 * answered with `done` or `failed`; everything else is an event. `generation` numbers runs: answers and events of an
 * older generation are dropped, so that cancelling is starting a new one.
 */
import type { ImportLimits, TableAnswers } from '../data/formats/rawGraph';
import type { RunFacts } from '../data/export/facts';
import type { FileId } from '../data/export/kinds';
import type { EdgeIndex, GraphData } from '../data/graph/graphData';
import type { Estimate, ImportAnswers, Preview } from '../data/import/answers';
import type { OpenedScene } from '../data/import/openScene';
import type { OwnSet } from '../data/import/ownSet';
import type { GraphEdits } from '../data/run/edits';
import type { DataRef, RunSpec } from '../data/run/runSpec';
import type { TrainChange } from '../data/run/training';
import type { Account } from '../data/run/account';
import type { BaselineRow, HeldOutPairs, PairAnswer } from '../data/run/pairs';
import type { BackendChoice, BackendInfo, TensorMemory } from '../data/run/backend';
import type {
  Metric,
  Nearest,
  Pairs,
  ProjectionPicture,
  ProjectionRequest,
  Readout,
} from '../data/run/pictures';
import type {
  Activations,
  EpochProgress,
  EpochRecord,
  Frame,
  Influence,
  Keyframe,
  LayerInfo,
  Pace,
  SmoothingRecord,
  Weights,
} from '../data/run/records';
import type { Explanation } from '../data/run/trace';

/** Where a run stands. */
export interface Seen {
  readonly record: EpochRecord;
  readonly frame: Frame;
}

export interface Opened extends Seen {
  readonly layers: readonly LayerInfo[];
}

/** Requests to the compute worker, each with its answer. */
export interface ComputeCalls {
  /** Chooses and starts the backend; once in a worker's life. */
  start: { args: { choice: BackendChoice; secure: boolean }; result: BackendInfo };
  /** Builds the model at epoch 0, or at a keyframe; ends whatever ran before. */
  open: {
    args: {
      generation: number;
      run: RunSpec;
      graph: GraphData;
      from: Keyframe | null;
      /** Records of epochs 1 on, those of the keyframe included: rules for stopping look back on them. */
      history: readonly EpochRecord[];
    };
    result: Opened;
  };
  /** Stops, and goes to an epoch of the open run: from `from` (null: from its beginning), by exact replay. */
  seek: {
    args: { generation: number; epoch: number; from: Keyframe | null; history: readonly EpochRecord[] };
    result: Seen;
  };
  /** Goes on until `until` at `pace`; answered at once, the epochs come as events. */
  play: { args: { generation: number; until: number; pace: Pace }; result: null };
  pause: { args: { generation: number }; result: { epoch: number } };
  pace: { args: { pace: Pace }; result: null };
  /** Moves a live setting; answers with the epoch it is recorded at. */
  change: { args: { generation: number; change: TrainChange }; result: { epoch: number } };
  /** Edits the graph at the present epoch; the weights stay. Stops. All edits, those from before included. */
  edit: { args: { generation: number; edits: GraphEdits }; result: Opened };
  activations: {
    args: { generation: number; layer: string };
    result: { epoch: number; activations: Activations };
  };
  /** How one node came by its row at one layer (not `x`), for the present weights. */
  explain: { args: { generation: number; layer: string; node: number }; result: Explanation };
  /** How a model without layers comes by one node. */
  account: { args: { generation: number; node: number }; result: Account };
  /** The pairs that the task has held out, one for each row of the frame's output; rejects where it is not about pairs. */
  heldOutPairs: { args: { generation: number }; result: HeldOutPairs };
  /** How a pair of nodes comes by its score, for the present weights. */
  pair: { args: { generation: number; a: number; b: number }; result: PairAnswer };
  /** What rules without learning come to on the task's split; a newer run ends it, `baselines` events say how far it is. */
  baselines: { args: { generation: number }; result: readonly BaselineRow[] };
  /** Everything that the run has learned, by name. */
  weights: { args: { generation: number }; result: Weights };
  /** By gradients of the present weights: mean over `nodes` of what each hop up to maxHops has to say. */
  influence: {
    args: { generation: number; nodes: readonly number[]; maxHops: number };
    result: Influence;
  };
  /** Gives the projection worker its own line to this one. */
  connect: { args: { port: MessagePort }; result: null };
  memory: { args: Record<string, never>; result: TensorMemory };
  /** Destroys the GPU device, to see the recovery work. Used by tests and offered nowhere on the page. */
  loseDevice: { args: Record<string, never>; result: null };
}

/** Requests to the projection worker. */
export interface ProjectionCalls {
  connect: { args: { port: MessagePort }; result: null };
  /** Replaces what is being projected. */
  show: { args: { generation: number; request: ProjectionRequest }; result: null };
  /** Small pictures of these layers, too, whenever the main one leaves time; they come as `strip` events. */
  strip: { args: { layers: readonly string[] }; result: null };
  /** The nodes nearest to one in a layer's full space. Rejects, in a sentence, where nothing is near anything. */
  nearest: {
    args: { generation: number; layer: string; node: number; k: number; metric: Metric };
    result: Nearest;
  };
  /** Lays picture `points` onto `onto`, and tells what share of its nearest rows each node has changed. */
  compare: {
    args: {
      layer: string;
      first: Activations;
      second: Activations;
      /** Of `second`, x and y per node. */
      points: Float32Array;
      /** Of `first`. */
      onto: Float32Array;
    };
    result: { k: number; moved: Float32Array; positions: Float32Array };
  };
  /** About `sample` pairs of nodes, as many of each distance in hops as can be had. */
  pairs: { args: { generation: number; layer: string; sample: number; seed: number }; result: Pairs };
  /**
   * Forgets the previous positions: a new run has begun. Pictures, which have no up or down of their own, start from
   * `anchor` (x, y per node), the picture of the graph, where there is one, and are turned to lie like it.
   */
  forget: {
    args: {
      generation: number;
      anchor: Float32Array | null;
      edgeIndex: EdgeIndex;
      /** Of the labels; 0 without any. */
      numClasses: number;
    };
    result: null;
  };
}

/** Requests to the data worker. */
export interface DataCalls {
  /** `files`: dropped by the visitor, by file name; they come before any download, which must be allowed. */
  load: {
    args: {
      data: DataRef;
      base: string;
      files: ReadonlyMap<string, ArrayBuffer> | null;
      mayDownload: boolean;
    };
    result: GraphData;
  };
  /** A graph of the visitor's own, from the bytes that it is kept as. */
  unpack: { args: { packed: Uint8Array }; result: GraphData };
}

/** What a visitor wants to open. */
export type ImportSource = (
  | { readonly files: readonly File[] }
  /** Pasted. */
  | { readonly text: string }
  /** Absolute. `follows`: also where its host passes on to another address, which may be another host's. */
  | { readonly url: string; readonly follows: boolean }
) & {
  /** How its rows are to be read, where that was said beforehand. */
  readonly table?: Partial<TableAnswers>;
};

/** Requests to the import worker, which keeps what it has read. */
export interface ImportCalls {
  /** Once in a worker's life, and before anything else. */
  read: { args: { source: ImportSource; limits: ImportLimits }; result: Preview };
  /** The same files, their rows taken otherwise. */
  reread: { args: { table: Partial<TableAnswers> }; result: Preview };
  estimate: { args: { answers: ImportAnswers }; result: Estimate };
  build: { args: { answers: ImportAnswers }; result: OwnSet };
  /** All of a scene file, in place of the three: nothing of it is asked. */
  scene: { args: { file: File; limits: ImportLimits }; result: OpenedScene };
}

/** Requests to the export worker. */
export interface ExportCalls {
  write: { args: { kind: FileId; facts: RunFacts }; result: Blob };
  /** A scene file; the graph as packGraph's bytes, or not packed yet. */
  scene: {
    args: { text: string; graph: Uint8Array | GraphData | null };
    result: Blob;
  };
}

/** Requests to the layout worker. */
export interface LayoutCalls {
  layout: {
    args: { numNodes: number; source: Int32Array; target: Int32Array; seed: number };
    result: Float32Array;
  };
}

/** What the projection worker asks the compute worker over their own port (latest-wins: it pulls). */
export interface ActivationsRequest {
  readonly kind: 'activations?';
  readonly generation: number;
  readonly layer: string;
}
export type ActivationsAnswer =
  | {
      readonly kind: 'activations';
      readonly generation: number;
      readonly layer: string;
      readonly epoch: number;
      readonly activations: Activations;
      /** Of a layer of two units, at the same epoch. */
      readonly readout?: Readout | null;
    }
  | { readonly kind: 'none'; readonly generation: number; readonly layer: string };

export type ComputeEvent =
  /** Epochs since the last such event, coalesced, and the newest frame. Sent only against a credit. */
  | { kind: 'epochs'; generation: number; records: readonly EpochRecord[]; frame: Frame }
  /** How far the epoch under way has come, where it is a long one. Sent only against a credit. */
  | { kind: 'progress'; generation: number; progress: EpochProgress }
  | { kind: 'keyframe'; generation: number; keyframe: Keyframe }
  /** The share that is done of the baselines that were asked for. */
  | { kind: 'baselines'; generation: number; share: number }
  /** At the beginning of a run, at keyframes and where training stops. */
  | { kind: 'smoothing'; generation: number; record: SmoothingRecord }
  /**
   * Training stopped because all epochs are done (`end`), by its stopping rule (`early`: nothing was better since epoch
   * `better`, and loss and accuracy were both at their best at `best`) or because it was asked to (`pause`). Comes after its last `epochs`.
   */
  | { kind: 'stopped'; generation: number; epoch: number; why: 'end' | 'pause' }
  | { kind: 'stopped'; generation: number; epoch: number; why: 'early'; better: number; best: number }
  /** Loss or weights became NaN or infinite: training stopped at this epoch. */
  | { kind: 'diverged'; generation: number; epoch: number }
  /** The backend is gone; this worker can do no more. */
  | { kind: 'lost'; generation: number; message: string };

export type ProjectionEvent =
  | { kind: 'picture'; generation: number; picture: ProjectionPicture }
  /** One of the small pictures; sent without a credit, a few in a second at most. */
  | { kind: 'strip'; generation: number; picture: ProjectionPicture };

export type LayoutEvent = { kind: 'positions'; positions: Float32Array; progress: number };
export type DataEvent = { kind: 'progress'; sentence: string };
/** `isFetching`: bytes are still coming in, at the pace of a network and not of this computer. */
export type ImportEvent =
  | { kind: 'progress'; sentence: string; isFetching: boolean }
  /** The host passes on, and that is not followed: `read` fails. */
  | { kind: 'passesOn' };

/** Sent by the page each time it has drawn what it got: one more event may come. */
export interface Credit {
  readonly kind: 'credit';
}

export type Answer =
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
