/** Which nodes step back while others are looked at, and how far. */
import type { EdgeIndex } from '../../data/graph/graphData';
import { BACK_SHARE } from '../palette/palette';
import type { AppState } from '../state/appState';
import { matches } from '../state/filter';
import { fieldOf, hopsUpTo, OUTSIDE } from './field';
import { NUMBERED_NODES } from './sizes';
import { neighboursOf, type Topology } from './topology';

/** Share of the way to the ground that a node goes, by level; the last level is out of sight, and still there. */
export const DIMMED = [0, 0.2, 0.34, 0.44, BACK_SHARE] as const;
const BACK = DIMMED.length - 1;

/**
 * Per node an index into DIMMED. One selected node keeps its neighbours in front, several keep only each other; with
 * nothing selected nobody steps back.
 */
export function stepsBack(topology: Topology, selection: readonly number[]): Uint8Array {
  const front = selection.filter((node) => node < topology.numNodes);
  const back = new Uint8Array(topology.numNodes).fill(front.length > 0 ? BACK : 0);
  for (const node of front) back[node] = 0;
  if (front.length === 1) for (const node of neighboursOf(topology, front[0]!)) back[node] = 0;
  return back;
}

/** The receptive field's levels: the node and its first hop in front, each further hop a little less. */
export const fieldLevels = (field: Uint8Array): Uint8Array =>
  field.map((hop) => (hop === OUTSIDE ? BACK : Math.max(0, Math.min(hop - 1, BACK - 1))));

export type FocusSource = Pick<AppState, 'graph' | 'view' | 'training' | 'run'>;

export interface Field {
  readonly node: number;
  readonly hops: number;
  /** See fieldOf. */
  readonly hopOf: Uint8Array;
}

/** The receptive field that is shown; null where none is. */
export function shownField({ graph, view, training, run }: FocusSource): Field | null {
  const [node] = view.selection;
  if (!view.field || !graph || view.selection.length !== 1 || node === undefined) return null;
  const hops = hopsUpTo(run.model.layers, training.layers, view.layer);
  if (hops === null || node >= graph.data.numNodes) return null;
  const { numNodes, edgeIndex } = graph.data;
  if (newest?.edgeIndex !== edgeIndex || newest.field.node !== node || newest.field.hops !== hops)
    newest = { edgeIndex, field: { node, hops, hopOf: fieldOf(numNodes, edgeIndex, node, hops) } };
  return newest.field;
}

/** Both canvases ask, for nodes, rings and lines. */
let newest: { readonly edgeIndex: EdgeIndex; readonly field: Field } | null = null;

/** Per node an index into DIMMED; what the filter holds back goes all the way, unless it is selected. */
export function levelsOf(topology: Topology, state: FocusSource): Uint8Array {
  const field = shownField(state);
  const { selection } = state.view;
  // The heat of walks says by itself what is near.
  const isHeat =
    state.view.colourBy === 'walks' && state.run.model.method?.kind === 'node2vec' && selection.length === 1;
  const levels = isHeat
    ? new Uint8Array(topology.numNodes)
    : field?.hopOf.length === topology.numNodes
      ? fieldLevels(field.hopOf)
      : stepsBack(topology, selection);
  const passed = matches(state);
  if (passed?.length !== levels.length) return levels;
  for (const node of selection) passed[node] = 1;
  return levels.map((level, node) => (passed[node] ? level : BACK));
}

/** A receptive field of so many nodes is seen by itself. */
const MOST_RINGED = 60;

/**
 * The nodes of the receptive field that is shown, where they are few among so many that one would look for them: they
 * carry a ring, and are no smaller than can be seen. None otherwise.
 */
export function ringedField(state: FocusSource): readonly number[] {
  const field = shownField(state);
  if (!field || field.hopOf.length <= NUMBERED_NODES) return [];
  const nodes: number[] = [];
  for (let node = 0; node < field.hopOf.length; node++) {
    if (field.hopOf[node] === OUTSIDE) continue;
    if (nodes.length === MOST_RINGED) return [];
    nodes.push(node);
  }
  return nodes;
}
