/** A task that is no good for anything but tests: each node's row, weighed and summed, is to be 1. Its unit is the edge. */
import type { MetricDescriptor } from '../../../../src/data/run/metrics';
import { lossParam, type TaskDescriptor, type TaskSpec } from '../../../../src/data/run/tasks/descriptor';

const SQUARED = { id: 'squared', name: 'Squared', formula: 's^2', better: 'lower', paper: 'none' } as const;

export const LARGEST: MetricDescriptor = {
  id: 'largest',
  name: 'largest gap',
  formula: String.raw`\max_e |s_e|`,
  better: 'lower',
  range: 'number',
  paper: 'none',
};
const MEAN: MetricDescriptor = { ...LARGEST, id: 'mean', name: 'mean gap' };

export interface ToySpec extends TaskSpec {
  readonly goal: number;
}

export const TOY: TaskDescriptor<ToySpec> = {
  id: 'toy',
  name: 'Toy',
  sentence: 'Every row adds up to the goal.',
  unit: 'edge',
  output: 'score',
  learnsFrom: 'edges',
  losses: [SQUARED],
  metrics: [LARGEST, MEAN],
  headline: LARGEST,
  params: [
    lossParam([SQUARED]),
    {
      kind: 'real',
      key: 'goal',
      label: 'goal',
      help: 'What rows add up to.',
      min: 0,
      max: 5,
      default: 1,
      stops: [1],
    },
  ],
  outChannels: (_task, _graph, width) => width,
  recipe: null,
  read: (values) => ({ id: 'toy', loss: values.choice('loss', ['squared']), goal: values.real('goal') }),
};
