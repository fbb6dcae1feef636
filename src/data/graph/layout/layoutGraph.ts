/**
 * Positions for any graph: each component by ForceAtlas2 from a pivot-MDS start, then all of them packed into a square
 * frame. A generator, so that a worker can show how far it is and let messages in between.
 */
import { connectedComponents } from '../components';
import { buildEdgeIndex } from '../edgeIndex';
import type { EdgeIndex, SparseMatrix } from '../graphData';
import { adjacency } from '../sparse';
import { forceLayout, type ForceLayout } from './forceAtlas2';
import { intoFrame } from './frame';
import { packPictures, withUnitSpacing } from './pack';

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

interface Component {
  readonly nodes: Int32Array;
  readonly edges: readonly (readonly [number, number])[];
  readonly force: ForceLayout;
}

/** Yields where the nodes are on the way; returns where they come to rest. The same arguments give the same picture. */
export function* layoutGraph(
  numNodes: number,
  edgeIndex: EdgeIndex,
  seed = 0,
): Generator<LayoutStep, Float32Array, void> {
  const components = componentsOf(numNodes, edgeIndex, seed);
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
  return arrange(numNodes, components);
}

function componentsOf(numNodes: number, edgeIndex: EdgeIndex, seed: number): readonly Component[] {
  const whole = adjacency(numNodes, edgeIndex);
  const place = new Int32Array(numNodes);
  return connectedComponents(numNodes, edgeIndex).map((nodes) => {
    for (const [k, node] of nodes.entries()) place[node] = k;
    const matrix = subgraph(whole, nodes, place);
    const edges: (readonly [number, number])[] = [];
    for (let k = 0; k < nodes.length; k++)
      for (let e = matrix.rowPtr[k]; e < matrix.rowPtr[k + 1]; e++)
        if (matrix.colIndex[e] > k) edges.push([k, matrix.colIndex[e]]);
    return { nodes, edges, force: forceLayout(matrix, seed) };
  });
}

/** The adjacency among `nodes`, renumbered by `place`, in both directions. */
function subgraph(whole: SparseMatrix, nodes: Int32Array, place: Int32Array): SparseMatrix {
  const source: number[] = [];
  const target: number[] = [];
  for (const [k, node] of nodes.entries())
    for (let e = whole.rowPtr[node]; e < whole.rowPtr[node + 1]; e++) {
      source.push(place[whole.colIndex[e]]);
      target.push(k);
    }
  return adjacency(nodes.length, buildEdgeIndex(nodes.length, source, target));
}

/** All components packed, centred and scaled into [-1, 1]. */
function arrange(numNodes: number, components: readonly Component[]): Float32Array {
  const pictures = components.map(({ force }) => withUnitSpacing(force.positions()));
  const offsets = packPictures(
    pictures,
    components.map(({ edges }) => edges),
  );
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
