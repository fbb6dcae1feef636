/**
 * ForceAtlas2 on one connected component, by the iteration of graphology-layout-forceatlas2 on plain matrices. It
 * stops by itself once the picture has come to rest.
 *
 * Jacomy, Venturini, Heymann, Bastian, PLoS ONE 9(6), 2014.
 */
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { randomKey, STREAM, uniform } from '../../base/random';
import type { SparseMatrix } from '../graphData';
import { turnedToFill } from './frame';
import { pivotMds } from './pivotMds';

/** Where things stand in the numbers that the library keeps per node. */
const NODE = { stride: 10, x: 0, y: 1, mass: 6, convergence: 7, size: 8 } as const;

/** From this many nodes on, repulsion is approximated by a quadtree. */
const BARNES_HUT_FROM = 500;
/** At rest: a node moves, per iteration and on average, by less than this share of the picture's radius. */
const REST = 4e-4;
const MIN_ITERATIONS = 100;
const MAX_ITERATIONS = 600;
/** Above this size the iterations a graph may have shrink with it, down to a quarter. */
const FULL_SIZE = 4000;
/** Length of a hop at the start, in the library's units. */
const HOP = 12;

export interface ForceLayout {
  /** Runs some iterations; true once it is at rest, or has had all the iterations it may have. */
  run(iterations: number): boolean;
  /** Share of the iterations it may have that it has had. */
  readonly progress: number;
  /** x, y per node, interleaved, around 0. */
  positions(): Float32Array;
}

/** What is moved, and from where. */
export interface ForceStart {
  /** x, y per node, interleaved, in the library's units. */
  readonly positions: Float32Array;
  /** One per node: repulsion goes with the product of two. */
  readonly mass: Float32Array;
  /** Iterations it may have. */
  readonly allowed: number;
  /** Iterations before which it is not asked whether it is at rest. */
  readonly least?: number;
}

/** Repulsion and gravity: what `balanced` must know of them. */
export const FORCES = { scalingRatio: 10, gravity: 0.05 } as const;

/** Iterations that a component of `numNodes` may have. */
export const iterationsFor = (numNodes: number): number =>
  Math.round(MAX_ITERATIONS * Math.min(1, Math.max(0.25, FULL_SIZE / numNodes)));

/**
 * From a pivot-MDS start.
 *
 * @param adjacency symmetric, connected, without self-loops
 * @param seed of the jitter of the start
 * @param most iterations it may have at most, where the graph is large
 * @param numPivots of the start
 */
export function forceLayout(
  adjacency: SparseMatrix,
  seed: number,
  most = Infinity,
  numPivots?: number,
): ForceLayout {
  const { numRows, rowPtr } = adjacency;
  const allowed = Math.min(most, iterationsFor(numRows));
  const mass = Float32Array.from({ length: numRows }, (_, node) => 1 + rowPtr[node + 1] - rowPtr[node]);
  return forceFrom(adjacency, { positions: pivotStart(adjacency, seed, numPivots), mass, allowed });
}

/** Pivot MDS turned to fill its square; in the library's units, with a little jitter. */
export function pivotStart(adjacency: SparseMatrix, seed: number, numPivots?: number): Float32Array {
  const start = turnedToFill(pivotMds(adjacency, numPivots));
  const key = randomKey(seed, STREAM.layout, 0);
  // Nodes that see the pivots alike start at one place: the jitter lets repulsion part them.
  return start.map((value, k) => HOP * (value + 0.3 * (uniform(key, k) - 0.5)));
}

/** From a start of one's own; the values of `adjacency`, symmetric and without self-loops, weigh the attraction. */
export function forceFrom(
  adjacency: SparseMatrix,
  { positions: start, mass, allowed, least = MIN_ITERATIONS }: ForceStart,
): ForceLayout {
  const numNodes = adjacency.numRows;
  const nodes = nodeMatrix(start, mass);
  const edges = edgeMatrix(adjacency);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    ...FORCES,
    strongGravityMode: true,
    slowDown: 1 + Math.log(numNodes),
    barnesHutOptimize: numNodes >= BARNES_HUT_FROM,
    barnesHutTheta: 0.7,
  };
  let done = 0;
  let isAtRest = numNodes < 2;
  let before = positionsOf(nodes);
  return {
    run: (iterations) => {
      const count = isAtRest ? 0 : Math.min(iterations, allowed - done);
      for (let k = 0; k < count; k++) iterate(settings, nodes, edges);
      done += count;
      const now = positionsOf(nodes);
      isAtRest ||= done >= least && restlessness(before, now) < REST * count;
      before = now;
      return isAtRest || done >= allowed;
    },
    get progress() {
      return isAtRest ? 1 : done / allowed;
    },
    positions: () => before,
  };
}

function nodeMatrix(start: Float32Array, mass: Float32Array): Float32Array {
  const nodes = new Float32Array(NODE.stride * mass.length);
  for (let node = 0; node < mass.length; node++) {
    const at = NODE.stride * node;
    nodes[at + NODE.x] = start[2 * node];
    nodes[at + NODE.y] = start[2 * node + 1];
    nodes[at + NODE.mass] = mass[node];
    nodes[at + NODE.convergence] = 1;
    nodes[at + NODE.size] = 1;
  }
  return nodes;
}

/** Every undirected edge once. */
function edgeMatrix({ numRows, rowPtr, colIndex, values }: SparseMatrix): Float32Array {
  const edges = new Float32Array((3 * colIndex.length) / 2);
  let at = 0;
  for (let node = 0; node < numRows; node++)
    for (let k = rowPtr[node]; k < rowPtr[node + 1]; k++)
      if (colIndex[k] > node) {
        edges[at++] = NODE.stride * node;
        edges[at++] = NODE.stride * colIndex[k];
        edges[at++] = values[k];
      }
  return edges;
}

function positionsOf(nodes: Float32Array): Float32Array {
  const count = nodes.length / NODE.stride;
  const positions = new Float32Array(2 * count);
  let [meanX, meanY] = [0, 0];
  for (let node = 0; node < count; node++) {
    meanX += nodes[NODE.stride * node + NODE.x] / count;
    meanY += nodes[NODE.stride * node + NODE.y] / count;
  }
  for (let node = 0; node < count; node++) {
    positions[2 * node] = nodes[NODE.stride * node + NODE.x] - meanX;
    positions[2 * node + 1] = nodes[NODE.stride * node + NODE.y] - meanY;
  }
  return positions;
}

/** Mean distance between two pictures over the mean distance of their nodes from the centre. */
function restlessness(before: Float32Array, now: Float32Array): number {
  let [moved, radius] = [0, 0];
  for (let k = 0; k < now.length; k += 2) {
    moved += Math.hypot(now[k] - before[k], now[k + 1] - before[k + 1]);
    radius += Math.hypot(now[k], now[k + 1]);
  }
  return radius > 0 ? moved / radius : 0;
}
