import type { Message } from '../../../../data/run/trace';

export type StepId =
  | 'transform'
  | 'collect'
  | 'score'
  | 'softmax'
  | 'weigh'
  | 'sum'
  | 'maximum'
  | 'gates'
  | 'remember'
  | 'network'
  | 'combine'
  | 'bias'
  | 'norm'
  | 'activate'
  | 'residual'
  | 'length';

export interface Strip {
  readonly key: string;
  readonly label: string;
  /** The node whose message it is; null for all other rows. */
  readonly from: number | null;
  readonly values: Float32Array;
  /** What comes out of the step, set apart from what goes in. */
  readonly isResult: boolean;
}

export interface Step {
  readonly id: StepId;
  /** A sentence on this node. */
  readonly sentence: string;
  readonly strips: readonly Strip[];
  /** Messages that are not drawn. */
  readonly more: number;
  /** Takes place once per round or hop. */
  readonly inRound: boolean;
}

/** A stack is for seeing: the table of messages has them all. */
export const MOST_IN_STACK = 8;

export const part = (label: string, values: Float32Array): Strip => ({
  key: label,
  label,
  from: null,
  values,
  isResult: false,
});

export const result = (label: string, values: Float32Array): Strip => ({
  ...part(label, values),
  isResult: true,
});

export const step = (id: StepId, sentence: string, strips: readonly Strip[], inRound = false): Step => ({
  id,
  sentence,
  strips,
  more: 0,
  inRound,
});

/** A step with one strip per message in the order given, then `others`. */
export function stacked<M extends Message>(
  id: StepId,
  sentence: string,
  messages: readonly M[],
  rowOf: (message: M) => Float32Array,
  nameOf: (from: number) => string,
  others: readonly Strip[] = [],
): Step {
  const stack = messages.slice(0, MOST_IN_STACK).map((message): Strip => ({
    key: `${message.edge}:${message.from}`,
    label: nameOf(message.from),
    from: message.from,
    values: rowOf(message),
    isResult: false,
  }));
  return { ...step(id, sentence, [...stack, ...others], true), more: messages.length - stack.length };
}
