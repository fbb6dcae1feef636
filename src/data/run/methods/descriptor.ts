/** What every method without layers says of itself. */
import type { Descriptor } from '../layers/descriptor';
import type { TrainSpec } from '../training';

export interface MethodDescriptor<S extends { readonly kind: string }> extends Descriptor<S> {
  /** The loss of its epochs, which is another quantity than the cross-entropy of its class scores. */
  readonly loss: {
    readonly name: string;
    /** What it is taken over. */
    readonly of: string;
  };
  /** Training settings that it goes by; no other changes anything. */
  readonly training: readonly (keyof TrainSpec)[];
}
