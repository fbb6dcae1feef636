/** The graph on the device, in the forms that layers ask for: each is made once, when it is first wanted. */
import type { GraphData } from '../../data/graph/graphData';
import { gcnNormalise } from '../../data/graph/normalise';
import { adjacency, rowNormalise } from '../../data/graph/sparse';
import { EdgeTensor } from '../kernels/edgeTensor';
import { SparseTensor } from '../kernels/sparseTensor';

export class GraphTensors {
  readonly numNodes: number;
  readonly #graph: GraphData;
  #gcn: SparseTensor | null = null;
  #sum: SparseTensor | null = null;
  #weighted: SparseTensor | null = null;
  #mean: SparseTensor | null = null;
  #edges: EdgeTensor | null = null;
  #edgesAndLoops: EdgeTensor | null = null;

  constructor(graph: GraphData) {
    this.#graph = graph;
    this.numNodes = graph.numNodes;
  }

  /** D̂^-1/2 (A + I) D̂^-1/2 of Kipf and Welling, with the edges' weights. */
  get gcn(): SparseTensor {
    this.#gcn ??= new SparseTensor(gcnNormalise(this.#graph));
    return this.#gcn;
  }

  /** A, every edge counting 1. */
  get sum(): SparseTensor {
    this.#sum ??= new SparseTensor(adjacency(this.numNodes, this.#graph.edgeIndex));
    return this.#sum;
  }

  /** A with the edges' weights. */
  get weighted(): SparseTensor {
    const { edgeIndex, edgeWeight } = this.#graph;
    if (!edgeWeight) return this.sum;
    this.#weighted ??= new SparseTensor(adjacency(this.numNodes, edgeIndex, edgeWeight));
    return this.#weighted;
  }

  /** D^-1 A, every edge counting 1: nodes without incoming edges have a row of zeros. */
  get mean(): SparseTensor {
    this.#mean ??= new SparseTensor(rowNormalise(adjacency(this.numNodes, this.#graph.edgeIndex)));
    return this.#mean;
  }

  get edges(): EdgeTensor {
    this.#edges ??= new EdgeTensor(this.#graph.edgeIndex, this.numNodes);
    return this.#edges;
  }

  /** The edges, and a self-loop at every node. */
  get edgesAndLoops(): EdgeTensor {
    this.#edgesAndLoops ??= new EdgeTensor(this.#graph.edgeIndex, this.numNodes, { selfLoops: true });
    return this.#edgesAndLoops;
  }

  dispose(): void {
    for (const made of [this.#gcn, this.#sum, this.#weighted, this.#mean, this.#edges, this.#edgesAndLoops])
      made?.dispose();
  }
}
