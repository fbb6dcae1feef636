/** How a model without layers comes by a node: what its inspector shows in place of a layer's formula. */

/**
 * Steps of second-order walks by how far they end from the node before the present one: 0 hops (a step back), 1, or
 * more (outward). Shares of all steps that have such a node; all zero where there is none.
 */
export interface StepShares {
  readonly back: number;
  readonly near: number;
  readonly outward: number;
}

/** Walks from one node, drawn as training draws them in epochs 1, 2 and on. */
export interface WalkProfile {
  readonly kind: 'walks';
  readonly node: number;
  readonly numWalks: number;
  /** Of all walks together; a walk that can go nowhere takes none. */
  readonly numSteps: number;
  /** Per node the share of the steps that end there. */
  readonly visits: Float32Array;
  readonly shares: StepShares;
  /** What they would be with p = q = 1, by the same random numbers. */
  readonly unbiased: StepShares;
  /** Hops from the node to the furthest node of a walk: their mean, and the most. */
  readonly meanReach: number;
  readonly mostReach: number;
}

/** The nodes whose embeddings have the largest dot product with one node's, the largest first, without itself. */
export interface LargestProducts {
  readonly kind: 'products';
  readonly node: number;
  readonly epoch: number;
  readonly nodes: Int32Array;
  readonly products: Float32Array;
  /** Of the node with itself: the squared length of its row. */
  readonly own: number;
}

export type Account = WalkProfile | LargestProducts;
