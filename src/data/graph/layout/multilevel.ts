/**
 * ForceAtlas2 for a large connected graph, from the coarse to the fine: a small graph of the same shape is laid out first,
 * and each finer one starts from the picture of the one before it. There is a picture of all nodes from the start, and
 * the finest graph, where an iteration is dear, needs few.
 *
 * Walshaw, J. Graph Algorithms and Applications 7(3), 2003.
 */
import { randomKey, STREAM } from '../../base/random';
import type { SparseMatrix } from '../graphData';
import { coarsen, membersOf, type WeightedGraph } from './coarsen';
import { FORCES, forceFrom, iterationsFor, pivotStart, type ForceLayout } from './forceAtlas2';

/** A graph of at most this many nodes starts from pivot MDS. */
const COARSEST = 800;
/** Less than this share of nodes gone is not worth another level. */
const LEAST_GAIN = 0.1;
/** Nodes moved once, on each level: bounds the time of a layout at any size. */
const MOVES_PER_LEVEL = 1_500_000;
const LEAST_ITERATIONS = 8;
/** On each level but the coarsest, whose picture has to unfold. */
const MOST_ITERATIONS = 100;
/** Of the sunflower's head. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Level extends WeightedGraph {
  /** The node of the next coarser level that each node went into; null on the coarsest. */
  readonly groupOf: Int32Array | null;
  readonly iterations: number;
}

/** `adjacency`: symmetric, connected, without self-loops, values 1. */
export function multilevelLayout(adjacency: SparseMatrix, seed: number): ForceLayout {
  const levels = levelsOf(adjacency, seed);
  const work = levels.map(({ mass, iterations }) => mass.length * iterations);
  const allWork = work.reduce((a, b) => a + b, 0);
  let at = levels.length - 1;
  let force = started(levels[at], pivotStart(levels[at].adjacency, seed));
  let doneBefore = 0;

  /** From the present level to a finer one. */
  const spreadTo = (to: number): Float32Array => {
    let positions = force.positions();
    for (let level = at - 1; level >= to; level--) positions = spread(positions, levels[level].groupOf);
    return positions;
  };

  return {
    run: (iterations) => {
      // A step on a coarse level does more of them.
      const share = levels[0].mass.length / levels[at].mass.length;
      if (!force.run(Math.min(10, Math.ceil(iterations * share)))) return false;
      if (at === 0) return true;
      const start = spreadTo(at - 1);
      doneBefore += work[at];
      at -= 1;
      force = started(levels[at], start);
      return false;
    },
    get progress() {
      return (doneBefore + force.progress * work[at]) / allWork;
    },
    positions: () => spreadTo(0),
  };
}

function levelsOf(adjacency: SparseMatrix, seed: number): readonly Level[] {
  const { numRows, rowPtr } = adjacency;
  const mass = Float32Array.from({ length: numRows }, (_, node) => 1 + rowPtr[node + 1] - rowPtr[node]);
  const levels: Level[] = [];
  let graph: WeightedGraph = { adjacency, mass };
  for (;;) {
    const { length } = graph.mass;
    const affordable = Math.max(LEAST_ITERATIONS, Math.round(MOVES_PER_LEVEL / length));
    const coarser =
      length > COARSEST ? coarsen(graph, randomKey(seed, STREAM.layout, levels.length + 1)) : null;
    if (!coarser || coarser.graph.mass.length > (1 - LEAST_GAIN) * length) {
      levels.push({ ...graph, groupOf: null, iterations: Math.min(affordable, iterationsFor(length)) });
      return levels;
    }
    const { groupOf } = coarser;
    levels.push({ ...graph, groupOf, iterations: Math.min(affordable, MOST_ITERATIONS) });
    graph = coarser.graph;
  }
}

const mean = (values: Float32Array): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Masses and weights are divided so that nodes are about as heavy, and as strongly tied, on every level. */
function started({ adjacency, mass, iterations }: Level, start: Float32Array): ForceLayout {
  const { numRows, colIndex, values } = adjacency;
  const degree = Math.min(colIndex.length / numRows, MOST_TIED);
  const massUnit = mean(mass) / (1 + degree);
  const weightUnit = mean(values) * (colIndex.length / numRows / degree);
  const level = {
    adjacency: { ...adjacency, values: values.map((value) => value / weightUnit) },
    mass: mass.map((value) => value / massUnit),
  };
  return forceFrom(level.adjacency, {
    positions: balanced(level, start),
    mass: level.mass,
    allowed: iterations,
    least: Math.min(iterations, LEAST_BEFORE_REST),
  });
}

/** Mean degree that a coarse graph is treated as having at most: its edges grow dense. */
const MOST_TIED = 10;
const LEAST_BEFORE_REST = 30;

/**
 * Scaled so that attraction and gravity hold against repulsion as a whole. A picture p scaled by s is at rest where
 *   s^2 (sum over edges w |p_i - p_j|^2 + gravity sum_i m_i |p_i|^2) = scalingRatio sum_{i<j} m_i m_j,
 * the virial of each force being the sum of force times distance.
 */
export function balanced({ adjacency, mass }: WeightedGraph, positions: Float32Array): Float32Array {
  const { numRows, rowPtr, colIndex, values } = adjacency;
  let [pull, total, squares] = [0, 0, 0];
  for (let node = 0; node < numRows; node++) {
    const [x, y] = [positions[2 * node], positions[2 * node + 1]];
    total += mass[node];
    squares += mass[node] * mass[node];
    pull += FORCES.gravity * mass[node] * (x * x + y * y);
    for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) {
      const [dx, dy] = [positions[2 * colIndex[e]] - x, positions[2 * colIndex[e] + 1] - y];
      // Each edge is met from both of its ends.
      pull += (values[e] / 2) * (dx * dx + dy * dy);
    }
  }
  const push = (FORCES.scalingRatio * (total * total - squares)) / 2;
  const scale = pull > 0 ? Math.sqrt(push / pull) : 1;
  return positions.map((value) => value * scale);
}

/** The members of a group lie around its place as the seeds of a sunflower, as dense as the whole picture is. */
function spread(coarse: Float32Array, groupOf: Int32Array | null): Float32Array {
  if (!groupOf) return coarse;
  const numGroups = coarse.length / 2;
  const numNodes = groupOf.length;
  const { rowPtr, nodes } = membersOf(groupOf, numGroups);
  let meanSquare = 0;
  for (const value of coarse) meanSquare += (value * value) / numGroups;
  // Area of the picture, see withUnitSpacing, over nodes: pi r^2 of it for each.
  // A single group, as a star becomes one, has no extent: whatever is laid around it is scaled to its size later.
  const radius = Math.sqrt((2 * meanSquare) / numNodes) || 1;
  const fine = new Float32Array(2 * numNodes);
  for (let group = 0; group < numGroups; group++) {
    const first = rowPtr[group];
    for (let m = first; m < rowPtr[group + 1]; m++) {
      const away = radius * Math.sqrt(m - first);
      const angle = (m - first) * GOLDEN_ANGLE + group;
      fine[2 * nodes[m]] = coarse[2 * group] + away * Math.cos(angle);
      fine[2 * nodes[m] + 1] = coarse[2 * group + 1] + away * Math.sin(angle);
    }
  }
  return fine;
}
