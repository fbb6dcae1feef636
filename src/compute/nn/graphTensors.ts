/** The graph on the device, in the forms that layers ask for: each is made once, when it is first wanted. */
import { keep, tensor2d, tidy, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { degrees } from '../../data/graph/degrees';
import type { DenseMatrix } from '../../data/graph/graphData';
import type { MessageGraph } from '../../data/graph/messageGraph';
import { gcnNormalise } from '../../data/graph/normalise';
import { withSelfLoops } from '../../data/graph/selfLoops';
import { adjacency, rowNormalise } from '../../data/graph/sparse';
import { EdgeTensor } from '../kernels/edgeTensor';
import { SparseTensor } from '../kernels/sparseTensor';

const matrixOf = ({ values, numRows, numCols }: DenseMatrix): Tensor2D =>
  tidy(() => keep(tensor2d(values, [numRows, numCols])));

const column = (values: Float32Array): Tensor2D => matrixOf({ values, numRows: values.length, numCols: 1 });

export class GraphTensors {
  /** Nodes that hear: rows of a layer's output. */
  readonly numNodes: number;
  /** Nodes that send: rows of a layer's input. As many, but for some layers of a sampled step. */
  readonly numSources: number;
  readonly #graph: MessageGraph;
  #gcn: SparseTensor | null = null;
  #sum: SparseTensor | null = null;
  #sumWithSelf: SparseTensor | null = null;
  #weighted: SparseTensor | null = null;
  #mean: SparseTensor | null = null;
  #inverseDegree: Tensor2D | null = null;
  #edgeValues: Tensor2D | null = null;
  #edges: EdgeTensor | null = null;
  #edgesAndLoops: EdgeTensor | null = null;

  constructor(graph: MessageGraph) {
    this.#graph = graph;
    this.numNodes = graph.numNodes;
    this.numSources = graph.numSources ?? graph.numNodes;
  }

  /** D̂^-1/2 (A + I) D̂^-1/2 of Kipf and Welling, with the edges' weights; a self-loop stands in the place of I's 1. */
  get gcn(): SparseTensor {
    this.#gcn ??= new SparseTensor(gcnNormalise(this.#graph));
    return this.#gcn;
  }

  /** A, every edge counting 1. */
  get sum(): SparseTensor {
    this.#sum ??= new SparseTensor(this.#adjacency(null));
    return this.#sum;
  }

  /** A + I: the sum of a node and its neighbours, of which a self-loop makes it one. */
  get sumWithSelf(): SparseTensor {
    if (!this.#sumWithSelf) {
      const { source, target, given } = withSelfLoops(this.#graph);
      const values = Float32Array.from(given, (edge, e) => (edge >= 0 && source[e] === target[e] ? 2 : 1));
      this.#sumWithSelf = new SparseTensor(
        adjacency(this.numNodes, { source, target }, values, this.numSources),
      );
    }
    return this.#sumWithSelf;
  }

  /** A with the edges' weights. */
  get weighted(): SparseTensor {
    const { edgeWeight } = this.#graph;
    if (!edgeWeight) return this.sum;
    this.#weighted ??= new SparseTensor(this.#adjacency(edgeWeight));
    return this.#weighted;
  }

  /** D^-1 A, every edge counting 1: nodes without incoming edges have a row of zeros. */
  get mean(): SparseTensor {
    this.#mean ??= new SparseTensor(rowNormalise(this.#adjacency(null)));
    return this.#mean;
  }

  /** numNodes x 1: 1 / number of incoming edges, 0 where there are none. */
  get inverseDegree(): Tensor2D {
    if (!this.#inverseDegree) {
      const degree = degrees(this.numNodes, this.#graph.edgeIndex);
      this.#inverseDegree = column(Float32Array.from(degree, (d) => (d > 0 ? 1 / d : 0)));
    }
    return this.#inverseDegree;
  }

  /** numEdges x edgeChannels: what the graph tells of each of `edges`, its weight alone where it has no features. */
  get edgeValues(): Tensor2D {
    const { edgeIndex, edgeWeight, edgeFeatures } = this.#graph;
    const numEdges = edgeIndex.source.length;
    if (edgeFeatures && edgeFeatures.numRows !== numEdges)
      throw fail('graph', `expected features of ${numEdges} edges, got ${edgeFeatures.numRows} rows`);
    this.#edgeValues ??= edgeFeatures
      ? matrixOf(edgeFeatures)
      : column(edgeWeight ?? new Float32Array(numEdges).fill(1));
    return this.#edgeValues;
  }

  get edges(): EdgeTensor {
    const { numSources } = this;
    this.#edges ??= new EdgeTensor(this.#graph.edgeIndex, this.numNodes, { numSources });
    return this.#edges;
  }

  /** The edges, and a self-loop at every node that has none. */
  get edgesAndLoops(): EdgeTensor {
    const { numSources } = this;
    const options = { selfLoops: true, numSources, numFilling: this.#graph.numFilling };
    this.#edgesAndLoops ??= new EdgeTensor(this.#graph.edgeIndex, this.numNodes, options);
    return this.#edgesAndLoops;
  }

  #adjacency(weight: Float32Array | null) {
    return adjacency(this.numNodes, this.#graph.edgeIndex, weight, this.numSources);
  }

  dispose(): void {
    const sparse = [this.#gcn, this.#sum, this.#sumWithSelf, this.#weighted, this.#mean];
    const rest = [this.#edges, this.#edgesAndLoops, this.#inverseDegree, this.#edgeValues];
    for (const made of [...sparse, ...rest]) made?.dispose();
  }
}
