import type { Features } from '../../../data/graph/graphData';
import type { Param } from '../../../data/spec/params';
import { TRAIN_PARAMS, type TrainSpec } from '../../../data/spec/training';

/** The settings that change something for these features and this depth: no control that does nothing. */
export const paramsThatCount = (
  features: Features | null,
  depth: number,
  weightDecay: number,
): readonly Param<keyof TrainSpec>[] =>
  TRAIN_PARAMS.filter(({ key }) => {
    // The rows of the identity sum to 1 as they are.
    if (key === 'normaliseFeatures') return features?.kind !== 'identity';
    if (key === 'dropout') return depth > 1;
    if (key === 'decayOn') return weightDecay > 0;
    return true;
  });
