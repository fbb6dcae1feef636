/**
 * Node classification: every labelled training node is an example, the loss is the masked cross-entropy of its logits,
 * and messages travel on the whole graph. What comes out is the probability of each class for each node.
 */
import { keep, tensor1d, type Tensor1D } from '@tensorflow/tfjs-core';
import type { GraphData } from '../../data/graph/graphData';
import { paddedSize } from '../../data/graph/paddedSize';
import { trainingClasses } from '../../data/graph/trainingClasses';
import { NODE_CLASSIFICATION } from '../../data/run/tasks/nodeClassification';
import { probeScores } from '../embed/logisticRegression';
import { softmaxCrossEntropy } from '../kernels/softmaxCrossEntropy/gradient';
import { evaluateLogits, scores } from './logits';
import type { Batch, Task, TaskCode } from './task';

/** @param classes one for each row of the outputs, -1: none */
const batchOf = (nodes: Int32Array | null, classes: Tensor1D, count: number): Batch => ({
  nodes,
  count,
  loss: (outputs) => softmaxCrossEntropy(outputs, classes, count),
  dispose: () => classes.dispose(),
});

function open(graph: GraphData): Task {
  const { labelling, numNodes } = graph;
  const { classes, count } = trainingClasses(labelling);
  const examples = Int32Array.from(classes.keys()).filter((node) => classes[node] >= 0);
  const columns = labelling.classNames.length;
  /** Made once for all epochs: the examples are the same in each. */
  let target: Tensor1D | null = null;
  return {
    messages: { training: graph, evaluation: [graph] },
    parameters: [],
    numExamples: examples.length,
    all: () => ({
      ...batchOf(null, (target ??= keep(tensor1d(classes, 'int32'))), count),
      dispose: () => {},
    }),
    some: (_epoch, which) => {
      const nodes = new Int32Array(paddedSize(which.length)).fill(-1);
      which.forEach((example, row) => (nodes[row] = examples[example]));
      const asked = nodes.map((node) => (node < 0 ? -1 : classes[node]));
      return batchOf(nodes, tensor1d(asked, 'int32'), which.length);
    },
    evaluate: ([logits]) => {
      const evaluation = evaluateLogits(logits, columns, labelling.y);
      return {
        scores: scores(evaluation, labelling),
        output: { unit: 'node', rows: numNodes, columns, values: evaluation.probabilities },
        isFinite: evaluation.isFinite,
      };
    },
    probe: (embedding) => probeScores(embedding, labelling),
    pairs: null,
    dispose: () => target?.dispose(),
  };
}

export const nodeClassification: TaskCode = { of: NODE_CLASSIFICATION, open: (_run, graph) => open(graph) };
