/** One row of the table: a model on a set over several seeds, by every rule of selection. */
import { defaultRun } from '../../src/data/run/defaults';
import type { ModelDescriptor } from '../../src/data/run/models';
import type { RunSpec } from '../../src/data/run/runSpec';
import type { TaskSpec } from '../../src/data/run/tasks/descriptor';
import { DEFAULT_TASK } from '../../src/data/run/tasks/tasks';
import type { History } from './history';
import { recipeOf } from './recipe';
import { REFERENCES, type Published, type SetId } from './references';
import { SELECTION_RULES, selected, type SelectionRule } from './rules';

/** Over the seeds; accuracies, or the headline of the task, in %, deviations those of the seeds themselves (divided by their number). */
export interface Reached {
  readonly rule: SelectionRule;
  readonly mean: number;
  readonly deviation: number;
  readonly validation: number;
  readonly epoch: number;
}

export interface Measured {
  readonly model: string;
  readonly set: SetId;
  readonly recipe: string;
  readonly seeds: number;
  /** The rule that the model is judged by. */
  readonly rule: SelectionRule;
  readonly ruleOf: string;
  readonly reached: readonly Reached[];
  readonly published: Published | null;
  readonly band: readonly [number, number] | null;
  /** Null where there is no band. */
  readonly isInBand: boolean | null;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function reachedBy(rule: SelectionRule, histories: readonly History[]): Reached {
  const at = histories.map((history) => selected(rule, history));
  const tests = histories.map(({ test }, run) => 100 * test[at[run]]);
  const centre = mean(tests);
  return {
    rule,
    mean: centre,
    deviation: Math.sqrt(mean(tests.map((value) => (value - centre) ** 2))),
    validation: mean(histories.map(({ val }, run) => 100 * val[at[run]])),
    epoch: mean(at.map((index) => index + 1)),
  };
}

/** @throws Error for a model that nothing is known of, or when training fails */
export async function measure(
  model: ModelDescriptor,
  task: TaskSpec,
  set: SetId,
  seeds: number,
  train: (run: RunSpec) => Promise<History>,
): Promise<Measured> {
  const name = task.id === DEFAULT_TASK.id ? model.id : `${model.id}:${task.id}`;
  const reference = REFERENCES[name];
  if (!reference) throw new Error(`accuracy: expected a line for '${name}' in references.ts, found none.`);
  const runOf = (seed: number): RunSpec => defaultRun({ id: set, labelling: null }, seed, model, task);
  const histories: History[] = [];
  for (let seed = 0; seed < seeds; seed++) histories.push(await train(runOf(seed)));
  const reached = SELECTION_RULES.map((rule) => reachedBy(rule, histories));
  const ofRule = reached[SELECTION_RULES.indexOf(reference.rule)];
  const band = reference.band[set] ?? null;
  // As printed: a band is given to a tenth of a percent.
  const rounded = Math.round(10 * ofRule.mean) / 10;
  return {
    model: name,
    set,
    recipe: recipeOf(runOf(0)),
    seeds,
    rule: reference.rule,
    ruleOf: reference.ruleOf,
    reached,
    published: reference.published?.[set] ?? null,
    band,
    isInBand: band && rounded >= band[0] && rounded <= band[1],
  };
}
