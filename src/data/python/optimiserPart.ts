/** make_optimiser of a script: which learning rate and decay hold for which parameters. */
import type { RunSpec } from '../run/runSpec';
import type { Optimiser } from '../run/training';
import { float, indented } from './literals';
import { isFrozen, parametersOf, reference } from './parameterReferences';
import { movedSettings } from './timelinePart';
import type { WrittenLayer } from './writtenLayers';

interface Group {
  /** Entries of the group's dictionary. */
  readonly settings: readonly string[];
  readonly parameters: string[];
}

/** A setting that the run's own does not reach: where settings are moved in mid-run the group says so. */
const own = (key: string, value: number, mark: string, moves: boolean): readonly string[] => [
  `"${key}": ${float(value)}`,
  ...(moves ? [`"${mark}": True`] : []),
];

/**
 * Parameters by what holds for them. On the first layer alone decay spares biases, and so it does in a layer with a
 * decay of its own (compute/nn/parameters.ts); weights are what has two dimensions or more.
 */
function groupsOf(run: RunSpec, layers: readonly WrittenLayer[]): readonly Group[] {
  const { training } = run;
  const moved = movedSettings(run);
  const moves = moved.length > 0;
  const isEverDecaying =
    training.weightDecay > 0 || moved.some(([, change]) => (change.weightDecay ?? 0) > 0);
  const groups = new Map<string, Group>();
  layers.forEach((layer, index) => {
    const { learningRate, weightDecay } = layer.spec;
    if (isFrozen(layer)) return;
    for (const parameter of parametersOf(layer)) {
      const isWeight = parameter.shape.length > 1;
      const decays = training.decayOn === 'all layers' || (isWeight && (index === 0 || weightDecay !== null));
      const settings = [
        ...(learningRate === null ? [] : own('lr', learningRate, 'own_rate', moves)),
        ...(decays && weightDecay !== null ? own('weight_decay', weightDecay, 'own_decay', moves) : []),
        ...(!decays && isEverDecaying ? own('weight_decay', 0, 'own_decay', moves) : []),
      ];
      const key = settings.join();
      const group = groups.get(key) ?? { settings, parameters: [] };
      groups.set(key, group);
      group.parameters.push(reference('model', parameter));
    }
  });
  return [...groups.values()];
}

const SENTENCE = {
  'first layer': 'Weight decay pulls the weights of the first layer alone, as in Kipf and Welling.',
  'all layers': 'Weight decay pulls the parameters of all layers.',
} as const;

function groupText({ settings, parameters }: Group): string {
  const [first] = parameters;
  if (parameters.length === 1 && settings.length <= 2)
    return `{${[`"params": [${first}]`, ...settings].join(', ')}},`;
  return `{
    "params": [
${indented(parameters.map((each) => `${each},`).join('\n'), 8)}
    ],
${settings.map((each) => `    ${each},\n`).join('')}},`;
}

const OPTIMISER: { readonly [O in Optimiser]: string } = {
  adam: 'torch.optim.Adam(parameters, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)',
  adamw: 'torch.optim.AdamW(parameters, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)',
  sgd: 'torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM, weight_decay=WEIGHT_DECAY)',
};

export function optimiserPart(run: RunSpec, layers: readonly WrittenLayer[]): string {
  const groups = groupsOf(run, layers);
  const isPlain = groups.every(({ settings }) => settings.length === 0);
  const parameters = isPlain
    ? 'parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]'
    : `parameters = [\n${indented(groups.map(groupText).join('\n'))}\n]`;
  const sentence = isPlain ? 'The same settings for all parameters.' : SENTENCE[run.training.decayOn];
  return `def make_optimiser(model):
    """${sentence}"""
${indented(parameters)}
    return ${OPTIMISER[run.training.optimiser]}`;
}
