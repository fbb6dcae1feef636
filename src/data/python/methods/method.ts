/** What a method without layers writes into a script. One file each beside this one. */
export interface MethodText {
  /** Constants at the head, beyond EPOCHS. */
  readonly settings: readonly string[];
  /** What the code needs of torch_geometric and torch. */
  readonly modules?: readonly (readonly [from: string, names: readonly string[]])[];
  /** Functions and classes; among them `logits_of(data, args)`. */
  readonly code: readonly string[];
  /** Whether an embedding can be loaded and kept. */
  readonly hasEmbedding: boolean;
  /** Whole sentences: what is not as it was on the page. */
  readonly remarks: readonly string[];
}
