import type { Explanation } from '../../../../data/run/trace';
import type { LayerSpec } from '../../../../data/run/layers/layers';
import { largestOf } from '../../../widgets/heatColour';
import { stepsOf } from '../steps/steps';
import { byShare } from './messageOrder';
import { roundsOf, type Subject } from './subject';

/** Of all strips of a layer: every step of every round. */
export function layerRange(subject: Subject): number {
  const rounds = roundsOf(subject.trace);
  const count = Math.max(1, rounds.length);
  return Math.max(
    ...Array.from({ length: count }, (_, round) =>
      largestOf(
        stepsOf(subject, byShare(rounds[round] ?? []), round).flatMap(({ strips }) =>
          strips.map(({ values }) => values),
        ),
      ),
    ),
  );
}

/** Of all layers that there are traces of. */
export const modelRange = (
  subject: Subject,
  ofAll: readonly Explanation[],
  layers: readonly LayerSpec[],
): number =>
  Math.max(
    layerRange(subject),
    ...ofAll.flatMap(({ trace, parameters }) => {
      const spec = layers[trace.layer];
      return spec ? layerRange({ ...subject, trace, parameters, spec }) : [];
    }),
  );
