/** A run in a few words: what tells it from others. */
import { descriptorOf } from '../../../data/run/catalogue';
import { defaultRun } from '../../../data/run/defaults';
import { MODELS } from '../../../data/run/models';
import { canonical, type RunSpec } from '../../../data/run/runSpec';
import { hasEdits } from '../../../data/run/edits';
import { TRAIN_PARAMS } from '../../../data/run/training';
import type { ControlId } from '../../state/controls';
import { countOf, writeSetting } from '../../widgets/numbers';

const modelOf = ({ model }: RunSpec) => MODELS.find(({ id }) => id === model.id);

/** `GCN · Cora`. */
export const runKind = (run: RunSpec): string =>
  `${modelOf(run)?.name ?? run.model.id} · ${descriptorOf(run.data.id).name}`;

/** `GCN · Cora · seed 3`; a seed that the sender of the link hides is not told. */
export const runTitle = (run: RunSpec, hidden: readonly ControlId[]): string =>
  hidden.includes('seed') ? runKind(run) : `${runKind(run)} · seed ${run.seed}`;

/** What is not as the model and the set have it; empty where all is. */
export function runDifferences(run: RunSpec): readonly string[] {
  const standard = defaultRun(run.data, run.seed, modelOf(run), run.task);
  const settings = TRAIN_PARAMS.filter(({ key }) => run.training[key] !== standard.training[key]).map(
    ({ key, label }) => {
      const value = run.training[key];
      return `${label} ${typeof value === 'number' ? writeSetting(value) : String(value)}`;
    },
  );
  const isOther = (part: 'layers' | 'method') =>
    canonical(run.model[part]) !== canonical(standard.model[part]);
  return [
    ...(isOther('layers') || isOther('method')
      ? [`${run.model.layers.length || 'other'} layers, edited`]
      : []),
    ...settings,
    ...(hasEdits(run.edits) ? ['graph edited'] : []),
    ...(run.timeline.length > 0 ? ['changed during the run'] : []),
  ];
}

export interface Told {
  /** What not all runs of the list have in common; empty where they have everything. */
  readonly own: readonly string[];
  readonly common: readonly string[];
}

interface Listed {
  readonly run: RunSpec;
  readonly records: readonly unknown[];
}

/** Each run of a list by its model, set, seed, settings and epochs: what tells it from the others, and the rest. */
export function toldApart(runs: readonly Listed[], hidden: readonly ControlId[]): readonly Told[] {
  const facts = runs.map(({ run, records }) => [
    modelOf(run)?.name ?? run.model.id,
    descriptorOf(run.data.id).name,
    hidden.includes('seed') ? '' : `seed ${run.seed}`,
    runDifferences(run).join(', '),
    countOf(records.length - 1, 'epoch'),
  ]);
  const isCommon = (slot: number) => facts.every((each) => each[slot] === facts[0]![slot]);
  return facts.map((each) => ({
    own: each.filter((text, slot) => text !== '' && !isCommon(slot)),
    common: each.filter((text, slot) => text !== '' && isCommon(slot)),
  }));
}
