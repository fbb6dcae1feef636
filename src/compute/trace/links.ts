/** The graph as layers gather along it: at each node, who sends, over which edge, with which coefficient. */
import type { GraphData, SparseMatrix } from '../../data/graph/graphData';
import { gcnNormalise } from '../../data/graph/normalise';
import { withSelfLoops } from '../../data/graph/selfLoops';
import { adjacency, rowNormalise } from '../../data/graph/sparse';
import type { Message } from '../../data/run/trace';
import { addScaled, lengthOf, scaled, type Row, type Rows } from './rows';

/** Row = target, column = sender, value = coefficient. */
export interface Links extends SparseMatrix {
  /** The graph's edge of each entry where a self-loop at every node stands among them; null: entry k is edge k. */
  readonly given: Int32Array | null;
}

/** The forms of a graph that layers ask for, each made once. As in compute/nn/graphTensors.ts. */
export class GraphLinks {
  readonly graph: GraphData;
  #gcn: Links | null = null;
  #sum: Links | null = null;
  #mean: Links | null = null;
  #weighted: Links | null = null;

  constructor(graph: GraphData) {
    this.graph = graph;
  }

  get numNodes(): number {
    return this.graph.numNodes;
  }

  /** D̂^-1/2 (A + I) D̂^-1/2, with the edges' weights. */
  get gcn(): Links {
    this.#gcn ??= { ...gcnNormalise(this.graph), given: withSelfLoops(this.graph).given };
    return this.#gcn;
  }

  /** A, every edge counting 1. */
  get sum(): Links {
    this.#sum ??= { ...adjacency(this.numNodes, this.graph.edgeIndex), given: null };
    return this.#sum;
  }

  /** D^-1 A, every edge counting 1. */
  get mean(): Links {
    this.#mean ??= { ...rowNormalise(this.sum), given: null };
    return this.#mean;
  }

  /** A with the edges' weights. */
  get weighted(): Links {
    const { edgeIndex, edgeWeight } = this.graph;
    this.#weighted ??= { ...adjacency(this.numNodes, edgeIndex, edgeWeight), given: null };
    return this.#weighted;
  }
}

/** Who sends to a node: sender, edge (-1: itself) and coefficient, in the order of the kernels. */
export function eachSender(
  { rowPtr, colIndex, values, given }: Links,
  node: number,
  visit: (from: number, edge: number, coefficient: number) => void,
): void {
  for (let k = rowPtr[node]; k < rowPtr[node + 1]; k++) {
    const from = colIndex[k];
    // A self-loop that the graph has is no further message there: it is what the node sends itself.
    const edge = !given ? k : from === node ? -1 : given[k];
    visit(from, edge, values[k]);
  }
}

/** sum_j c_ij v_j. */
export function gathered(links: Links, node: number, valueOf: Rows, width: number): Row {
  const sum = new Float32Array(width);
  eachSender(links, node, (from, _edge, coefficient) => addScaled(sum, valueOf(from), coefficient));
  return sum;
}

/** The same sum, message by message. @param factor that all contributions have, beside their coefficients */
export function messagesOf(
  links: Links,
  node: number,
  valueOf: Rows,
  through: string | null,
  factor = 1,
): Unshared[] {
  const messages: Unshared[] = [];
  eachSender(links, node, (from, edge, coefficient) => {
    messages.push(messageOf(from, edge, coefficient, valueOf(from), through, factor));
  });
  return messages;
}

/** A message whose share waits for the others. */
export type Unshared = Omit<Message, 'share'>;

export const messageOf = (
  from: number,
  edge: number,
  coefficient: number,
  value: Row,
  through: string | null,
  factor = 1,
): Unshared => ({
  from,
  edge,
  coefficients: Float32Array.of(coefficient),
  value,
  contribution: scaled(value, coefficient * factor),
  through,
});

/** Shares by the length of contributions; 0 for all where nothing is contributed. */
export function withShares<M extends Unshared>(messages: readonly M[]): (M & { readonly share: number })[] {
  const lengths = messages.map(({ contribution }) => lengthOf(contribution));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return messages.map((message, k) => ({ ...message, share: all > 0 ? lengths[k] / all : 0 }));
}
