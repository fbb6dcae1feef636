/** What a kind of layer says of its nodes: rows and their parts. One file each in layers/, the mirror of compute/nn/conv. */
import type { DenseMatrix } from '../../data/graph/graphData';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { Rule } from '../../data/run/trace';
import type { InputRows } from './inputRows';
import type { GraphLinks } from './links';
import type { Row, Rows } from './rows';

export interface ExplainContext<S extends LayerSpec> {
  readonly spec: S;
  readonly links: GraphLinks;
  readonly input: InputRows;
  /** The parameter of this role: a vector is a matrix of one row. */
  readonly matrix: (role: string) => DenseMatrix;
  readonly vector: (role: string) => Row;
}

export interface Explained {
  /** m_i: before bias, norm, activation and residual. */
  readonly row: Rows;
  readonly rule: (node: number) => Rule;
}

export type Explain<S extends LayerSpec> = (context: ExplainContext<S>) => Explained;
