/** Yardstick B: the GCN as everybody writes it with tfjs: dense features, dense adjacency, no dropout. */
import * as tf from '@tensorflow/tfjs';
import { startWasm } from '../../src/compute/backend/wasm';
import { toDense } from '../../src/data/graph/dense';
import type { GraphData } from '../../src/data/graph/graphData';
import { gcnNormalise } from '../../src/data/graph/normalise';
import { rowNormalise } from '../../src/data/graph/sparse';
import type { Measured } from './rows';
import { measureYardstick } from './yardstick';

export async function measureDense(graph: GraphData): Promise<Measured> {
  await startWasm();
  if (graph.features.kind !== 'sparse') throw new Error('expected sparse features');
  const { numNodes } = graph;
  const features = rowNormalise(graph.features.matrix);
  const x = tf.tensor2d(toDense({ kind: 'sparse', matrix: features }, numNodes).values, [
    numNodes,
    features.numCols,
  ]);
  const adj = tf.tensor2d(toDense({ kind: 'sparse', matrix: gcnNormalise(graph) }, numNodes).values, [
    numNodes,
    numNodes,
  ]);
  const numClasses = graph.labelling.classNames.length;
  const { y, split } = graph.labelling;
  const oneHot = new Float32Array(numNodes * numClasses);
  for (const node of split.train) oneHot[node * numClasses + y[node]] = 1 / split.train.length;
  const target = tf.tensor2d(oneHot, [numNodes, numClasses]);

  const w1 = tf.variable(tf.randomUniform<tf.Rank.R2>([features.numCols, 16], -0.06, 0.06));
  const w2 = tf.variable(tf.randomUniform<tf.Rank.R2>([16, numClasses], -0.5, 0.5));
  const optimizer = tf.train.adam(0.01);
  const step = () =>
    optimizer.minimize(() => {
      const hidden = tf.relu<tf.Tensor2D>(tf.matMul(adj, tf.matMul(x, w1)));
      const logits = tf.matMul(adj, tf.matMul(hidden, w2));
      return tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), target))).asScalar();
    });
  return measureYardstick('dense', graph, step, {
    warmUp: 2,
    samples: 5,
    stepsPerSample: 1,
  });
}
