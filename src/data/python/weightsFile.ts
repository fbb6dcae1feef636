/** Weights as a safetensors file: the state_dict of the script's model, with what they are of as metadata. */
import { numFeatures, type GraphData } from '../graph/graphData';
import { writeSafetensors, type NamedTensor } from '../formats/safetensors/write';
import { layersAsBuilt } from '../run/layers/lastLayer';
import { canonical, type RunSpec } from '../run/runSpec';
import { graphFacts } from './graphFacts';
import { writtenLayers } from './writtenLayers';
import { stateDict } from './stateDict';

export interface WeightsOf {
  readonly run: RunSpec;
  /** As it is at the epoch, edits included. */
  readonly graph: GraphData;
  readonly epoch: number;
  /** As the engine gives them (`Engine.weights`). */
  readonly weights: readonly NamedTensor[];
}

/** A model without layers has its embedding alone, under the name that the engine gives it. */
export function weightsFile({ run, graph, epoch, weights }: WeightsOf): Uint8Array<ArrayBuffer> {
  const tensors = run.model.method
    ? weights
    : stateDict(writtenLayers(layersAsBuilt(run, graph), graphFacts(graph)), weights);
  return writeSafetensors(tensors, {
    format: 'pt',
    graph: graph.name,
    epoch: String(epoch),
    model: canonical(run.model),
    numNodes: String(graph.numNodes),
    numFeatures: String(numFeatures(graph.features)),
  });
}
