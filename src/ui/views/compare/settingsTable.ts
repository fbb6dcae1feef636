/** Two runs as a table: the settings in which they differ, and how they did. */
import { descriptorOf } from '../../../data/run/catalogue';
import { hasEdits } from '../../../data/run/edits';
import { layerDescriptor, methodDescriptor } from '../../../data/run/layers/defaults';
import { MODELS } from '../../../data/run/models';
import type { Param } from '../../../data/run/params';
import { canonical, type RunSpec } from '../../../data/run/runSpec';
import { TRAIN_PARAMS } from '../../../data/run/training';
import { scoreOf, type EpochRecord, type Part } from '../../../data/run/records';
import { headlineOf, taskDescriptor } from '../../../data/run/tasks/tasks';
import { unitsOf } from '../../texts/scores';
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
    ['task', taskDescriptor(run.task.id).name],
    ['model', MODELS.find(({ id }) => id === run.model.id)?.name ?? run.model.id],
    ['seed', String(run.seed)],
    ['layers', String(layers.length)],
  ]);
  for (const [label, value] of named(taskDescriptor(run.task.id).params, run.task))
    settings.set(label, value);
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
  readonly run: RunSpec;
  readonly records: readonly EpochRecord[];
  readonly epoch: number;
}

const scoreAt = ({ run, records, epoch }: Side, part: Part): number | null =>
  records[epoch] ? scoreOf(records[epoch], part, headlineOf(run).id) : null;

function testAtBest({ run, records }: Side): number | null {
  const metric = headlineOf(run);
  const best = bestByValidation(records, metric);
  return best && scoreOf(best, 'test', metric.id);
}

const scoreRow =
  (name: (side: Side) => string, value: (side: Side) => number | null) => (first: Side, second: Side) => {
    const [one, other] = [value(first), value(second)];
    return one !== null && other !== null && headlineOf(first.run) === headlineOf(second.run)
      ? [{ name: name(first), first: writeShare(one), second: writeShare(other) }]
      : [];
  };

const SCORES = [
  scoreRow(
    ({ run }) => `test ${headlineOf(run).name}`,
    (side) => scoreAt(side, 'test'),
  ),
  scoreRow(() => 'test at best validation', testAtBest),
  scoreRow(
    () => 'validation',
    (side) => scoreAt(side, 'val'),
  ),
  scoreRow(
    () => 'training',
    (side) => scoreAt(side, 'train'),
  ),
  scoreRow(
    ({ run }) => `all ${unitsOf(run)}`,
    (side) => scoreAt(side, 'all'),
  ),
];

/** The headline metric where each stands, where both are judged by the same one, and the epoch. */
export const scoreRows = (first: Side, second: Side): readonly SettingRow[] => [
  ...SCORES.flatMap((row) => row(first, second)),
  { name: 'epoch', first: writeCount(first.epoch), second: writeCount(second.epoch) },
];
