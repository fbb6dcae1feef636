/** What `window.playground` offers. The README documents every function. */
import type { Spread } from '../../data/base/statistics';
import type { GraphEdits } from '../../data/run/edits';
import type { RunSpec } from '../../data/run/runSpec';
import type { TrainSpec } from '../../data/run/training';
import type { BackendChoice, BackendInfo, TensorMemory } from '../../data/run/backend';
import type { ProjectionPicture } from '../../data/run/pictures';
import type { ByPart, EpochRecord, LayerInfo, Scores } from '../../data/run/records';
import type { Explanation } from '../../data/run/trace';
import type { Phase } from '../state/appState';
import type { DepthApi } from './depthApi';
import type { EditChange } from './editing';
import type { KeepApi } from './keepApi';
import type { OpenApi } from './openApi';
import type { ProjectionApi } from './projectionApi';
import type { SceneApi } from './sceneApi';
import type { TaskApi } from './taskApi';
import type { PythonApi } from './pythonApi';

export interface TrainResult {
  readonly epoch: number;
  readonly loss: number;
  /** By part and metric, the loss among them. */
  readonly scores: Scores;
  /** Of classes, by part. */
  readonly accuracy: ByPart;
  /** Mean duration of a training step of this call, without evaluation; null when no step was made. */
  readonly msPerEpoch: number | null;
}

export interface SeedsResult {
  readonly seeds: readonly {
    readonly seed: number;
    readonly epoch: number;
    readonly loss: number;
    readonly scores: Scores;
    readonly accuracy: ByPart;
  }[];
  /** Of the headline metric on the test part after the last epoch, accuracy for classes, over the seeds; null where the set has no test part. */
  readonly test: Spread | null;
  /** The same of all labelled nodes; null where no node has a label. */
  readonly all: Spread | null;
}

export interface EditResult {
  /** Of the node that was added; null where none was. */
  readonly node: number | null;
  /** Nodes that are there, and edges between them, each counted once. */
  readonly nodes: number;
  readonly edges: number;
  /** All edits that hold now. */
  readonly edits: GraphEdits;
}

/** As the console tells it: with accuracy and the validation loss by themselves. */
export interface ToldRecord extends EpochRecord {
  readonly valLoss: number | null;
  readonly accuracy: ByPart;
}

export interface PlaygroundEvents {
  /** After each epoch that the page has heard of. */
  epoch: ToldRecord;
  phase: Phase;
  projection: ProjectionPicture;
}

export interface Playground extends KeepApi, ProjectionApi, DepthApi, OpenApi, PythonApi, SceneApi, TaskApi {
  /** Resolves when the first data set is shown and its model can be trained. */
  readonly ready: Promise<void>;
  datasets(): readonly { id: string; name: string; nodes: number; edges: number; synthetic: boolean }[];
  /** The models on offer; `train()` trains each by the recipe of its reference. */
  models(): readonly { id: string; name: string; sentence: string }[];
  load(
    id: string,
    options?: { labels?: string },
  ): Promise<{ id: string; nodes: number; directedEdges: number }>;
  configure(change: {
    /** By its id with its default settings, or with some of them; another task starts from its own recipe. */
    task?: string | { id: string; [setting: string]: unknown };
    model?: string | { id: string; layers: readonly object[] } | { id: string; method: object };
    training?: Partial<TrainSpec>;
    seed?: number;
  }): Promise<RunSpec>;
  backend(): BackendInfo | null;
  setBackend(name: BackendChoice): Promise<BackendInfo>;
  train(options?: { epochs?: number }): Promise<TrainResult>;
  pause(): Promise<{ epoch: number }>;
  step(): Promise<TrainResult>;
  reset(): Promise<void>;
  /** To an epoch that the run has been at, by exact replay from the keyframe before it. */
  seek(epoch: number): Promise<ToldRecord>;
  /** Epochs of the run's keyframes, and the bytes that those of all runs take of their budget. */
  keyframes(): { epochs: readonly number[]; bytes: number; budget: number };
  /** Trains the present settings with each of these seeds, beside the run. */
  seeds(seeds: readonly number[]): Promise<SeedsResult>;
  /** Edits the graph; predictions and embedding answer at once, with the present weights. */
  edit(change: EditChange): Promise<EditResult>;
  /** One step of undo, of an edit, a setting or the view; resolves when it has taken effect. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  layers(): readonly LayerInfo[];
  /** How one node came by its row at one layer: terms, coefficients, messages, pre-activation and output. */
  trace(node: number, layerId: string): Promise<Explanation>;
  embedding(layerId: string): Promise<{ rows: number; columns: number; values: Float32Array }>;
  projection(): ProjectionPicture | null;
  on<K extends keyof PlaygroundEvents>(event: K, listener: (value: PlaygroundEvents[K]) => void): () => void;
  /** Counts for tests and for the curious: pictures drawn, and messages to workers that have no answer yet. */
  counters(): {
    redraws: { graph: number; embedding: number; edges: number; flow: number };
    messagesInFlight: number;
  };
  /** Tensors of the open run in its worker, and their bytes; the same run at the same epoch holds the same. */
  memory(): Promise<TensorMemory>;
  /** Destroys the GPU device, to see the recovery at work. */
  loseDevice(): Promise<void>;
}
