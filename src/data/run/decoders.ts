/** What makes a score of the embeddings of two nodes: a descriptor each. */
export interface DecoderDescriptor<K extends string = string> {
  readonly id: K;
  readonly name: string;
  /** TeX, of the rows z_u and z_v. */
  readonly formula: string;
  /** Whether it has weights of its own to learn: a method without layers cannot train them. */
  readonly isLearned: boolean;
}

export const DECODERS = [
  { id: 'dot', name: 'Dot product', formula: String.raw`z_u \cdot z_v`, isLearned: false },
  {
    id: 'cosine',
    name: 'Cosine',
    formula: String.raw`\frac{z_u \cdot z_v}{\lVert z_u \rVert \, \lVert z_v \rVert}`,
    isLearned: false,
  },
  {
    id: 'bilinear',
    name: 'Bilinear',
    formula: String.raw`\frac{1}{2} (z_u^\top W z_v + z_v^\top W z_u)`,
    isLearned: true,
  },
  {
    id: 'mlp',
    name: 'MLP of the pair',
    formula: String.raw`w^\top \mathrm{relu}(W^\top (z_u \odot z_v) + b) + c`,
    isLearned: true,
  },
] as const satisfies readonly DecoderDescriptor[];
export type DecoderId = (typeof DECODERS)[number]['id'];
