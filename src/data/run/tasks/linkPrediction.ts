import { HELD_OUT, MOST_DISJOINT } from '../../graph/edgeSplit';
import { NEGATIVE_RULES, type NegativeRule } from '../../graph/negativePairs';
import { DECODERS, type DecoderId } from '../decoders';
import { BINARY_CROSS_ENTROPY, HINGE, LOGISTIC, RECONSTRUCTION, TRIPLET } from '../losses';
import { AUC, AVERAGE_PRECISION, HITS_AT_50, MEAN_RECIPROCAL_RANK } from '../metrics';
import { lossParam, type TaskDescriptor, type TaskSpec } from './descriptor';

export interface LinkPredictionSpec extends TaskSpec {
  readonly id: 'linkPrediction';
  readonly decoder: DecoderId;
  /** Of training, and of what is held out. */
  readonly negatives: NegativeRule;
  /** See `EdgeSplitSpec`, as the leaks below. */
  readonly disjointShare: number;
  readonly testEdges: boolean;
  readonly reverseEdges: boolean;
}

const LOSSES = [BINARY_CROSS_ENTROPY, HINGE, LOGISTIC, TRIPLET, RECONSTRUCTION] as const;
const DECODER_IDS = DECODERS.map(({ id }) => id);
const percent = (share: number): string => `${Math.round(100 * share)} %`;

export const LINK_PREDICTION: TaskDescriptor<LinkPredictionSpec> = {
  id: 'linkPrediction',
  name: 'Link prediction',
  sentence: 'Which pairs of nodes are linked, learned from most of the edges and tested on those held out.',
  unit: 'edge',
  output: 'score',
  learnsFrom: 'edges',
  losses: LOSSES,
  metrics: [AUC, AVERAGE_PRECISION, HITS_AT_50, MEAN_RECIPROCAL_RANK],
  headline: AUC,
  params: [
    lossParam(LOSSES),
    {
      kind: 'choice',
      key: 'decoder',
      label: 'decoder',
      help: 'How the embeddings of two nodes become the score of the pair.',
      options: DECODER_IDS,
      default: 'dot',
    },
    {
      kind: 'choice',
      key: 'negatives',
      label: 'negatives',
      help: 'Which pairs without an edge the linked ones are told from: near ones and those of the same degree are harder.',
      options: NEGATIVE_RULES,
      default: 'uniform',
    },
    {
      kind: 'real',
      key: 'disjointShare',
      label: 'disjoint share',
      help: 'Share of the training edges that are learned from and carry no messages meanwhile; 0: all do both.',
      min: 0,
      max: MOST_DISJOINT,
      default: 0,
      stops: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
    },
    {
      kind: 'boolean',
      key: 'testEdges',
      label: 'leak: test edges carry messages',
      help: `The ${percent(HELD_OUT.test)} of edges held out for the test stay among the messages: their ends know of each other.`,
      default: false,
    },
    {
      kind: 'boolean',
      key: 'reverseEdges',
      label: 'leak: reverse edges carry messages',
      help: 'Where the edge a to b is held out, b to a stays among the messages.',
      default: false,
    },
  ],
  outChannels: (_task, _graph, width) => width,
  // PyTorch Geometric, examples/link_pred.py.
  recipe: {
    hidden: { width: 128, bias: true },
    last: { width: 64, bias: true },
    training: { epochs: 100, learningRate: 0.01, weightDecay: 0, inputDropout: 0, dropout: 0 },
  },
  read: (values) => ({
    id: 'linkPrediction',
    loss: values.choice(
      'loss',
      LOSSES.map(({ id }) => id),
    ),
    decoder: values.choice('decoder', DECODER_IDS),
    negatives: values.choice('negatives', NEGATIVE_RULES),
    disjointShare: values.real('disjointShare'),
    testEdges: values.boolean('testEdges'),
    reverseEdges: values.boolean('reverseEdges'),
  }),
};
