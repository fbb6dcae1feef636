/** What of the page has something to say for a task, by what its output is of. Pure. */
import type { RunSpec } from '../../data/run/runSpec';
import { taskDescriptor } from '../../data/run/tasks/tasks';
import type { AppState } from './appState';
import type { ChartKind, ColourMode } from './viewSpec';

type OfTask = Pick<RunSpec, 'task'>;

/** Whether nodes are predicted to be of a class. */
export const predictsClasses = ({ task }: OfTask): boolean => {
  const { unit, output } = taskDescriptor(task.id);
  return unit === 'node' && output === 'classes';
};

/** Whether it is pairs of nodes that get a score. */
export const scoresPairs = ({ task }: OfTask): boolean => taskDescriptor(task.id).unit === 'edge';

export function isChartOf(kind: ChartKind, run: OfTask): boolean {
  switch (kind) {
    case 'classes':
      return predictsClasses(run);
    case 'baselines':
    case 'scores':
      return scoresPairs(run);
    default:
      return true;
  }
}

/** The chosen chart, or the one of the headline metric where it says nothing of this task. */
export function chartShown({ view, run }: Pick<AppState, 'view' | 'run'>, side: 0 | 1): ChartKind {
  const kind = view.charts[side];
  return isChartOf(kind, run) ? kind : 'accuracy';
}

/** Modes that tell what is predicted of a node's class. */
const OF_PREDICTIONS: readonly ColourMode[] = ['prediction', 'correctness', 'split', 'confidence', 'loss'];

export const isColourOf = (mode: ColourMode, run: OfTask): boolean =>
  predictsClasses(run) || !OF_PREDICTIONS.includes(mode);

/** What nodes are coloured by: the classes of the file where the task predicts none. */
export function colourShown({ view, run, graph }: Pick<AppState, 'view' | 'run' | 'graph'>): ColourMode {
  if (isColourOf(view.colourBy, run)) return view.colourBy;
  return graph?.data.labelling.classNames.length === 0 ? 'embedding' : 'class';
}
