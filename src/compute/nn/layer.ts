/** What a kind of layer gives the model: its parameters and its forward pass. One file each in conv/. */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import type { SparseTensor } from '../kernels/sparseTensor';
import type { GraphTensors } from './graphTensors';

export type Init = 'glorot' | 'zeros' | 'ones';

/** A parameter of a layer, found again by its role. */
export interface ParameterShape {
  readonly role: string;
  readonly shape: readonly number[];
  readonly init: Init;
}

/** What enters a layer, dropout included: features that may be sparse, or the output of the layer before. */
export interface LayerInput {
  readonly numCols: number;
  /** X W. Cheap for sparse features, so layers that can begin with their linear map do. */
  times(weight: Tensor2D): Tensor2D;
  /** X itself, numNodes x numCols: makes sparse features dense. */
  dense(): Tensor2D;
  /** A X, for a matrix with a column for each row of X; a linear map after it is taken before it where that costs less. */
  through(matrix: SparseTensor): LayerInput;
  /** Its first rows: the nodes that hear, where more of them send. */
  first(numRows: number): LayerInput;
}

export interface LayerContext<S extends LayerSpec> {
  readonly spec: S;
  readonly graph: GraphTensors;
  readonly input: LayerInput;
  /** The parameter of this role, as a tensor of its shape. */
  parameter(role: string): Tensor;
  matrix(role: string): Tensor2D;
  /** Dropout of something inside the layer at `rate`, or null while the model is evaluated. */
  dropout(rate: number, stream: number): DropoutSpec | null;
}

export interface LayerCode<S extends LayerSpec> {
  /** Channels that go out: of the last layer, the number of classes. */
  outChannels(spec: S): number;
  /**
   * The layer's own parameters; bias, norm and residual are added by the model.
   *
   * @param edgeChannels numbers that the graph tells of each edge: see `numEdgeChannels`
   */
  parameters(spec: S, inChannels: number, edgeChannels: number): readonly ParameterShape[];
  /** numNodes x outChannels, before bias, norm, activation and residual. */
  forward(context: LayerContext<S>): Tensor2D;
  /** What is done to the layer's output at the very end; nothing where it is missing. */
  after?(spec: S, output: Tensor2D): Tensor2D;
}
