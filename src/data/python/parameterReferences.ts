/** Which parameters a script's model learns, and how Python refers to them. */
import type { ModuleParameter } from './layers/layer';
import type { WrittenLayer } from './writtenLayers';

/** `conv1.nn.0.weight` as Python writes it: `model.conv1.nn[0].weight`. */
export const reference = (of: string, { name }: ModuleParameter): string =>
  `${of}.${name}`.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');

/** Without constants. */
export const parametersOf = ({ parameters }: WrittenLayer): readonly ModuleParameter[] =>
  parameters.filter(({ roles }) => roles.length > 0);

/** A layer whose own learning rate is 0 keeps its first weights. */
export const isFrozen = ({ spec }: WrittenLayer): boolean => spec.learningRate === 0;
