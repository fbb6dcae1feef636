/** Settings that were moved in mid-run, in a script. */
import type { RunSpec } from '../run/runSpec';
import type { LiveKey, TrainChange } from '../run/training';
import { float, indented } from './literals';

/** Epochs with what was moved there; later entries of an epoch come after earlier ones. */
export function movedSettings({ timeline }: RunSpec): readonly (readonly [number, TrainChange])[] {
  const moved = new Map<number, TrainChange>();
  for (const { epoch, change } of timeline)
    if (Object.keys(change).length > 0) moved.set(epoch, { ...moved.get(epoch), ...change });
  return [...moved];
}

const NAMES: readonly (readonly [LiveKey, string])[] = [
  ['learningRate', 'learning_rate'],
  ['weightDecay', 'weight_decay'],
  ['inputDropout', 'input_dropout'],
  ['dropout', 'dropout'],
];

/** null where nothing was moved. */
export function timelinePart(run: RunSpec): string | null {
  const moved = movedSettings(run);
  if (moved.length === 0) return null;
  const entries = moved.map(([epoch, change]) => {
    const settings = NAMES.flatMap(([key, name]) => {
      const value = change[key];
      return value === undefined ? [] : [`"${name}": ${float(value)}`];
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
