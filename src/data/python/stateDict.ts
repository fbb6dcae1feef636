/** The playground's weights under the names, and in the layout, that the script's model has in PyTorch. */
import { fail } from '../base/errors';
import type { NamedTensor } from '../formats/safetensors/write';
import { weightName } from '../run/weightName';
import type { ModuleParameter } from './layers/layer';
import type { WrittenLayer } from './writtenLayers';

function transposed({ shape, values }: NamedTensor): Float32Array {
  const [rows = 1, columns = 1] = shape;
  const turned = new Float32Array(values.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) turned[c * rows + r] = values[r * columns + c];
  return turned;
}

/**
 * @param tensors by `weightName`
 * @throws PlaygroundError where one is missing or has another size
 */
export function stateDict(
  layers: readonly WrittenLayer[],
  tensors: readonly NamedTensor[],
): readonly NamedTensor[] {
  const known = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const filled = (layer: number, { name, shape, roles, isTransposed }: ModuleParameter): NamedTensor => {
    const values = new Float32Array(shape.reduce((product, length) => product * length, 1));
    let at = 0;
    for (const role of roles) {
      const found = known.get(weightName(layer, role));
      if (!found) throw fail('python', `expected weights '${weightName(layer, role)}', found none`);
      const part = isTransposed ? transposed(found) : found.values;
      if (at + part.length > values.length)
        throw fail('python', `expected ${values.length} numbers for ${name}, got more`);
      values.set(part, at);
      at += part.length;
    }
    if (roles.length > 0 && at !== values.length)
      throw fail('python', `expected ${values.length} numbers for ${name}, got ${at}`);
    return { name, shape, values };
  };
  return layers.flatMap(({ parameters }, layer) => parameters.map((each) => filled(layer, each)));
}
