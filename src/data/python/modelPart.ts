/** The model of a script: a class with one block of lines for each layer. */
import type { Activation } from '../run/params';
import type { RunSpec } from '../run/runSpec';
import { indented, list } from './literals';
import { isFrozen, parametersOf, reference } from './parameterReferences';
import { dropoutInto, dropoutsInUse, type WrittenLayer } from './writtenLayers';

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

/** Statements of __init__ that freeze layers whose own learning rate is 0. */
function freezing(layers: readonly WrittenLayer[]): readonly string[] {
  const frozen = layers.filter(isFrozen).flatMap(parametersOf);
  if (frozen.length === 0) return [];
  return [
    '# These keep the weights that they are drawn with.',
    `for parameter in ${list(frozen.map((each) => reference('self', each)))}:`,
    '    parameter.requires_grad_(False)',
  ];
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
    """Glorot and Bengio's draw for every matrix; biases start at 0, and norms as they are."""
    for name, parameter in self.named_parameters():
        if parameter.dim() > 1:
            glorot(parameter)
        elif not name.startswith("norm"):
            torch.nn.init.zeros_(parameter)`;

/** class Net. */
export function modelPart(layers: readonly WrittenLayer[], run: RunSpec, title: string): string {
  const widths = [layers[0]?.place.inChannels ?? 0, ...layers.map(({ place }) => place.outChannels)];
  const hearsEdges = layers.some(({ spec }) => spec.kind !== 'linear');
  const init = [
    'super().__init__()',
    ...dropoutsInUse(layers, run).map((name) => `self.${name} = ${name.toUpperCase()}`),
    ...layers.flatMap(setUp),
    'self.reset_parameters()',
    ...freezing(layers),
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
