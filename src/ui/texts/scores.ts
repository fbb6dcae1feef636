/** What a run is judged by, in words: by its task's headline metric, where it counts. */
import { scoreOf, type EpochRecord } from '../../data/run/records';
import type { TaskSpec } from '../../data/run/tasks/descriptor';
import { headlineOf, taskDescriptor } from '../../data/run/tasks/tasks';
import { writeShare } from '../widgets/numbers';

interface OfTask {
  readonly task: TaskSpec;
}

const UNITS = { node: 'nodes', edge: 'edges', graph: 'graphs' } as const;

/** What the parts of the split are made of. */
export const unitsOf = ({ task }: OfTask): string => UNITS[taskDescriptor(task.id).unit];

/** As it begins a sentence or stands over a chart. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export interface Headline {
  readonly part: 'test' | 'all';
  readonly value: number;
}

/** Of the test part, or of all where there is none; null where nothing is judged. */
export function headlineScore(run: OfTask, record: EpochRecord | null | undefined): Headline | null {
  if (!record) return null;
  const { id } = headlineOf(run);
  const test = scoreOf(record, 'test', id);
  if (test !== null) return { part: 'test', value: test };
  const all = scoreOf(record, 'all', id);
  return all === null ? null : { part: 'all', value: all };
}

/** `test accuracy 0.815`, or `accuracy on all nodes 0.97`. */
export function headlineText(run: OfTask, record: EpochRecord | undefined): string | null {
  const score = headlineScore(run, record);
  if (!score) return null;
  const { name } = headlineOf(run);
  const value = writeShare(score.value);
  return score.part === 'test' ? `test ${name} ${value}` : `${name} on all ${unitsOf(run)} ${value}`;
}
