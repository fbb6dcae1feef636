import type { Features } from '../../../data/graph/graphData';
import type { LayerSpec } from '../../../data/spec/layers/layers';
import type { Param } from '../../../data/spec/params';
import { TRAIN_PARAMS, type TrainSpec } from '../../../data/spec/training';

/** The settings that change something for these features and these layers: no control that does nothing. */
export const paramsThatCount = (
  features: Features | null,
  layers: readonly LayerSpec[],
  weightDecay: number,
): readonly Param<keyof TrainSpec>[] =>
  TRAIN_PARAMS.filter(({ key }) => {
    // The rows of the identity sum to 1 as they are.
    if (key === 'normaliseFeatures') return features?.kind !== 'identity';
    if (key === 'dropout') return layers.length > 1;
    if (key === 'decayOn') return weightDecay > 0 && hasOtherThanFirstWeights(layers);
    return true;
  });

/** A bias, a norm or a second layer: what 'first layer' spares and 'all layers' does not. */
const hasOtherThanFirstWeights = (layers: readonly LayerSpec[]): boolean =>
  layers.length > 1 || layers.some(({ bias, norm }) => bias || norm !== 'none');
