import {
  mean,
  mul,
  scalar,
  slice,
  square,
  sub,
  sum,
  type Rank,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { TaskCode } from '../../../../src/compute/tasks/task';
import { paddedSize } from '../../../../src/data/graph/paddedSize';
import type { PartScores } from '../../../../src/data/run/records';
import { TOY } from './descriptor';

/** Messages of training travel on every second edge, those of the test part on all; one factor is learned beside the layers. */
export const toyTask: TaskCode = {
  of: TOY,
  open: (run, graph) => {
    const goal = 'goal' in run.task ? Number(run.task.goal) : NaN;
    const { source, target } = graph.edgeIndex;
    const kept = (ends: Int32Array) => ends.filter((_, e) => (source[e]! + target[e]!) % 2 === 0);
    const training = { ...graph, edgeIndex: { source: kept(source), target: kept(target) } };
    const lossOf = (outputs: Tensor2D, factor: Tensor) =>
      mean(square(sub(mul(sum(outputs, 1, true), factor), scalar(goal))));
    const gapsOf = (outputs: Float32Array, factor: number): Float32Array => {
      const columns = outputs.length / graph.numNodes;
      return Float32Array.from(source, (node) => {
        const row = outputs.subarray(node * columns, (node + 1) * columns);
        return row.reduce((total, value) => total + value, 0) * factor - goal;
      });
    };
    const scoresOf = (gaps: Float32Array): PartScores => ({
      loss: gaps.reduce((total, gap) => total + gap * gap, 0) / gaps.length,
      largest: gaps.reduce((most, gap) => Math.max(most, Math.abs(gap)), 0),
      mean: gaps.reduce((total, gap) => total + Math.abs(gap), 0) / gaps.length,
    });
    return {
      messages: { training, evaluation: [training, graph] },
      parameters: [{ role: 'factor', shape: [1, 1], init: 'ones' }],
      numExamples: graph.numNodes,
      all: () => ({
        nodes: null,
        count: graph.numNodes,
        loss: (outputs, [factor]) => lossOf(outputs, factor!),
        dispose: () => {},
      }),
      some: (_epoch, examples) => {
        const nodes = new Int32Array(paddedSize(examples.length)).fill(-1);
        nodes.set(examples);
        return {
          nodes,
          count: examples.length,
          loss: (outputs, [factor]) =>
            lossOf(slice<Rank.R2, Tensor2D>(outputs, [0, 0], [examples.length, outputs.shape[1]]), factor!),
          dispose: () => {},
        };
      },
      evaluate: ([first, second], [factor]) => {
        const [gaps, onAll] = [first!, second!].map((outputs) => gapsOf(outputs, factor?.[0] ?? 1));
        return {
          scores: { train: scoresOf(gaps!), val: scoresOf(gaps!), test: scoresOf(onAll!), all: null },
          output: { unit: 'edge', rows: source.length, columns: 1, values: onAll! },
          isFinite: gaps!.every(Number.isFinite),
        };
      },
      probe: null,
      pairs: null,
      dispose: () => {},
    };
  },
};
