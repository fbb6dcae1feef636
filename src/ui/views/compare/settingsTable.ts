/** Two runs as a table: the settings in which they differ, and how they did. */
import { descriptorOf } from '../../../data/run/catalogue';
import { hasEdits } from '../../../data/run/edits';
import { layerDescriptor, methodDescriptor } from '../../../data/run/layers/defaults';
import { MODELS } from '../../../data/run/models';
import type { Param } from '../../../data/run/params';
import { canonical, type RunSpec } from '../../../data/run/runSpec';
import { TRAIN_PARAMS } from '../../../data/run/training';
import type { EpochRecord } from '../../../data/run/records';
import { writeCount, writeSetting, writeShare } from '../../widgets/numbers';
import { bestByValidation } from '../runs/runFacts';

export interface SettingRow {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

const NONE = '–';

const written = (value: unknown): string =>
  value === undefined
    ? NONE
    : typeof value === 'number' || value === null
      ? writeSetting(value)
      : typeof value === 'boolean'
        ? value
          ? 'yes'
          : 'no'
        : String(value);

const named = (params: readonly Param[], of: object): ReadonlyMap<string, string> => {
  const values = new Map<string, unknown>(Object.entries(of));
  return new Map(params.map(({ key, label }) => [label, written(values.get(key))]));
};

/** What is set in a run, by what it is called on the page, as far as it can be set beside the other one. */
function settingsOf(run: RunSpec, other: RunSpec): ReadonlyMap<string, string> {
  const { layers, method } = run.model;
  const settings = new Map<string, string>([
    ['data', `${descriptorOf(run.data.id).name}${run.data.labelling ? ` · ${run.data.labelling}` : ''}`],
    ['model', MODELS.find(({ id }) => id === run.model.id)?.name ?? run.model.id],
    ['seed', String(run.seed)],
    ['layers', String(layers.length)],
  ]);
  layers.forEach((layer, i) => {
    const { name, params } = layerDescriptor(layer.kind);
    const isLast = i === layers.length - 1;
    const isSame = other.model.layers[i]?.kind === layer.kind;
    settings.set(`layer ${i + 1}`, isLast || isSame ? name : `${name}, ${layer.width} wide`);
    // Layers of two kinds have little in common that could be set beside each other.
    if (!isSame) return;
    // The output layer is as wide as there are classes, and has no activation.
    const shown = params.filter(({ key }) => !(isLast && (key === 'width' || key === 'activation')));
    for (const [label, value] of named(shown, layer)) settings.set(`layer ${i + 1}: ${label}`, value);
  });
  if (method)
    for (const [label, value] of named(methodDescriptor(method.kind).params, method))
      settings.set(label, value);
  for (const [label, value] of named(TRAIN_PARAMS, run.training)) settings.set(label, value);
  return settings;
}

/** Rows of what differs, in the order of the page; empty where all settings are the same. */
export function settingRows(first: RunSpec, second: RunSpec): readonly SettingRow[] {
  const [one, other] = [settingsOf(first, second), settingsOf(second, first)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const rows = names
    .map((name) => ({ name, first: one.get(name) ?? NONE, second: other.get(name) ?? NONE }))
    .filter((row) => row.first !== row.second);
  const edits = (run: RunSpec) => (hasEdits(run.edits) ? 'edited' : 'as it is');
  const moved = ({ timeline }: RunSpec) => (timeline.length > 0 ? `${timeline.length}×` : 'no');
  return [
    ...rows,
    ...(canonical(first.edits) === canonical(second.edits)
      ? []
      : [{ name: 'graph', first: edits(first), second: edits(second) }]),
    ...(canonical(first.timeline) === canonical(second.timeline)
      ? []
      : [{ name: 'changed during the run', first: moved(first), second: moved(second) }]),
  ];
}

interface Side {
  readonly records: readonly EpochRecord[];
  readonly epoch: number;
}

const accuracyRow =
  (name: string, value: (side: Side) => number | null | undefined) => (first: Side, second: Side) => {
    const [one, other] = [value(first), value(second)];
    return typeof one === 'number' && typeof other === 'number'
      ? [{ name, first: writeShare(one), second: writeShare(other) }]
      : [];
  };

const SCORES = [
  accuracyRow('test accuracy', ({ records, epoch }) => records[epoch]?.accuracy.test),
  accuracyRow('test at best validation', ({ records }) => bestByValidation(records)?.accuracy.test),
  accuracyRow('validation', ({ records, epoch }) => records[epoch]?.accuracy.val),
  accuracyRow('training', ({ records, epoch }) => records[epoch]?.accuracy.train),
  accuracyRow('all nodes', ({ records, epoch }) => records[epoch]?.accuracy.all),
];

/** Accuracies where each stands, and the epoch. */
export const scoreRows = (first: Side, second: Side): readonly SettingRow[] => [
  ...SCORES.flatMap((row) => row(first, second)),
  { name: 'epoch', first: writeCount(first.epoch), second: writeCount(second.epoch) },
];

/** `test accuracy 0.815`, of the split that says most; null where nothing is judged. */
export function headline({ records, epoch }: Side): string | null {
  const { test = null, all = null } = records[epoch]?.accuracy ?? {};
  if (test !== null) return `test accuracy ${writeShare(test)}`;
  return all === null ? null : `accuracy on all nodes ${writeShare(all)}`;
}
