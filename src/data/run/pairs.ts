/** What can be asked of a run about pairs of nodes: those that its task has held out, any other one, and rules beside it. */
import type { NodePairs } from '../graph/adjacencyLists';
import type { Part, Scores } from './records';

/** One for each row of the frame's output, in its order. */
export interface HeldOutPairs extends NodePairs {
  readonly part: readonly Extract<Part, 'val' | 'test'>[];
  /** Whether there is an edge: 1 or 0. */
  readonly isPositive: Uint8Array;
}

export interface BaselineScore {
  readonly id: string;
  readonly name: string;
  /** The higher the likelier an edge; each rule has a scale of its own. */
  readonly score: number;
}

/**
 * How a pair comes by its score at one epoch: left times right, element by element, added up with the offset. A pair held
 * out for validation is scored on the messages of validation, any other one on those of the test.
 */
export interface PairAnswer {
  readonly epoch: number;
  readonly a: number;
  readonly b: number;
  /** The part that the pair is ranked in. */
  readonly part: Extract<Part, 'val' | 'test'>;
  /** Whether the graph has the edge. */
  readonly isLinked: boolean;
  readonly isHeldOut: boolean;
  readonly score: number;
  /** 1 / (1 + e^-score). */
  readonly probability: number;
  /** Among the part's negatives and itself, from 1: the mean of the ranks before and after those of the same score. */
  readonly rank: number;
  /** How many these are. */
  readonly of: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly product: Float32Array;
  readonly offset: number;
  /** Ascending; over the edges that carry messages. */
  readonly commonNeighbours: readonly number[];
  readonly baselines: readonly BaselineScore[];
}

/** What a rule that learns nothing comes to on the same split. */
export interface BaselineRow {
  readonly id: string;
  readonly name: string;
  /** TeX. */
  readonly formula: string;
  /** Of the held-out parts, without a loss. */
  readonly scores: Scores;
}
