/** The recipe of a script: settings, which of them hold for which parameters, what was moved, and when to stop. */
import type { RunSpec, TimelineEntry } from '../spec/runSpec';
import type { LiveKey, Optimiser, StoppingRule } from '../spec/training';
import type { GraphFacts } from './graphFacts';
import type { ModuleParameter } from './layers/layer';
import { float, indented } from './literals';
import type { WrittenLayer } from './modelPart';

/** The constants at the head of the script: what a reader would change first. */
export function settingsPart({ training }: RunSpec, layers: readonly WrittenLayer[]): string {
  const lines = [
    `EPOCHS = ${isLearning(layers) ? training.epochs : '0  # every layer is frozen'}`,
    `LEARNING_RATE = ${float(training.learningRate)}`,
    `WEIGHT_DECAY = ${float(training.weightDecay)}`,
    ...(training.optimiser === 'sgd' ? [`MOMENTUM = ${float(training.momentum)}`] : []),
    `INPUT_DROPOUT = ${float(training.inputDropout)}`,
    `DROPOUT = ${float(training.dropout)}`,
    ...(training.earlyStopping === 'off' ? [] : [`PATIENCE = ${training.patience}`]),
  ];
  return lines.join('\n');
}

const isFrozen = ({ spec }: WrittenLayer): boolean => spec.learningRate === 0;
const isLearning = (layers: readonly WrittenLayer[]): boolean => !layers.every(isFrozen);

/** `conv1.nn.0.weight` as Python writes it: `model.conv1.nn[0].weight`. */
const reference = (of: string, { name }: ModuleParameter): string =>
  `${of}.${name}`.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');

const learned = ({ parameters }: WrittenLayer) => parameters.filter(({ roles }) => roles.length > 0);

/** Statements of __init__ that freeze layers whose own learning rate is 0. */
export function freezing(layers: readonly WrittenLayer[]): readonly string[] {
  const frozen = layers.filter(isFrozen);
  if (frozen.length === 0) return [];
  return [
    '# These keep the weights that they are drawn with.',
    `for parameter in [${frozen.flatMap((layer) => learned(layer).map((each) => reference('self', each))).join(', ')}]:`,
    '    parameter.requires_grad_(False)',
  ];
}

interface Group {
  readonly settings: readonly string[];
  readonly parameters: string[];
}

/**
 * Parameters by what holds for them. On the first layer alone decay spares biases, and so it does in a layer with a
 * decay of its own (compute/nn/parameters.ts); weights are what has two dimensions or more.
 */
function groupsOf({ training }: RunSpec, layers: readonly WrittenLayer[]): readonly Group[] {
  const groups = new Map<string, Group>();
  layers.forEach((layer, index) => {
    const { learningRate, weightDecay } = layer.spec;
    if (isFrozen(layer)) return;
    for (const parameter of learned(layer)) {
      const isWeight = parameter.shape.length > 1;
      const decays = training.decayOn === 'all layers' || (isWeight && (index === 0 || weightDecay !== null));
      const settings: string[] = [];
      if (learningRate !== null) settings.push(`"lr": ${float(learningRate)}, "own_rate": True`);
      if (!decays) settings.push('"weight_decay": 0.0, "own_decay": True');
      else if (weightDecay !== null)
        settings.push(`"weight_decay": ${float(weightDecay)}, "own_decay": True`);
      const key = settings.join();
      const group = groups.get(key) ?? { settings, parameters: [] };
      groups.set(key, group);
      group.parameters.push(reference('model', parameter));
    }
  });
  return [...groups.values()];
}

const DECAY_SENTENCE = {
  'first layer': 'Weight decay pulls the weights of the first layer alone, as in Kipf and Welling.',
  'all layers': 'Weight decay pulls everything.',
} as const;

function groupText({ settings, parameters }: Group, keepsOwn: boolean): string {
  const own = settings.map((each) => (keepsOwn ? each : each.replaceAll(/, "own_\w+": True/g, '')));
  return `{
    "params": [
${indented(parameters.map((each) => `${each},`).join('\n'), 8)}
    ],
${indented(own.map((each) => `${each},`).join('\n'))}${own.length > 0 ? '\n' : ''}},`;
}

const OPTIMISER: { readonly [O in Optimiser]: string } = {
  adam: 'torch.optim.Adam(parameters, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)',
  adamw: 'torch.optim.AdamW(parameters, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)',
  sgd: 'torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM, weight_decay=WEIGHT_DECAY)',
};

export function optimiserPart(run: RunSpec, layers: readonly WrittenLayer[]): string {
  const groups = groupsOf(run, layers);
  const isOne = groups.length === 1 && groups[0].settings.length === 0;
  const moves = movedSettings(run).length > 0;
  const parameters = isOne
    ? 'parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]'
    : `parameters = [\n${indented(groups.map((group) => groupText(group, moves)).join('\n'))}\n]`;
  return `def make_optimiser(model):
    """${DECAY_SENTENCE[run.training.decayOn]}"""
${indented(parameters)}
    return ${OPTIMISER[run.training.optimiser]}`;
}

const PYTHON_KEY: { readonly [K in LiveKey]: string } = {
  learningRate: 'learning_rate',
  weightDecay: 'weight_decay',
  inputDropout: 'input_dropout',
  dropout: 'dropout',
};

const LIVE: readonly LiveKey[] = ['learningRate', 'weightDecay', 'inputDropout', 'dropout'];

/** Epochs with what was moved there; later entries of an epoch come after earlier ones. */
function movedSettings({ timeline }: RunSpec): readonly (readonly [number, TimelineEntry['change']])[] {
  const moved = new Map<number, TimelineEntry['change']>();
  for (const { epoch, change } of timeline)
    if (Object.keys(change).length > 0) moved.set(epoch, { ...moved.get(epoch), ...change });
  return [...moved];
}

/** Settings moved in mid-run; null where none was. */
export function timelinePart(run: RunSpec): string | null {
  const moved = movedSettings(run);
  if (moved.length === 0) return null;
  const entries = moved.map(([epoch, change]) => {
    const settings = LIVE.flatMap((key) => {
      const value = change[key];
      return value === undefined ? [] : [`"${PYTHON_KEY[key]}": ${float(value)}`];
    });
    return `${epoch}: {${settings.join(', ')}},`;
  });
  return `# Settings that were moved in mid-run, by the epoch after which they hold.
MOVED = {
${indented(entries.join('\n'))}
}


def move_settings(epoch, model, optimiser):
    """What has a value of its own keeps it."""
    change = MOVED.get(epoch, {})
    for group in optimiser.param_groups:
        if "learning_rate" in change and not group.get("own_rate"):
            group["lr"] = change["learning_rate"]
        if "weight_decay" in change and not group.get("own_decay"):
            group["weight_decay"] = change["weight_decay"]
    for name in ("input_dropout", "dropout"):
        if name in change:
            setattr(model, name, change[name])`;
}

const STOPS: { readonly [R in Exclude<StoppingRule, 'off'>]: string } = {
  'rising loss': `def stops(history):
    """Whether the validation loss is above the mean of the PATIENCE ones before (Kipf, gcn/train.py)."""
    losses = [scores["val_loss"] for scores in history]
    return len(losses) > PATIENCE + 1 and losses[-1] > sum(losses[-PATIENCE - 1:-1]) / PATIENCE`,
  'no better': `def stops(history):
    """Whether neither validation loss nor accuracy was as good as ever for PATIENCE epochs (PetarV-/GAT)."""
    lowest, best, better = float("inf"), 0.0, 0
    for epoch, scores in enumerate(history, start=1):
        if scores["val_loss"] <= lowest or scores["val"] >= best:
            better = epoch
        lowest, best = min(lowest, scores["val_loss"]), max(best, scores["val"])
    return len(history) - better >= PATIENCE`,
};

/** The rule for stopping early; null where the run has none, or nothing to go by. */
export const stoppingPart = ({ training }: RunSpec, { hasVal }: GraphFacts): string | null =>
  training.earlyStopping === 'off' || !hasVal ? null : STOPS[training.earlyStopping];
