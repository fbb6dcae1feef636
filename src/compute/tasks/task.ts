/**
 * What a trainer asks of a task: which edges carry messages, what there is to learn from in an epoch, how wrong outputs
 * are as a tensor that can be differentiated, and what they are worth. A task is opened on the graph of a run.
 */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { DenseMatrix, GraphData } from '../../data/graph/graphData';
import type { EdgeSplit } from '../../data/graph/edgeSplit';
import type { HeldOutPairs } from '../../data/run/pairs';
import type { Output, Scores } from '../../data/run/records';
import type { RunSpec } from '../../data/run/runSpec';
import type { TaskDescriptor } from '../../data/run/tasks/descriptor';
import type { ScoreTerms } from '../decoders/decoder';
import type { ParameterShape } from '../nn/layer';

/** Examples that one step learns from. */
export interface Batch {
  /** Nodes whose rows the loss reads, in this order; -1 fills up. null: every node of the graph in its own row. */
  readonly nodes: Int32Array | null;
  readonly count: number;
  /**
   * Mean loss over the examples, a scalar.
   *
   * @param outputs of the last layer, a row for each of `nodes` x outChannels
   * @param own the task's parameters, as tensors of their shapes
   */
  loss(outputs: Tensor2D, own: readonly Tensor[]): Tensor;
  dispose(): void;
}

export interface Evaluated {
  readonly scores: Scores;
  readonly output: Output;
  /** Whether all outputs are finite numbers: a run is over where they are not. */
  readonly isFinite: boolean;
}

export interface Task {
  /** Graphs of the same nodes, each with the edges that carry messages. */
  readonly messages: {
    readonly training: GraphData;
    /** A forward pass on each; the first is the one whose layers are shown. */
    readonly evaluation: readonly [GraphData, ...GraphData[]];
  };
  /** What it learns beside the layers, packed after theirs. */
  readonly parameters: readonly ParameterShape[];
  /** Examples of an epoch: what batches share out. */
  readonly numExamples: number;
  /** Every example of an epoch, 1 for the first, for a step on the whole graph. */
  all(epoch: number): Batch;
  /** Some of an epoch's examples, by their numbers from 0, for a step on sampled neighbours. */
  some(epoch: number, examples: Int32Array): Batch;
  /**
   * @param outputs of the last layer, numNodes x outChannels, without dropout, one for each of `messages.evaluation`
   * @param own the values of the task's parameters
   */
  evaluate(outputs: readonly Float32Array[], own: readonly Float32Array[]): Evaluated;
  /**
   * Outputs from an embedding that a method has learned by itself, numNodes x outChannels; null: its rows are taken as
   * they are.
   */
  readonly probe: ((embedding: DenseMatrix) => Float32Array) | null;
  /** What can be asked about pairs of nodes; null where the task is not about them. */
  readonly pairs: PairTask | null;
  dispose(): void;
}

export interface PairTask {
  /** One for each row of the output. */
  readonly heldOut: HeldOutPairs;
  readonly split: EdgeSplit;
  /**
   * How the score of a pair comes about.
   *
   * @param part whose messages the embedding has seen
   * @param outputs, own as for `evaluate`
   */
  terms(
    part: 'val' | 'test',
    outputs: readonly Float32Array[],
    own: readonly Float32Array[],
    a: number,
    b: number,
  ): ScoreTerms;
}

/** A task's code: the descriptor that it belongs to, and how it is opened. */
export interface TaskCode {
  readonly of: TaskDescriptor;
  /**
   * @param graph as the run has edited it
   * @param loaded the same before any edit
   * @throws PlaygroundError where the graph does not have what the task needs
   */
  open(run: RunSpec, graph: GraphData, loaded: GraphData): Task;
}
