/**
 * The edges of a graph on the device, for kernels that compute something per edge. Built once per graph and shared by
 * its layers. Edge e goes from `source[e]` to `target[e]`; edges are sorted by target, then source.
 */
import type { Tensor1D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import type { EdgeIndex } from '../../data/graph/graphData';
import { withSelfLoops } from '../../data/graph/selfLoops';
import { rowPointers, transpose } from '../../data/graph/sparse';
import { onDevice } from './onDevice';

/** Edges grouped by one of their ends: entries rowPtr[i] .. rowPtr[i + 1] - 1 are those of node i. */
export interface Incidence {
  readonly numRows: number;
  /** numRows + 1 offsets. */
  readonly rowPtr: Tensor1D;
  /** The edge of each entry; ascending within a row. */
  readonly edge: Tensor1D;
  /** The node at the edge's other end. */
  readonly node: Tensor1D;
}

export interface EdgeOptions {
  /** Adds i -> i for every target i that has no such edge, in its place in the order. Default false. */
  readonly selfLoops?: boolean;
  /**
   * How many source nodes there are where that is not the number of targets: a sampled block, whose first sources
   * are its targets. Default: as many as targets.
   */
  readonly numSources?: number;
  /** How many edges at the end of a block only fill up. */
  readonly numFilling?: number | undefined;
}

const iota = (length: number) => Int32Array.from({ length }, (_, i) => i);

function checkOrder({ source, target }: EdgeIndex, numTargets: number, numSources: number): void {
  for (let e = 0; e < target.length; e++) {
    const [s, t] = [source[e], target[e]];
    if (!(s >= 0 && s < numSources && t >= 0 && t < numTargets))
      throw fail(
        'kernels/edges',
        `expected sources below ${numSources} and targets below ${numTargets}, got ${s} -> ${t}`,
      );
    if (e > 0 && (t < target[e - 1] || (t === target[e - 1] && s < source[e - 1])))
      throw fail(
        'kernels/edges',
        `expected edges sorted by target, then source, got ${s} -> ${t} after ${source[e - 1]} -> ${target[e - 1]}`,
        'Build them with buildEdgeIndex.',
      );
  }
}

export class EdgeTensor {
  readonly numTargets: number;
  readonly numSources: number;
  /** Self-loops included. */
  readonly numEdges: number;
  /** The edges as plain arrays, self-loops included. */
  readonly edgeIndex: EdgeIndex;
  /** Which edge of the list it was built from edge e is; -1 for a self-loop that was added. */
  readonly given: Int32Array;
  /** numEdges node indices. */
  readonly source: Tensor1D;
  readonly target: Tensor1D;
  /** Edges by their target. */
  readonly incoming: Incidence;
  #outgoing: Incidence | null = null;
  #single: Incidence | null = null;
  #ones: Tensor1D | null = null;

  constructor(
    edgeIndex: EdgeIndex,
    numNodes: number,
    { selfLoops = false, numSources = numNodes, numFilling }: EdgeOptions = {},
  ) {
    checkOrder(edgeIndex, numNodes, numSources);
    if (selfLoops && numSources < numNodes)
      throw fail('kernels/edges', `expected ${numNodes} sources or more for self-loops, got ${numSources}`);
    const { source, target, given } = selfLoops
      ? withSelfLoops({ numNodes, numSources, edgeIndex, ...(numFilling !== undefined && { numFilling }) })
      : { ...edgeIndex, given: iota(edgeIndex.source.length) };
    this.numTargets = numNodes;
    this.numSources = numSources;
    this.numEdges = source.length;
    this.edgeIndex = { source, target };
    this.given = given;
    this.source = onDevice(source);
    this.target = onDevice(target);
    this.incoming = {
      numRows: numNodes,
      rowPtr: onDevice(rowPointers(numNodes, target)),
      edge: onDevice(iota(source.length)),
      node: this.source,
    };
  }

  /** Edges by their source: what gradients walk along. Made when first asked for. */
  get outgoing(): Incidence {
    if (!this.#outgoing) {
      const { matrix, order } = transpose({
        numRows: this.numTargets,
        numCols: this.numSources,
        rowPtr: rowPointers(this.numTargets, this.edgeIndex.target),
        colIndex: this.edgeIndex.source,
        values: new Float32Array(this.numEdges),
      });
      this.#outgoing = {
        numRows: this.numSources,
        rowPtr: onDevice(matrix.rowPtr),
        edge: onDevice(order),
        node: onDevice(matrix.colIndex),
      };
    }
    return this.#outgoing;
  }

  /** One row per edge, holding that edge and its target: gradients of messages are gathered along it. */
  get single(): Incidence {
    this.#single ??= {
      numRows: this.numEdges,
      rowPtr: onDevice(iota(this.numEdges + 1)),
      edge: this.incoming.edge,
      node: this.target,
    };
    return this.#single;
  }

  /** 1 for every edge. */
  get ones(): Tensor1D {
    this.#ones ??= onDevice(new Float32Array(this.numEdges).fill(1));
    return this.#ones;
  }

  dispose(): void {
    const { rowPtr, edge } = this.incoming;
    const made = [this.source, this.target, rowPtr, edge, this.#single?.rowPtr, this.#ones];
    const outgoing = this.#outgoing;
    for (const tensor of [...made, outgoing?.rowPtr, outgoing?.edge, outgoing?.node]) tensor?.dispose();
  }
}
