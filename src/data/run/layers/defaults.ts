/** A layer, or a method, with every setting at its default. */
import { fail } from '../../base/errors';
import type { ParamValue } from '../params';
import { METHODS, type AnyMethodDescriptor, type MethodKind, type MethodSpec } from '../methods/methods';
import type { Descriptor, ParamReader } from './descriptor';
import { LAYERS, type AnyLayerDescriptor, type LayerKind, type LayerSpec } from './layers';

export function layerDescriptor(kind: LayerKind): AnyLayerDescriptor {
  const found = LAYERS.find(({ id }) => id === kind);
  if (!found) throw fail('layers', `expected one of ${LAYERS.map(({ id }) => id).join(', ')}, got '${kind}'`);
  return found;
}

export function methodDescriptor(kind: MethodKind): AnyMethodDescriptor {
  const found = METHODS.find(({ id }) => id === kind);
  if (!found)
    throw fail('methods', `expected one of ${METHODS.map(({ id }) => id).join(', ')}, got '${kind}'`);
  return found;
}

/** @param valueOf a validated value for each parameter of the descriptor */
export function readerOf({ id }: { readonly id: string }, valueOf: (key: string) => ParamValue): ParamReader {
  const wrong = (key: string, expected: string) =>
    fail(id, `expected ${expected} for '${key}', got ${String(valueOf(key))}`);
  const number = (key: string): number => {
    const value = valueOf(key);
    if (typeof value !== 'number') throw wrong(key, 'a number');
    return value;
  };
  return {
    integer: number,
    real: number,
    own: (key) => (valueOf(key) === null ? null : number(key)),
    boolean: (key) => {
      const value = valueOf(key);
      if (typeof value !== 'boolean') throw wrong(key, 'true or false');
      return value;
    },
    choice: (key, options) => {
      const found = options.find((option) => option === valueOf(key));
      if (found === undefined) throw wrong(key, `one of ${options.join(', ')}`);
      return found;
    },
  };
}

type Change = Readonly<Record<string, ParamValue>>;

/** @param change values of some parameters, by key */
export function withDefaults<S extends { readonly kind: string }>(
  descriptor: Descriptor<S>,
  change: Change = {},
): S {
  const standard = new Map(
    descriptor.params.map((param): [string, ParamValue] => [param.key, param.default]),
  );
  return descriptor.read(
    readerOf(descriptor, (key) => {
      const value = key in change ? change[key] : standard.get(key);
      if (value === undefined)
        throw fail(descriptor.id, `expected a parameter, found no '${key}' in its descriptor`);
      return value;
    }),
  );
}

/** @param change values of some parameters, by key */
export const defaultLayer = (kind: LayerKind, change: Change = {}): LayerSpec =>
  withDefaults(layerDescriptor(kind), change);

/** @param change values of some parameters, by key */
export const defaultMethod = (kind: MethodKind, change: Change = {}): MethodSpec =>
  withDefaults(methodDescriptor(kind), change);
