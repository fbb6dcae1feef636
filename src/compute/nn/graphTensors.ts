/** The graph on the device, in the forms that layers ask for: each is made once, when it is first wanted. */
import type { GraphData } from '../../data/graph/graphData';
import { gcnNormalise } from '../../data/graph/normalise';
import { SparseTensor } from '../kernels/sparseTensor';

export class GraphTensors {
  readonly numNodes: number;
  readonly #graph: GraphData;
  #gcn: SparseTensor | null = null;

  constructor(graph: GraphData) {
    this.#graph = graph;
    this.numNodes = graph.numNodes;
  }

  /** D̂^-1/2 (A + I) D̂^-1/2 of Kipf and Welling. */
  get gcn(): SparseTensor {
    this.#gcn ??= new SparseTensor(gcnNormalise(this.#graph));
    return this.#gcn;
  }

  dispose(): void {
    this.#gcn?.dispose();
  }
}
