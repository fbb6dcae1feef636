/**
 * Yardstick A: the GCN as one writes it with tfjs and a single kernel of one's own, a sparse product in plain
 * JavaScript on the wasm heap. Dropout, cross-entropy, L2 and Adam are those of tfjs.
 */
import * as tf from '@tensorflow/tfjs';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { startWasm } from '../../src/compute/backend/wasm';
import type { GraphData, SparseMatrix } from '../../src/data/graph/graphData';
import { gcnNormalise } from '../../src/data/graph/normalise';
import { rowNormalise, transpose } from '../../src/data/graph/sparse';
import type { Measured } from './rows';
import { measureYardstick } from './yardstick';

const KERNEL = 'BenchSpmm';
const RATE = 0.5;
const WEIGHT_DECAY = 5e-4;

function register() {
  tf.registerKernel({
    kernelName: KERNEL,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend }) => {
      const { rowPtr, colIndex, values, x } = inputs;
      if (!(backend instanceof BackendWasm) || !rowPtr || !colIndex || !values || !x) throw new Error(KERNEL);
      const numRows = rowPtr.shape[0] - 1;
      const width = x.shape[1];
      const y = backend.makeOutput([numRows, width], 'float32');
      const [p, c, v, from, to] = [rowPtr, colIndex, values, x, y].map((info) =>
        backend.typedArrayFromHeap(info),
      );
      to.fill(0);
      for (let row = 0; row < numRows; row++)
        for (let e = p[row]; e < p[row + 1]; e++)
          for (let k = 0; k < width; k++) to[row * width + k] += v[e] * from[c[e] * width + k];
      return y;
    },
  });
}

interface Sparse {
  readonly rowPtr: tf.Tensor;
  readonly colIndex: tf.Tensor;
  readonly values: tf.Tensor;
}

const onDevice = ({ rowPtr, colIndex, values }: SparseMatrix): Sparse => ({
  rowPtr: tf.tensor1d(rowPtr, 'int32'),
  colIndex: tf.tensor1d(colIndex, 'int32'),
  values: tf.tensor1d(values),
});

function product(matrix: Sparse, x: tf.Tensor): tf.Tensor2D {
  return tf.engine().runKernel<tf.Tensor2D>(KERNEL, { ...matrix, x });
}

/** The transposed values go through `save`: what is made in the forward pass is gone by the time of the gradient. */
function differentiableProduct(matrix: Sparse, transposed: Sparse, x: tf.Tensor): tf.Tensor2D {
  return tf.customGrad<tf.Tensor2D>((given, save) => {
    if (!(given instanceof tf.Tensor) || typeof save !== 'function') throw new Error(KERNEL);
    save([transposed.values]);
    const gradFunc = (dy: tf.Tensor, [values]: tf.Tensor[]) => product({ ...transposed, values }, dy);
    return { value: product(matrix, given), gradFunc };
  })(x);
}

export async function measureOps(graph: GraphData): Promise<Measured> {
  await startWasm();
  register();
  if (graph.features.kind !== 'sparse') throw new Error('expected sparse features');
  const features = rowNormalise(graph.features.matrix);
  const { matrix: featuresT, order } = transpose(features);
  const propagation = gcnNormalise(graph);
  const x = onDevice(features);
  const xT = onDevice(featuresT);
  const adj = onDevice(propagation);
  const adjT = onDevice(transpose(propagation).matrix);
  const orderTensor = tf.tensor1d(order, 'int32');

  const numClasses = graph.labelling.classNames.length;
  const { y, split } = graph.labelling;
  const oneHot = new Float32Array(graph.numNodes * numClasses);
  for (const node of split.train) oneHot[node * numClasses + y[node]] = 1 / split.train.length;
  const target = tf.tensor2d(oneHot, [graph.numNodes, numClasses]);

  const w1 = tf.variable(tf.randomUniform([features.numCols, 16], -0.06, 0.06));
  const b1 = tf.variable(tf.zeros([16]));
  const w2 = tf.variable(tf.randomUniform<tf.Rank.R2>([16, numClasses], -0.5, 0.5));
  const b2 = tf.variable(tf.zeros([numClasses]));
  const optimizer = tf.train.adam(0.01);

  const step = () =>
    optimizer.minimize(() => {
      const values = tf.dropout(x.values, RATE);
      const dropped = { ...x, values };
      const droppedT = { ...xT, values: tf.gather(values, orderTensor) };
      const xw = differentiableProduct(dropped, droppedT, w1);
      const hidden = tf.relu(tf.add(differentiableProduct(adj, adjT, xw), b1));
      const hw = tf.matMul<tf.Tensor2D>(tf.dropout(hidden, RATE), w2);
      const logits = tf.add(differentiableProduct(adj, adjT, hw), b2);
      const loss = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), target)));
      return tf.add(loss, tf.mul(tf.sum(tf.square(w1)), WEIGHT_DECAY / 2)).asScalar();
    });
  return measureYardstick('ops', graph, step, {
    warmUp: 20,
    samples: 9,
    stepsPerSample: 10,
  });
}
