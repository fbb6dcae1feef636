/** A run in a few words: what tells it from others. */
import { descriptorOf } from '../../../data/run/catalogue';
import { defaultRun } from '../../../data/run/defaults';
import { MODELS } from '../../../data/run/models';
import { canonical, type RunSpec } from '../../../data/run/runSpec';
import { hasEdits } from '../../../data/run/edits';
import { TRAIN_PARAMS } from '../../../data/run/training';
import type { ControlId } from '../../state/controls';
import { writeSetting } from '../../widgets/numbers';

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
