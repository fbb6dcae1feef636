/**
 * Descriptors of what a person can choose. Forms, documentation, validation and tests are drawn from them: a new
 * choice is a descriptor in one file plus a line in one list.
 */

interface ParamBase<K extends string> {
  readonly key: K;
  readonly label: string;
  /** One plain sentence. */
  readonly help: string;
}

export interface IntegerParam<K extends string = string> extends ParamBase<K> {
  readonly kind: 'integer';
  /** Ascending: what the page offers, in a list. The console takes what lies between. */
  readonly stops?: readonly number[];
  /** What 0 means, in words. */
  readonly zero?: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

export interface RealParam<K extends string = string> extends ParamBase<K> {
  readonly kind: 'real';
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** The stops of the slider, ascending; the console may use any value in between. */
  readonly stops: readonly number[];
}

/** A number that is left to the training settings (null) or has a value of its own. */
export interface OwnParam<K extends string = string> extends ParamBase<K> {
  readonly kind: 'own';
  readonly min: number;
  readonly max: number;
  readonly default: null;
  readonly stops: readonly number[];
}

export interface ChoiceParam<K extends string = string> extends ParamBase<K> {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly default: string;
}

export interface BooleanParam<K extends string = string> extends ParamBase<K> {
  readonly kind: 'boolean';
  readonly default: boolean;
}

export type Param<K extends string = string> =
  IntegerParam<K> | RealParam<K> | OwnParam<K> | ChoiceParam<K> | BooleanParam<K>;
export type ParamValue = number | string | boolean | null;

export const ACTIVATIONS = ['relu', 'tanh', 'elu', 'none'] as const;
export type Activation = (typeof ACTIVATIONS)[number];
