/** The model of a script: a class with one block of lines for each layer, and the names of its parameters. */
import type { LayerSpec } from '../spec/layers/layers';
import type { RunSpec } from '../spec/runSpec';
import type { Activation } from '../spec/params';
import { float, indented } from './literals';
import type { GraphFacts } from './graphFacts';
import { linearWeight, type LayerText, type ModuleParameter, type Place } from './layers/layer';
import { writeLayer } from './layers/layers';

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

function setUp({ spec, place, text }: WrittenLayer): readonly string[] {
  const { number, inChannels, outChannels } = place;
  const lines = [...text.setUp];
  if (spec.norm === 'layer') lines.push(`self.norm${number} = torch.nn.LayerNorm(${outChannels})`);
  // The playground keeps no running statistics: a norm takes those of the nodes at hand.
  if (spec.norm === 'batch')
    lines.push(`self.norm${number} = torch.nn.BatchNorm1d(${outChannels}, track_running_stats=False)`);
  if (spec.residual && inChannels !== outChannels)
    lines.push(`self.skip${number} = torch.nn.Linear(${inChannels}, ${outChannels}, bias=False)`);
  return lines;
}

const ACTIVATED: { readonly [A in Activation]: (value: string) => string } = {
  relu: (value) => `torch.relu(${value})`,
  tanh: (value) => `torch.tanh(${value})`,
  elu: (value) => `F.elu(${value})`,
  none: (value) => value,
};

/** Share of what enters the layer that is dropped, as the script has it; null where nothing ever is. */
function dropoutInto({ spec, place }: WrittenLayer, { training, timeline }: RunSpec): string | null {
  if (spec.dropout !== null) return spec.dropout === 0 ? null : float(spec.dropout);
  const key = place.number === 1 ? 'inputDropout' : 'dropout';
  const isEver = training[key] > 0 || timeline.some(({ change }) => (change[key] ?? 0) > 0);
  if (!isEver) return null;
  return place.number === 1 ? 'self.input_dropout' : 'self.dropout';
}

/** h' = act(norm(m + b)) + r, in the order of the playground. */
function forward(layer: WrittenLayer, run: RunSpec): readonly string[] {
  const { spec, place, text } = layer;
  const { number, inChannels, outChannels } = place;
  const rate = dropoutInto(layer, run);
  const lines = rate === null ? [] : [`x = F.dropout(x, ${rate}, self.training)`];
  if (spec.residual) lines.push(inChannels === outChannels ? 'skip = x' : `skip = self.skip${number}(x)`);
  const sum = spec.norm === 'none' ? text.forward : `self.norm${number}(${text.forward})`;
  lines.push(`x = ${ACTIVATED[spec.activation](sum)}${spec.residual ? ' + skip' : ''}`);
  if (text.after) lines.push(`x = ${text.after}`);
  return lines;
}

const EDGE_NUMBERS = `def edge_numbers(data):
    """What a message is told of its edge: the edge's features, its weight alone, or 1."""
    if data.edge_attr is not None:
        return data.edge_attr
    weight = data.edge_weight if data.edge_weight is not None else data.x.new_ones(data.num_edges)
    return weight.unsqueeze(1)`;

/** Classes and functions that come before the model, each once. */
export function definitionsOf(layers: readonly WrittenLayer[]): readonly string[] {
  const definitions = layers.flatMap(({ text }) => text.definition ?? []);
  const hasMessages = layers.some(({ spec }) => spec.kind === 'mpnn');
  return [...(hasMessages ? [EDGE_NUMBERS] : []), ...new Set(definitions)];
}

const RESET = `def reset_parameters(self):
    """Glorot and Bengio's draw for every matrix; biases start at 0."""
    for name, parameter in self.named_parameters():
        if parameter.dim() > 1:
            glorot(parameter)
        elif not name.startswith("norm"):
            torch.nn.init.zeros_(parameter)`;

/** class Net. */
export function modelPart(layers: readonly WrittenLayer[], run: RunSpec, title: string): string {
  const widths = [layers[0]?.place.inChannels ?? 0, ...layers.map(({ place }) => place.outChannels)];
  const hearsEdges = layers.some(({ spec }) => spec.kind !== 'linear');
  const usesEither = layers.map((layer) => dropoutInto(layer, run));
  const init = [
    'super().__init__()',
    ...(usesEither.includes('self.input_dropout') ? ['self.input_dropout = INPUT_DROPOUT'] : []),
    ...(usesEither.includes('self.dropout') ? ['self.dropout = DROPOUT'] : []),
    ...layers.flatMap(setUp),
    'self.reset_parameters()',
  ];
  const body = [
    hearsEdges ? 'x, edge_index = data.x, data.edge_index' : 'x = data.x',
    ...layers.flatMap((layer) => forward(layer, run)),
    'return x',
  ];
  return `class Net(torch.nn.Module):
    """${title}: ${widths.join(' -> ')} numbers to a node."""

    def __init__(self):
${indented(init.join('\n'), 8)}

${indented(RESET)}

    def forward(self, data):
${indented(body.join('\n'), 8)}`;
}
