/** What keys do to the graph. */
import type { Actions } from '../state/actions';
import { deleted, disconnected, editsNow, labelled, trainedAs } from '../state/editing';
import type { Store } from '../state/store';
import { predictsClasses } from '../state/taskView';

/** The selected edge goes, or else the selected nodes. */
export function deleteChosen(store: Store, { editGraph }: Pick<Actions, 'editGraph'>): void {
  const { graph, view, ...state } = store.getState();
  if (!graph) return;
  const now = editsNow(state);
  const parted = view.edge && disconnected(graph.data, now, view.edge);
  const next = parted ?? deleted(graph.data, now, view.selection);
  if (next) editGraph(next);
}

/** 1 to 9 give the selected nodes a class, 0 takes their label away. */
export function labelChosen(store: Store, { editGraph }: Pick<Actions, 'editGraph'>, digit: number): void {
  const { graph, view, ...state } = store.getState();
  if (!graph || view.selection.length === 0 || !predictsClasses(state.run)) return;
  const label = digit === 0 ? null : digit - 1;
  if (label !== null && label >= graph.data.labelling.classNames.length) return;
  if (view.selection.every((node) => trainedAs(graph.data, node) === label)) return;
  editGraph(labelled(graph.base, editsNow(state), view.selection, label));
}
