import { fail } from '../../base/errors';
import type { MethodDescriptor } from './descriptor';

export interface Node2VecSpec {
  readonly kind: 'node2vec';
  /** Numbers to a node. */
  readonly dimension: number;
  /** Nodes in a walk, the start included. */
  readonly walkLength: number;
  readonly walksPerNode: number;
  /** Nodes of a window, 2 to walkLength. */
  readonly context: number;
  /** Negative walks for each real one. */
  readonly negatives: number;
  /** Return parameter, above 0. */
  readonly p: number;
  /** In-out parameter, above 0. */
  readonly q: number;
  /** Starting nodes per step of the optimiser. */
  readonly batchSize: number;
}

const BIAS_STOPS = [0.1, 0.25, 0.5, 1, 2, 4, 10];

/** The defaults are those of PyTorch Geometric's example (examples/node2vec.py). */
export const NODE2VEC: MethodDescriptor<Node2VecSpec> = {
  id: 'node2vec',
  name: 'Node2Vec',
  formula: String.raw`\min_z\; -\sum_{(u, v) \in \text{walks}} \log \sigma(z_u^\top z_v) \quad \phantom{\min_z}\; -\sum_{(u, v) \in \text{noise}} \log \sigma(-z_u^\top z_v)`,
  sentence: 'Nodes that meet on random walks come to lie together; no features, no layers.',
  paper: 'Grover and Leskovec, node2vec: Scalable Feature Learning for Networks, KDD 2016',
  loss: { name: 'Skip-gram loss', of: 'walks' },
  training: ['epochs', 'learningRate'],
  params: [
    {
      kind: 'integer',
      key: 'dimension',
      label: 'dimension',
      help: 'Numbers kept for each node.',
      min: 2,
      max: 256,
      default: 128,
    },
    {
      kind: 'integer',
      key: 'walkLength',
      label: 'walk length',
      help: 'Nodes in a walk, the start included.',
      min: 2,
      max: 100,
      default: 20,
    },
    {
      kind: 'integer',
      key: 'walksPerNode',
      label: 'walks per node',
      help: 'Walks that start at each node in an epoch.',
      min: 1,
      max: 50,
      default: 10,
    },
    {
      kind: 'integer',
      key: 'context',
      label: 'context',
      help: 'Nodes of a window: the first one is paired with each of the others.',
      min: 2,
      max: 100,
      default: 10,
    },
    {
      kind: 'integer',
      key: 'negatives',
      label: 'negatives',
      help: 'Walks of random nodes for each real walk: what the embedding learns to keep apart.',
      min: 1,
      max: 20,
      default: 1,
    },
    {
      kind: 'integer',
      key: 'batchSize',
      label: 'batch',
      help: 'Starting nodes per step of the optimiser.',
      min: 1,
      max: 1024,
      default: 128,
    },
    {
      kind: 'real',
      key: 'p',
      label: 'return p',
      help: 'A step back is weighted by 1/p: above 1 a walk seldom turns round, below 1 it often does.',
      min: 0.01,
      max: 100,
      default: 1,
      stops: BIAS_STOPS,
    },
    {
      kind: 'real',
      key: 'q',
      label: 'in-out q',
      help: 'A step outward is weighted by 1/q: above 1 a walk stays near its start, below 1 it wanders off.',
      min: 0.01,
      max: 100,
      default: 1,
      stops: BIAS_STOPS,
    },
  ],
  read: (values) => {
    const [walkLength, context] = [values.integer('walkLength'), values.integer('context')];
    if (context > walkLength)
      throw fail(
        'node2vec.context',
        `expected at most the walk length ${walkLength}, got ${context}`,
        'Make walks longer or the context shorter.',
      );
    return {
      kind: 'node2vec',
      dimension: values.integer('dimension'),
      walkLength,
      walksPerNode: values.integer('walksPerNode'),
      context,
      negatives: values.integer('negatives'),
      batchSize: values.integer('batchSize'),
      p: values.real('p'),
      q: values.real('q'),
    };
  },
};
