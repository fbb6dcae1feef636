/** A layer with every setting at its default. */
import { fail } from '../../base/errors';
import type { ParamValue } from '../params';
import type { ParamReader } from './descriptor';
import { LAYERS, type AnyLayerDescriptor, type LayerKind, type LayerSpec } from './layers';

export function layerDescriptor(kind: LayerKind): AnyLayerDescriptor {
  const found = LAYERS.find(({ id }) => id === kind);
  if (!found) throw fail('layers', `expected one of ${LAYERS.map(({ id }) => id).join(', ')}, got '${kind}'`);
  return found;
}

/** @param valueOf a validated value for each parameter of the descriptor */
export function readerOf(descriptor: AnyLayerDescriptor, valueOf: (key: string) => ParamValue): ParamReader {
  const wrong = (key: string, expected: string) =>
    fail(descriptor.id, `expected ${expected} for '${key}', got ${String(valueOf(key))}`);
  const number = (key: string): number => {
    const value = valueOf(key);
    if (typeof value !== 'number') throw wrong(key, 'a number');
    return value;
  };
  return {
    integer: number,
    real: number,
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

/** @param change values of some parameters, by key */
export function defaultLayer(kind: LayerKind, change: Readonly<Record<string, ParamValue>> = {}): LayerSpec {
  const descriptor = layerDescriptor(kind);
  const standard = new Map(
    descriptor.params.map((param): [string, ParamValue] => [param.key, param.default]),
  );
  return descriptor.read(
    readerOf(descriptor, (key) => {
      const value = change[key] ?? standard.get(key);
      if (value === undefined) throw fail(kind, `expected a parameter, found no '${key}' in its descriptor`);
      return value;
    }),
  );
}
