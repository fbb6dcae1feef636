/** The graph on the page: the set as it was loaded, with the run's edits at the epoch that is shown. */
import { applyEdits, withPlaces } from '../../data/graph/applyEdits';
import { editsAt } from '../../data/run/runSpec';
import type { Producer } from './store';

/** Puts the edits of `epoch` on the graph. What has an edit already is left alone. */
export const graphAt =
  (epoch: number): Producer =>
  (state) => {
    const { graph, run } = state;
    const edits = editsAt(run, epoch);
    if (!graph || graph.edits === edits) return state;
    const data = applyEdits(graph.base, edits);
    // Nodes keep their places; those that were added stand where they were put.
    const positions = withPlaces(graph.positions.subarray(0, 2 * graph.base.numNodes), edits.addedNodes);
    const gone = new Set(data.tombstones);
    const isThere = (node: number) => node < data.numNodes && !gone.has(node);
    return {
      ...state,
      graph: { ...graph, data, edits, positions },
      hovered: null,
      lit: null,
      view: { ...state.view, selection: state.view.selection.filter(isThere) },
    };
  };
