/** One canvas as it would be drawn, from state alone. */
import type { GraphData } from '../../../data/graph/graphData';
import type { Theme } from '../../palette/palette';
import type { AppState } from '../../state/appState';
import type { Camera } from '../../state/viewSpec';
import { colouringOf, type Colouring } from '../colouring';
import { DIMMED, levelsOf } from '../emphasis';
import { lookOf, type NodeLook } from '../look';
import type { SceneName } from '../redraws';
import { ringColour, ringsOf } from '../rings';
import { inscriptionsOf } from '../inscription';
import { drawingOrder, NUMBERED_NODES } from '../sizes';
import { radiiOf, topologyOf, type Topology } from '../topology';

export interface Panel {
  readonly data: GraphData;
  readonly theme: Theme;
  readonly topology: Topology;
  /** Whether edges are drawn: in the graph, not in the embedding. */
  readonly hasEdges: boolean;
  /** x, y interleaved; null where there is no picture of this kind yet. */
  readonly positions: Float32Array | null;
  readonly camera: Camera | null;
  /** From the bottom up, without those that are deleted. */
  readonly order: readonly number[];
  /** Per node, at the usual size of marks. */
  readonly looks: readonly NodeLook[];
  /** What is written inside each node; null where they are too many. */
  readonly inscriptions: readonly string[] | null;
  /** Of each node's disc, at the usual size of marks. */
  readonly radii: Float32Array;
  readonly colouring: Colouring;
  readonly selection: readonly number[];
}

/** Null while there is no graph. */
export function panelOf(state: AppState, name: SceneName, theme: Theme): Panel | null {
  const colouring = colouringOf(state, theme);
  if (!state.graph || !colouring) return null;
  const { data, positions } = state.graph;
  const { numNodes, labelling, tombstones } = data;
  const topology = topologyOf(numNodes, data.edgeIndex);
  const radii = radiiOf(topology);
  const rings = ringsOf(labelling, numNodes);
  const levels = levelsOf(topology, state);
  const gone = new Set(tombstones);
  const shown =
    name === 'graph' ? positions : state.projection?.kind === 'points' ? state.projection.positions : null;
  return {
    data,
    theme,
    topology,
    hasEdges: name === 'graph',
    positions: shown?.length === 2 * numNodes ? shown : null,
    camera: state.view.camera[name],
    order: drawingOrder(radii, labelling.split.train).filter((node) => !gone.has(node)),
    looks: Array.from(radii, (radius, node) =>
      lookOf(
        colouring.marks[colouring.markOf[node]!]!,
        radius,
        ringColour(rings[node]!, labelling, theme),
        DIMMED[levels[node]!]!,
        theme,
      ),
    ),
    inscriptions: numNodes <= NUMBERED_NODES ? inscriptionsOf(data) : null,
    radii,
    colouring,
    selection: state.view.selection.filter((node) => node < numNodes && !gone.has(node)),
  };
}
