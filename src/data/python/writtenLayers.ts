/** The layers of a script's model: what each writes, and the names of its parameters. */
import type { LayerSpec } from '../run/layers/layers';
import type { RunSpec } from '../run/runSpec';
import type { GraphFacts } from './graphFacts';
import { linearWeight, type LayerText, type ModuleParameter, type Place } from './layers/layer';
import { writeLayer } from './layers/layers';
import { float } from './literals';

/** A layer with what it writes and where its parameters stand. */
export interface WrittenLayer {
  readonly spec: LayerSpec;
  readonly place: Place;
  readonly text: LayerText;
  /** All of them: those of the layer's own, of its norm and of its residual. */
  readonly parameters: readonly ModuleParameter[];
}

/** @param layers as built: see `asLastLayer` */
export function writtenLayers(layers: readonly LayerSpec[], facts: GraphFacts): readonly WrittenLayer[] {
  return layers.map((spec, index) => {
    const place: Place = {
      number: index + 1,
      inChannels: layers[index - 1]?.width ?? facts.numFeatures,
      outChannels: spec.width,
      isWeighted: facts.isWeighted,
      edgeChannels: facts.edgeChannels,
    };
    const text = writeLayer(spec, place);
    return { spec, place, text, parameters: [...text.parameters, ...commonParameters(spec, place)] };
  });
}

function commonParameters(spec: LayerSpec, place: Place): readonly ModuleParameter[] {
  const { number, inChannels, outChannels } = place;
  const norm = (name: string, role: string): ModuleParameter => ({
    name: `norm${number}.${name}`,
    roles: [`norm ${role}`],
    shape: [outChannels],
  });
  return [
    ...(spec.norm === 'none' ? [] : [norm('weight', 'scale'), norm('bias', 'shift')]),
    ...(spec.residual && inChannels !== outChannels
      ? [linearWeight(`skip${number}.weight`, 'residual', inChannels, outChannels)]
      : []),
  ];
}

/** Names of the run's two settings of dropout, on the model and as constants of the script. */
export const DROPOUTS = { first: 'input_dropout', later: 'dropout' } as const;

/** Share of what enters the layer that is dropped, as Python writes it; null where nothing ever is. */
export function dropoutInto({ spec, place }: WrittenLayer, { training, timeline }: RunSpec): string | null {
  if (spec.dropout !== null) return spec.dropout === 0 ? null : float(spec.dropout);
  const isFirst = place.number === 1;
  const key = isFirst ? 'inputDropout' : 'dropout';
  const isEver = training[key] > 0 || timeline.some(({ change }) => (change[key] ?? 0) > 0);
  return isEver ? `self.${isFirst ? DROPOUTS.first : DROPOUTS.later}` : null;
}

/** Those of the run's two settings of dropout that some layer goes by. */
export const dropoutsInUse = (
  layers: readonly WrittenLayer[],
  run: RunSpec,
): readonly (typeof DROPOUTS)[keyof typeof DROPOUTS][] =>
  Object.values(DROPOUTS).filter((name) =>
    layers.some((layer) => dropoutInto(layer, run) === `self.${name}`),
  );
