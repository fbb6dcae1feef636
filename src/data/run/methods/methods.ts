/** Methods without layers: a file each beside this one, and a line in the list. */
import type { MethodDescriptor } from './descriptor';
import { FACTORISATION, type FactorisationSpec } from './factorisation';
import { LABEL_PROPAGATION, type LabelPropagationSpec } from './labelPropagation';
import { NODE2VEC, type Node2VecSpec } from './node2vec';

export type MethodSpec = Node2VecSpec | FactorisationSpec | LabelPropagationSpec;
export type MethodKind = MethodSpec['kind'];
export type AnyMethodDescriptor = MethodDescriptor<MethodSpec>;

export const METHODS: readonly AnyMethodDescriptor[] = [NODE2VEC, FACTORISATION, LABEL_PROPAGATION];
