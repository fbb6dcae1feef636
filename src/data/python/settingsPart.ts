/** The constants at the head of a script: what a reader would change first. */
import type { RunSpec } from '../run/runSpec';
import { float } from './literals';
import { isFrozen } from './parameterReferences';
import { DROPOUTS, dropoutsInUse, type WrittenLayer } from './writtenLayers';

export function settingsPart(run: RunSpec, layers: readonly WrittenLayer[], stops: boolean): string {
  const { training } = run;
  const rates = { [DROPOUTS.first]: training.inputDropout, [DROPOUTS.later]: training.dropout };
  const isLearning = !layers.every(isFrozen);
  return [
    `EPOCHS = ${isLearning ? training.epochs : '0  # every layer is frozen'}`,
    `LEARNING_RATE = ${float(training.learningRate)}`,
    `WEIGHT_DECAY = ${float(training.weightDecay)}`,
    ...(training.optimiser === 'sgd' ? [`MOMENTUM = ${float(training.momentum)}`] : []),
    ...dropoutsInUse(layers, run).map((name) => `${name.toUpperCase()} = ${float(rates[name])}`),
    ...(stops ? [`PATIENCE = ${training.patience}`] : []),
  ].join('\n');
}
