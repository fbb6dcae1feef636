/** One canvas as it would be drawn, from state alone. */
import type { GraphData } from '../../../data/graph/graphData';
import type { Theme } from '../../palette/palette';
import type { AppState } from '../../state/appState';
import type { Camera } from '../../state/viewSpec';
import type { Colouring } from '../colouring';
import { groundOf, type Ground } from '../ground';
import { lookOf, type NodeLook } from '../look';
import type { SceneName } from '../redraws';
import { inscriptionsOf } from '../inscription';
import { drawingOrder, NUMBERED_NODES } from '../sizes';
import { stylingOf } from '../styles';
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
  readonly order: Uint32Array;
  /** Of a node, at the usual size of marks. */
  readonly lookOf: (node: number) => NodeLook;
  /** What is written inside a node; null where they are too many. */
  readonly inscriptionOf: ((node: number) => string) | null;
  /** Of each node's disc, at the usual size of marks. */
  readonly radii: Float32Array;
  readonly colouring: Colouring;
  readonly selection: readonly number[];
  /** Axes and boundary of the embedding; null where it has none, and in the graph. */
  readonly ground: Ground | null;
}

/** Null while there is no graph. */
export function panelOf(state: AppState, name: SceneName, theme: Theme): Panel | null {
  if (!state.graph) return null;
  const { data, positions } = state.graph;
  const { numNodes, labelling, tombstones } = data;
  const topology = topologyOf(numNodes, data.edgeIndex);
  const styling = stylingOf(state, topology, theme);
  if (!styling) return null;
  const { styles, styleOf, colouring } = styling;
  const radii = radiiOf(topology);
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
    lookOf: (node) => lookOf(styles[styleOf[node]!]!, radii[node]!),
    inscriptionOf: numNodes <= NUMBERED_NODES ? inscriptionsOf(data) : null,
    radii,
    colouring,
    ground: name === 'embedding' ? groundOf(state, theme) : null,
    selection: state.view.selection.filter((node) => node < numNodes && !gone.has(node)),
  };
}
