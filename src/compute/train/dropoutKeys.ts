/** What is dropped in a step: a key for each step, layer and place in it. */
import { randomKey, STREAM } from '../../data/base/random';
import { MAX_DEPTH } from '../../data/run/models';
import type { RunSpec } from '../../data/run/runSpec';
import type { TrainSpec } from '../../data/run/training';
import type { StepDropout } from '../nn/model';

/** Places inside a layer where something may be dropped, beside its input. */
const MAX_STREAMS = 4;

/** @param step from the beginning of the run on, 1 for the first */
export function dropoutAt({ seed, model }: RunSpec, step: number, settings: TrainSpec): StepDropout {
  const rateInto = (layer: number) =>
    model.layers[layer].dropout ?? (layer === 0 ? settings.inputDropout : settings.dropout);
  const key = (layer: number, stream: number) =>
    randomKey(seed, STREAM.dropout, (step * MAX_DEPTH + layer) * MAX_STREAMS + stream);
  return {
    input: (layer) => ({ key: key(layer, 0), rate: rateInto(layer) }),
    inside: (layer, rate, stream) => ({ key: key(layer, 1 + stream), rate }),
  };
}
