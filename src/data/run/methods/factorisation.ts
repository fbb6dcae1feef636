import type { MethodDescriptor } from './descriptor';

export interface FactorisationSpec {
  readonly kind: 'factorisation';
  /** Numbers to a node: the largest singular values. */
  readonly dimension: number;
}

export const FACTORISATION: MethodDescriptor<FactorisationSpec> = {
  id: 'factorisation',
  name: 'Factorisation',
  formula: String.raw`A + A^2 \approx U S V^\top, \quad z = U \sqrt{S}`,
  sentence: 'Nodes that one or two steps join get embeddings with a large dot product; nothing is learned.',
  paper: 'Ahmed et al., Distributed Large-scale Natural Graph Factorization, WWW 2013',
  loss: { name: 'Share not explained', of: 'A + A²' },
  training: ['epochs'],
  params: [
    {
      kind: 'integer',
      key: 'dimension',
      label: 'dimension',
      help: 'Numbers kept for each node: the largest singular values.',
      min: 2,
      max: 256,
      default: 64,
    },
  ],
  read: (values) => ({ kind: 'factorisation', dimension: values.integer('dimension') }),
};
