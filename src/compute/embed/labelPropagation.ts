/**
 * Label propagation: known labels flow along edges, no feature and no weight is learned. An epoch is one iteration on
 * the numNodes x classes matrix F, from Y (one-hot in the rows of training nodes, zero elsewhere).
 *
 *   clamped    F <- D^-1 A F, then the rows of training nodes are put back to Y
 *              (Zhu and Ghahramani, CMU-CALD-02-107, 2002)
 *   spreading  F <- alpha D^-1/2 A D^-1/2 F + (1 - alpha) Y   (Zhou et al., NIPS 2003)
 *
 * Row = target: a node hears from where its incoming edges come from; D counts those. Z is the logarithm of F with its
 * rows scaled to sum 1, so that the softmax of Z is F. A node that nothing has reached yet is undecided: all classes
 * alike.
 */
import { fail } from '../../data/base/errors';
import type { GraphData, SparseMatrix } from '../../data/graph/graphData';
import { adjacency } from '../../data/graph/sparse';
import type { LabelPropagationSpec, PropagationForm } from '../../data/run/methods/labelPropagation';
import type { RunSpec } from '../../data/run/runSpec';
import type { Keyframe } from '../../data/run/records';
import { trainingClasses } from '../../data/graph/trainingClasses';
import { openTask } from '../tasks/tasks';
import type { Trainer } from '../train/trainer';
import { shallowTrainer, stateFrom } from './shallowTrainer';

/** Stands for zero under the logarithm. */
const LEAST = 1e-12;
const ROWS_PER_SLICE = 20_000;

/** D^-1 A, or D^-1/2 A D^-1/2; nodes without incoming weight have empty rows. */
function propagation(graph: GraphData, form: PropagationForm): SparseMatrix {
  const a = adjacency(graph.numNodes, graph.edgeIndex, graph.edgeWeight);
  const { target } = graph.edgeIndex;
  const degree = new Float64Array(graph.numNodes);
  target.forEach((node, e) => (degree[node] += a.values[e]));
  const scale = (node: number) => (degree[node] > 0 ? 1 / degree[node] : 0);
  const values = a.values.map((weight, e) =>
    form === 'clamped'
      ? weight * scale(target[e])
      : weight * Math.sqrt(scale(target[e]) * scale(graph.edgeIndex.source[e])),
  );
  return { ...a, values };
}

/** @throws PlaygroundError for an alpha outside (0, 1) */
export function createLabelPropagation(
  run: RunSpec,
  { form, alpha }: LabelPropagationSpec,
  graph: GraphData,
  from: Keyframe | null = null,
  loaded: GraphData = graph,
): Trainer {
  if (form === 'spreading' && !(alpha > 0 && alpha < 1))
    throw fail('label propagation', `expected an alpha above 0 and below 1, got ${alpha}`);
  const { numNodes, labelling } = graph;
  const numClasses = labelling.classNames.length;
  const { rowPtr, colIndex, values } = propagation(graph, form);
  const { classes } = trainingClasses(labelling);
  const nothing = new Float32Array(0);
  const seeds = new Float32Array(numNodes * numClasses);
  classes.forEach((label, node) => {
    if (label >= 0) seeds[node * numClasses + label] = 1;
  });
  let f: Float32Array = stateFrom(
    { weights: seeds, firstMoment: nothing, secondMoment: nothing },
    from,
  ).weights.slice();

  const newRow = (node: number, next: Float32Array) => {
    const at = node * numClasses;
    if (form === 'clamped' && classes[node] >= 0) {
      next[at + classes[node]] = 1;
      return;
    }
    const neighbours = form === 'clamped' ? 1 : alpha;
    for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++)
      for (let c = 0; c < numClasses; c++) next[at + c] += values[e] * f[colIndex[e] * numClasses + c];
    for (let c = 0; c < numClasses; c++)
      next[at + c] = neighbours * next[at + c] + (1 - neighbours) * seeds[at + c];
  };

  /** Mean distance of the rows to their next value: what is left to flow. */
  const distance = (a: Float32Array, b: Float32Array): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
    return sum / Math.max(numNodes, 1);
  };

  /** Yields the share of the rows that is done. */
  function* iteration(): Generator<number, Float32Array> {
    const next = new Float32Array(f.length);
    for (let node = 0; node < numNodes; node++) {
      newRow(node, next);
      if (node % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield (node + 1) / numNodes;
    }
    return next;
  }

  return shallowTrainer(
    run,
    graph,
    openTask(run, graph, loaded),
    {
      dimension: null,
      *run() {
        const next = yield* iteration();
        const moved = distance(f, next);
        f = next;
        return moved;
      },
      lossBefore: () => {
        const rows = iteration();
        for (;;) {
          const { done, value } = rows.next();
          if (done) return distance(f, value);
        }
      },
      state: () => ({ weights: f.slice(), firstMoment: nothing, secondMoment: nothing }),
      outputs: ({ weights }) => logitsOf(weights, numClasses),
    },
    from,
  );
}

/** log of the rows, scaled to sum 1. */
function logitsOf(f: Float32Array, numClasses: number): Float32Array {
  const logits = new Float32Array(f.length);
  for (let at = 0; at < f.length; at += numClasses) {
    let sum = 0;
    for (let c = 0; c < numClasses; c++) sum += f[at + c];
    if (sum > 0)
      for (let c = 0; c < numClasses; c++) logits[at + c] = Math.log(Math.max(f[at + c] / sum, LEAST));
  }
  return logits;
}
