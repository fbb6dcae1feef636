import type { AnyLayerDescriptor, LayerSpec } from '../../../data/run/layers/layers';
import type { Param } from '../../../data/run/params';
import { OWN_KEYS } from './layerChange';

/** Set once in a while: they stand behind "more". */
const RARE: ReadonlySet<string> = new Set(['norm', 'bias', 'residual', 'slope', ...OWN_KEYS]);

/** The output layer gives its numbers to the task as they are, and averages its heads where it has several. */
const NOT_OF_OUTPUT: ReadonlySet<string> = new Set(['activation', 'combine']);

/** Width and activation first, as on every card; sliders last, each on a row of its own. */
const rank = ({ key, kind }: Param): number =>
  key === 'width' ? 0 : key === 'activation' ? 1 : kind === 'own' ? 4 : kind === 'real' ? 3 : 2;

export interface CardParams {
  readonly common: readonly Param[];
  readonly rare: readonly Param[];
}

export interface Place {
  readonly isOutput: boolean;
  /** Whether the task says how wide the output layer is: as there are classes. */
  readonly isWidthGiven?: boolean;
  /** Whether training takes batches of nodes. */
  readonly inBatches: boolean;
}

/** The settings of a layer that change something where it stands. */
export function cardParams(
  descriptor: AnyLayerDescriptor,
  layer: LayerSpec,
  { isOutput, isWidthGiven = true, inBatches }: Place,
): CardParams {
  const counting = descriptor.params.filter(({ key }) => {
    if (isOutput && (NOT_OF_OUTPUT.has(key) || (isWidthGiven && key === 'width'))) return false;
    // Batch norm takes the mean of each channel away, and whatever was added to it.
    if (key === 'bias') return layer.norm !== 'batch';
    // One head is its own mean.
    if (key === 'combine') return !('heads' in layer && layer.heads === 1);
    // Who always goes back to the own prediction goes nowhere in any number of steps.
    if (key === 'hops') return !(layer.kind === 'appnp' && layer.teleport === 1);
    // A step that sees the whole graph hears every neighbour.
    if (key === 'fanOut') return inBatches;
    // What is never moved is not pulled towards zero either.
    if (key === 'weightDecay') return layer.learningRate !== 0;
    return true;
  });
  return {
    common: counting.filter(({ key }) => !RARE.has(key)).toSorted((a, b) => rank(a) - rank(b)),
    rare: counting.filter(({ key }) => RARE.has(key)).toSorted((a, b) => rank(a) - rank(b)),
  };
}
