import type { GraphData } from '../../../data/graph/graphData';
import { methodDescriptor } from '../../../data/run/layers/defaults';
import type { LayerSpec } from '../../../data/run/layers/layers';
import type { Param } from '../../../data/run/params';
import type { RunSpec } from '../../../data/run/runSpec';
import { TRAIN_PARAMS, type TrainSpec } from '../../../data/run/training';
import { isMoot } from '../../state/settings';

export interface TrainingParams {
  readonly frequent: readonly Param<keyof TrainSpec>[];
  /** Set once in a while: they stand behind "more". */
  readonly rare: readonly Param<keyof TrainSpec>[];
}

/** In the order in which they are shown. */
const FREQUENT: readonly (keyof TrainSpec)[] = [
  'learningRate',
  'weightDecay',
  'inputDropout',
  'dropout',
  'epochs',
];

/** The settings that change something for this graph and this model: no control that does nothing. */
export function paramsThatCount(graph: GraphData, { model, training }: RunSpec): TrainingParams {
  const counting = TRAIN_PARAMS.filter(({ key }) =>
    model.method
      ? methodDescriptor(model.method.kind).training.includes(key)
      : !isMoot(key, training) && countsForLayers(key, model.layers, training, graph),
  );
  return {
    frequent: FREQUENT.flatMap((key) => counting.find((param) => param.key === key) ?? []),
    rare: counting
      .filter(({ key }) => !FREQUENT.includes(key))
      .map((param) => (param.key === 'batchSize' ? sensibleBatches(param, graph) : param)),
  };
}

function countsForLayers(
  key: keyof TrainSpec,
  layers: readonly LayerSpec[],
  training: TrainSpec,
  { features, labelling }: GraphData,
): boolean {
  const [first, ...others] = layers;
  switch (key) {
    // What every layer has for itself is not the run's to set.
    case 'learningRate':
      return layers.some((layer) => layer.learningRate === null);
    case 'inputDropout':
      return first?.dropout === null;
    case 'dropout':
      return others.some((layer) => layer.dropout === null);
    case 'weightDecay':
      return layers.some(
        (layer, index) =>
          layer.weightDecay === null && isMoved(layer) && (index === 0 || training.decayOn === 'all layers'),
      );
    case 'decayOn':
      return layers.some((layer, index) => isSpared(layer, index, training.weightDecay));
    // The rows of the identity sum to 1 as they are.
    case 'normaliseFeatures':
      return features.kind !== 'identity';
    // It is the validation nodes that say when.
    case 'earlyStopping':
    case 'patience':
      return labelling.split.val !== null;
    default:
      return true;
  }
}

const isMoved = ({ learningRate }: LayerSpec): boolean => learningRate !== 0;

/** Whether 'first layer' spares what 'all layers' does not: later weights without a decay of their own, biases, norms. */
const isSpared = (layer: LayerSpec, index: number, ofRun: number): boolean =>
  isMoved(layer) &&
  (layer.weightDecay ?? ofRun) > 0 &&
  ((index > 0 && layer.weightDecay === null) || layer.bias || layer.norm !== 'none');

const MOST_STEPS = 32;

/** Batches that make more than one step of an epoch, and not very many. */
function sensibleBatches<P extends Param<keyof TrainSpec>>(param: P, { labelling }: GraphData): P {
  if (param.kind !== 'integer' || !param.stops) return param;
  const count = labelling.split.train.length;
  return {
    ...param,
    stops: param.stops.filter((stop) => stop === 0 || (stop < count && stop * MOST_STEPS >= count)),
  };
}
