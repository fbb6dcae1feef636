/**
 * Positions for any graph: each component by ForceAtlas2 from a pivot-MDS start, then all of them packed into a square
 * frame. A generator, so that a worker can show how far it is and let messages in between.
 *
 * Above LARGE_GRAPH nodes a first picture comes before the first iteration, large components go from the coarse to the
 * fine (multilevel.ts), and what a node may be moved is bounded, so that the time grows with the nodes alone.
 */
import { connectedComponents } from '../components';
import type { EdgeIndex, SparseMatrix } from '../graphData';
import { bothWays, mergeEdges, withoutLoops } from '../mergeEdges';
import { adjacency } from '../sparse';
import { forceLayout, type ForceLayout } from './forceAtlas2';
import { intoFrame } from './frame';
import { multilevelLayout } from './multilevel';
import { packPictures, withUnitSpacing } from './pack';
import { LARGE as DRAWN_AS_AREA } from './polyomino';

export interface LayoutStep {
  /** x, y per node, interleaved, within [-1, 1], centred. */
  readonly positions: Float32Array;
  /** 0 to 1. */
  readonly progress: number;
}

/** Iterations between two steps, on a component that takes long. */
const ITERATIONS_PER_STEP = 10;
/** Components below this size are done at once, before the first step. */
const SMALL = 200;
/** Graphs of at most this many nodes have all the iterations they can use. */
const LARGE_GRAPH = 5000;
/** In a large graph: nodes moved once, between two steps, and in all by the components that are not large. */
const MOVES_PER_STEP = 100_000;
const MOVES = 3_000_000;
/** In a large graph: what small components start from. */
const FEW_PIVOTS = 10;

interface Component {
  readonly nodes: Int32Array;
  readonly edges: readonly (readonly [number, number])[];
  readonly force: ForceLayout;
}

type Offsets = readonly (readonly [number, number])[];

/** Yields where the nodes are on the way; returns where they come to rest. The same arguments give the same picture. */
export function* layoutGraph(
  numNodes: number,
  edgeIndex: EdgeIndex,
  seed = 0,
): Generator<LayoutStep, Float32Array, void> {
  const components = componentsOf(numNodes, edgeIndex, seed);
  if (numNodes > LARGE_GRAPH) yield* largeSteps(numNodes, components);
  else yield* steps(numNodes, components);
  return arrange(numNodes, components);
}

function* steps(numNodes: number, components: readonly Component[]): Generator<LayoutStep, void, void> {
  const large = components.filter(({ nodes }) => nodes.length >= SMALL);
  for (const { nodes, force } of components)
    if (nodes.length < SMALL) while (!force.run(ITERATIONS_PER_STEP));
  for (const { force } of large) {
    let isDone = false;
    while (!isDone) {
      isDone = force.run(ITERATIONS_PER_STEP);
      const progress = large.reduce((sum, each) => sum + each.force.progress, 0) / large.length;
      yield { positions: arrange(numNodes, components), progress };
    }
  }
}

/** On the way each component stays where the start has room for it: only at the end all are packed by their shapes. */
function* largeSteps(numNodes: number, components: readonly Component[]): Generator<LayoutStep, void, void> {
  const offsets = packed(components, picturesOf(components));
  yield { positions: arrange(numNodes, components, offsets), progress: 0 };
  let [nodesDone, moves] = [0, 0];
  for (const { nodes, force } of components) {
    const iterations = Math.max(1, Math.min(ITERATIONS_PER_STEP, Math.round(MOVES_PER_STEP / nodes.length)));
    let isDone = false;
    while (!isDone) {
      isDone = force.run(iterations);
      moves += iterations * nodes.length;
      if (moves < MOVES_PER_STEP) continue;
      moves = 0;
      const progress = (nodesDone + force.progress * nodes.length) / numNodes;
      yield { positions: arrange(numNodes, components, offsets), progress };
    }
    nodesDone += nodes.length;
  }
}

function componentsOf(numNodes: number, edgeIndex: EdgeIndex, seed: number): readonly Component[] {
  const list = bothWays(withoutLoops({ ...edgeIndex, weight: null }));
  const whole = adjacency(numNodes, mergeEdges(numNodes, list, 'sum'));
  const isLarge = numNodes > LARGE_GRAPH;
  const forceOf = (matrix: SparseMatrix): ForceLayout => {
    if (!isLarge) return forceLayout(matrix, seed);
    if (matrix.numRows > LARGE_GRAPH) return multilevelLayout(matrix, seed);
    return forceLayout(matrix, seed, Math.max(ITERATIONS_PER_STEP, Math.round(MOVES / numNodes)), FEW_PIVOTS);
  };
  const place = new Int32Array(numNodes);
  return connectedComponents(numNodes, edgeIndex).map((nodes) => {
    for (const [k, node] of nodes.entries()) place[node] = k;
    const matrix = subgraph(whole, nodes, place);
    return { nodes, edges: drawnEdges(matrix), force: forceOf(matrix) };
  });
}

/** Of a component whose lines matter where it is packed; none of a larger one. */
function drawnEdges({ numRows, rowPtr, colIndex }: SparseMatrix): readonly (readonly [number, number])[] {
  const edges: (readonly [number, number])[] = [];
  if (numRows >= DRAWN_AS_AREA) return edges;
  for (let k = 0; k < numRows; k++)
    for (let e = rowPtr[k]; e < rowPtr[k + 1]; e++) if (colIndex[e] > k) edges.push([k, colIndex[e]]);
  return edges;
}

/** The rows of a component, which hold no node of another one, renumbered by `place`. */
function subgraph(whole: SparseMatrix, nodes: Int32Array, place: Int32Array): SparseMatrix {
  const rowPtr = new Int32Array(nodes.length + 1);
  for (const [k, node] of nodes.entries())
    rowPtr[k + 1] = rowPtr[k] + whole.rowPtr[node + 1] - whole.rowPtr[node];
  const colIndex = new Int32Array(rowPtr[nodes.length]);
  for (const [k, node] of nodes.entries())
    for (let at = rowPtr[k], e = whole.rowPtr[node]; e < whole.rowPtr[node + 1]; e++)
      colIndex[at++] = place[whole.colIndex[e]];
  const values = new Float32Array(colIndex.length).fill(1);
  return { numRows: nodes.length, numCols: nodes.length, rowPtr, colIndex, values };
}

const picturesOf = (components: readonly Component[]): readonly Float32Array[] =>
  components.map(({ force }) => withUnitSpacing(force.positions()));

const packed = (components: readonly Component[], pictures: readonly Float32Array[]): Offsets =>
  packPictures(
    pictures,
    components.map(({ edges }) => edges),
  );

/** All components packed (or where they were), centred and scaled into [-1, 1]. */
function arrange(numNodes: number, components: readonly Component[], known?: Offsets): Float32Array {
  const pictures = picturesOf(components);
  const offsets = known ?? packed(components, pictures);
  const positions = new Float32Array(2 * numNodes);
  for (const [c, { nodes }] of components.entries()) {
    const [dx, dy] = offsets[c];
    for (const [k, node] of nodes.entries()) {
      positions[2 * node] = pictures[c][2 * k] + dx;
      positions[2 * node + 1] = pictures[c][2 * k + 1] + dy;
    }
  }
  return intoFrame(positions);
}
