/** What every task says of itself: forms, validation, links, charts, tables and files are drawn from it. */
import type { Labelling } from '../../graph/graphData';
import type { CommonSpec, ParamReader } from '../layers/descriptor';
import type { LossDescriptor } from '../losses';
import type { MetricDescriptor } from '../metrics';
import type { Param } from '../params';
import type { TrainSpec } from '../training';

/** What a row of a task's output is of. */
export type TaskUnit = 'node' | 'edge' | 'graph';

/** What is learned, and by which loss; each task adds its own settings, see its descriptor. */
export interface TaskSpec {
  readonly id: string;
  /** The id of one of the task's losses. */
  readonly loss: string;
}

export interface TaskDescriptor<S extends TaskSpec = TaskSpec> {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly unit: TaskUnit;
  /** What the columns of its output are: the probability of each class, or one score. */
  readonly output: 'classes' | 'score';
  /** What layers are trained on: a task of labels cannot be learned on a graph without classes. */
  readonly learnsFrom: 'labels' | 'edges';
  /** The default first. */
  readonly losses: readonly LossDescriptor[];
  /** Those in each part's scores, beside the loss. */
  readonly metrics: readonly MetricDescriptor[];
  /** The one of them that charts, tables and early stopping go by. */
  readonly headline: MetricDescriptor;
  /** Its settings, the loss first. */
  readonly params: readonly Param[];
  /**
   * Columns of the last layer's output.
   *
   * @param width what the layer's own settings say
   */
  outChannels(task: TaskSpec, graph: { readonly labelling: Labelling }, width: number): number;
  /** What models of layers start from, over their own settings and the data set's; null: from those. */
  readonly recipe: {
    readonly hidden: Partial<CommonSpec>;
    readonly last: Partial<CommonSpec>;
    readonly training: Partial<TrainSpec>;
  } | null;
  /** The specification of validated values. */
  readonly read: (values: ParamReader) => S;
}

export const lossParam = (losses: readonly [LossDescriptor, ...LossDescriptor[]]): Param => ({
  kind: 'choice',
  key: 'loss',
  label: 'loss',
  help: 'What training makes small.',
  options: losses.map(({ id }) => id),
  default: losses[0].id,
});
