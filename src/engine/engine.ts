/** What the page can ask of its engine, and what it hears: the interface of client.ts. Types only. */
import type { GraphData } from '../data/graph/graphData';
import type { GraphEdits } from '../data/run/edits';
import type { RunSpec } from '../data/run/runSpec';
import type { TrainChange } from '../data/run/training';
import type { Comparison } from './picture';
import type { ComputeEvent, Opened, Seen } from './protocol';
import type { Account } from '../data/run/account';
import type { BaselineRow, HeldOutPairs, PairAnswer } from '../data/run/pairs';
import type { BackendChoice, BackendInfo, TensorMemory } from '../data/run/backend';
import type { Metric, Nearest, Pairs, ProjectionPicture, ProjectionRequest } from '../data/run/pictures';
import type {
  Activations,
  EpochRecord,
  Influence,
  Keyframe,
  Pace,
  SeedsJob,
  SeedsProgress,
  Weights,
} from '../data/run/records';
import type { Explanation } from '../data/run/trace';

export type { Comparison } from './picture';

export type EngineEvent =
  | Extract<ComputeEvent, { kind: 'epochs' | 'progress' | 'stopped' | 'diverged' | 'smoothing' }>
  | { readonly kind: 'backend'; readonly info: BackendInfo }
  | { readonly kind: 'backendFailed'; readonly message: string }
  /** The backend died at `lostAt`; a new one is being started. */
  | { readonly kind: 'lost'; readonly message: string; readonly lostAt: number }
  /** The run goes on: what follows replays from `from`, whose state `opened` holds. */
  | { readonly kind: 'recovered'; readonly from: number; readonly lostAt: number; readonly opened: Opened }
  /** Of the chosen layer (`picture`), or one of the small ones of the others (`strip`). */
  | { readonly kind: 'picture' | 'strip'; readonly picture: ProjectionPicture };

export interface Engine {
  /** Builds the run at epoch 0; or a run that was open before, at the epoch where it stood, by exact replay. */
  open(run: RunSpec, graph: GraphData, kept?: KeptRun): Promise<Opened>;
  /** Of the open run: it stands for the run as long as the page lives. */
  number(): number;
  /** The newest keyframe of a run; null: it has none. */
  keyframe(number: number): Keyframe | null;
  /** Makes a run of an earlier visit known, with the keyframe that was kept of it, and tells its number here. */
  adopt(keyframe: Keyframe | null): number;
  /** Lets the keyframes of a run go that will not be opened again. */
  forget(number: number): void;
  play(until: number, pace: Pace): void;
  pause(): Promise<{ epoch: number }>;
  setPace(pace: Pace): void;
  change(change: TrainChange): Promise<{ epoch: number }>;
  /** Edits the graph at the present epoch, all edits at once; the weights stay, and a run that trains goes on. */
  edit(edits: GraphEdits): Promise<Opened>;
  /** By gradients: how much each hop up to maxHops has to say in the output of `nodes`, on average. */
  influence(nodes: readonly number[], maxHops: number): Promise<Influence>;
  /** How one node came by its row at one layer, for the present weights. */
  explain(layer: string, node: number): Promise<Explanation>;
  /** Everything that the run has learned, by name; rejects for label propagation, which learns nothing. */
  weights(): Promise<Weights>;
  /**
   * The pairs that the task has held out, one for each row of the frame's output: the same as long as run and graph are.
   * Rejects, as the next two, where the task is not about pairs.
   */
  heldOutPairs(): Promise<HeldOutPairs>;
  /** How a pair of nodes comes by its score, for the present weights. */
  pair(a: number, b: number): Promise<PairAnswer>;
  /** What rules without learning come to on the task's split. A newer run ends it. @param onShare takes the share done */
  baselines(onShare?: (share: number) => void): Promise<readonly BaselineRow[]>;
  /** How a model without layers comes by one node; rejects for label propagation, which is seen in its predictions. */
  account(node: number): Promise<Account>;
  /**
   * Stops, and goes to an epoch that the run has been at: from the keyframe before it, by exact replay. Training goes
   * on from there; a setting moved there makes another future.
   */
  seek(epoch: number): Promise<Seen>;
  /** Epochs of the run's keyframes, and what those of all runs take of their budget. */
  keyframes(): { readonly epochs: readonly number[]; readonly bytes: number; readonly budget: number };
  /** Several seeds of a run, in a worker of their own. */
  seeds(
    run: RunSpec,
    graph: GraphData,
    seeds: readonly number[],
    onProgress: (progress: SeedsProgress) => void,
  ): SeedsJob;
  /** Two runs on the nodes of `graph`, in workers of their own, until it is closed. */
  compare(
    graph: GraphData,
    runs: readonly [KeptRun & { run: RunSpec }, KeptRun & { run: RunSpec }],
  ): Comparison;
  activations(layer: string): Promise<{ epoch: number; activations: Activations }>;
  show(request: ProjectionRequest): void;
  /** Small pictures of these layers, too; they come as `strip` events. */
  strip(layers: readonly string[]): void;
  /** The nodes nearest to one in a layer's full space. */
  nearest(layer: string, node: number, k: number, metric: Metric): Promise<Nearest>;
  /** About `sample` pairs of nodes: hops apart in the graph, distance apart in a layer's full space. */
  pairs(layer: string, sample: number, seed: number): Promise<Pairs>;
  /** The choice for the next open; the running worker keeps its backend. */
  chooseBackend(choice: BackendChoice): void;
  /** What came as `epochs` or `picture` has been drawn: one more may come. */
  drawn(what: 'training' | 'projection'): void;
  /** Messages sent to workers that have no answer yet. */
  pending(): number;
  /** Of the open run's worker. */
  memory(): Promise<TensorMemory>;
  loseDevice(): Promise<null>;
  dispose(): void;
}

/** What it takes to open a run again. */
export interface KeptRun {
  readonly number: number;
  /** Of epochs 1 on. */
  readonly records: readonly EpochRecord[];
  readonly epoch: number;
}
