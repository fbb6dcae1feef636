/** The part of `window.playground` about what is learned: tasks, pairs of nodes, and rules that learn nothing. */
import type { BaselineRow, PairAnswer } from '../../data/run/pairs';
import type { TaskUnit } from '../../data/run/tasks/descriptor';
import { TASKS } from '../../data/run/tasks/list';
import { integerIn } from '../../data/run/checks';
import type { Engine } from '../../engine/client';
import type { AppState } from '../state/appState';
import { AREA } from './options';

export interface TaskApi {
  /** What can be learned: ids of losses and metrics, the default and the headline first. */
  tasks(): readonly {
    id: string;
    name: string;
    sentence: string;
    unit: TaskUnit;
    losses: readonly string[];
    metrics: readonly string[];
  }[];
  /** How a pair of nodes comes by its score, where the task is about pairs. */
  pair(a: number, b: number): Promise<PairAnswer>;
  /** What rules without learning come to on the split of the run. */
  baselines(): Promise<readonly BaselineRow[]>;
}

interface Parts {
  readonly state: () => AppState;
  readonly engine: Pick<Engine, 'pair' | 'baselines'>;
  /** Runs work when what was asked before is done and the run is at rest. */
  readonly atRest: <T>(work: () => Promise<T>) => Promise<T>;
}

export const taskApi = ({ state, engine, atRest }: Parts): TaskApi => ({
  tasks: () =>
    TASKS.map(({ id, name, sentence, unit, losses, metrics }) => ({
      id,
      name,
      sentence,
      unit,
      losses: losses.map((loss) => loss.id),
      metrics: metrics.map((metric) => metric.id),
    })),
  pair: async (a, b) => {
    const last = (state().graph?.data.numNodes ?? 0) - 1;
    integerIn(`${AREA}.pair: a`, a, 0, last);
    integerIn(`${AREA}.pair: b`, b, 0, last);
    return atRest(() => engine.pair(a, b));
  },
  baselines: () => atRest(() => engine.baselines()),
});
