/** What each term means, in one sentence that needs no other field than this page. */
import type { TermId } from './terms';

export type TermGroup = 'graph' | 'model' | 'training' | 'result' | 'picture';

export const GROUP_TITLES: Readonly<Record<TermGroup, string>> = {
  graph: 'Graph and data',
  model: 'Models and layers',
  training: 'Training',
  result: 'Results',
  picture: 'Embedding and its picture',
};

interface Entry {
  readonly group: TermGroup;
  readonly sentence: string;
}

const of =
  (group: TermGroup) =>
  (sentence: string): Entry => ({ group, sentence });
const graph = of('graph');
const model = of('model');
const training = of('training');
const result = of('result');
const picture = of('picture');

export const GLOSSARY: Readonly<Record<TermId, Entry>> = {
  graph: graph(
    'Nodes, and edges that join pairs of them: papers and their citations, people and their friendships.',
  ),
  degree: graph('The number of edges at a node.'),
  hop: graph('One step along an edge: neighbours are 1 hop away, their neighbours 2 hops.'),
  'self-loop': graph('An edge from a node to itself, by which a node takes part in its own sum.'),
  feature: graph('A number that is known of a node from the start, such as whether a paper contains a word.'),
  class: graph('The group that a node belongs to, and that a model is to predict.'),
  label: graph('The known class of a node; a model learns from the labels of the training nodes.'),
  'held-out edge': graph('An edge that is kept from training, to see whether a model finds it again.'),
  split: graph('Which nodes are for training, which for validation and which for the test.'),
  training: graph('The nodes whose labels the model learns from.'),
  validation: graph('Nodes that are not learned from and tell which epoch or which setting is the best.'),
  test: graph('Nodes that are kept apart until the end, to measure how good the model is.'),
  'random walk': graph(
    'A path that goes from a node to a random neighbour again and again; p and q say how likely it turns back or goes far.',
  ),

  model: model('A function with weights that turns features and edges into a prediction for each node.'),
  layer: model(
    'One step of a model: it computes a new vector for each node from the vectors of the layer before.',
  ),
  'hidden layer': model('A layer between the input features and the output.'),
  unit: model(
    'One of the numbers that a layer computes for each node; the width of a layer is how many there are.',
  ),
  weight: model('A number that training changes, or the strength with which an edge or message counts.'),
  bias: model('A learned number that is added to a unit, the same for all nodes.'),
  activation: model(
    'A simple function applied to every number, such as ReLU, which turns negative numbers into 0.',
  ),
  'leaky ReLU': model(
    'A function that leaves positive numbers alone and shrinks negative ones by a small slope.',
  ),
  residual: model('A short cut: the input of a layer is added to its output.'),
  normalisation: model('Bringing numbers to a common scale, for example to mean 0 and standard deviation 1.'),
  'unit length': model('A vector divided by its own length, so that only its direction is left.'),
  'message passing': model(
    'Each node sends its vector along its edges, and each node combines what it receives.',
  ),
  aggregator: model(
    'How the messages that reach a node are combined: their mean, their sum or their maximum.',
  ),
  attention: model('Learned weights that say how much a node takes from each neighbour; they add up to 1.'),
  head: model('One of several attentions side by side, each with weights of its own.'),
  gate: model('Learned numbers from 0 to 1 that say how much of a memory is kept and how much is replaced.'),
  teleport: model(
    'The share of its own start value that a node gets back at every hop, so that it does not drown.',
  ),
  'fan-out': model('How many neighbours are drawn for each node when a batch does not use all of them.'),
  'receptive field': model(
    'All nodes that the vector of a node depends on: those within as many hops as there are layers.',
  ),
  baseline: model('A simple method to compare with: what a graph network has to beat.'),
  factorisation: model(
    'Finding a short vector for each node so that products of vectors give back the table of edges.',
  ),
  'label propagation': model('Known labels flow along the edges until every node has a share of each class.'),
  'context window': model('How many nodes of a walk count as close to each other.'),
  decoder: model(
    'What turns the vectors of two nodes into one score: the higher, the likelier an edge between them.',
  ),
  'negative sample': training(
    'A pair of nodes without an edge, from which a model learns what edges do not look like.',
  ),
  'negative sampling': model(
    'Random pairs that an embedding learns to keep apart, as a contrast to pairs that belong together.',
  ),

  epoch: training('One pass of training over all training nodes.'),
  loss: training('A number that says how wrong the predictions are; training makes it smaller.'),
  optimiser: training('The rule by which gradients change the weights, such as Adam.'),
  'learning rate': training(
    'How far the weights move at each step: too small is slow, too large never settles.',
  ),
  momentum: training('The share of the last step that is repeated, so that steps in one direction add up.'),
  'weight decay': training('A pull of all weights towards 0, which keeps a model from learning by heart.'),
  dropout: training(
    'A share of the numbers is set to 0 at random in each training step, so that none is relied on alone.',
  ),
  'batch size': training('How many training nodes are used in one step of the optimiser.'),
  'early stopping': training(
    'Training ends when the validation nodes have not improved for a number of epochs, called patience.',
  ),
  seed: training('The number that all random choices start from: the same seed gives the same run.'),
  keyframe: training('The weights kept at an epoch, from which the epochs after it are computed again.'),

  prediction: result('The class to which the model gives the highest probability.'),
  logit: result('A number of the last layer before the softmax: the larger, the more probable its class.'),
  softmax: result('Turns numbers into probabilities: all positive, adding up to 1.'),
  confidence: result('The probability that the model gives to the class it predicts.'),
  accuracy: result('The share of nodes whose predicted class is the true one.'),
  'link prediction': result(
    'Telling which pairs of nodes are linked, from the other edges and the features.',
  ),
  AUC: result(
    'The chance that a pair with an edge scores higher than one without: 0.5 is guessing, 1 is perfect.',
  ),
  'average precision': result('The precision at each edge found, from the best score downwards, on average.'),
  'Hits@K': result('The share of edges that score higher than the K-th best pair without an edge.'),
  MRR: result(
    'The mean of 1 / rank of each edge among the pairs without one: 1 where every edge comes first.',
  ),
  'data leakage': result(
    'When what is to be predicted can be seen in training, so that scores are better than the truth.',
  ),
  precision: result('Of the nodes predicted as a class, the share that belong to it.'),
  recall: result('Of the nodes of a class, the share that are predicted as it.'),
  F1: result('One number for precision and recall: their harmonic mean, which is high only if both are.'),
  'macro F1': result(
    'The mean of the F1 of all classes, in which a small class counts as much as a large one.',
  ),
  influence: result('How much the output of a node changes when the features of another node change.'),
  'over-smoothing': result(
    'With many layers the vectors of all nodes become alike, and nothing tells them apart.',
  ),
  'over-squashing': result(
    'Messages from far away are squeezed through a few edges and hardly change the result.',
  ),
  'Dirichlet energy': result('How much vectors differ along the edges: near 0 neighbours have become alike.'),
  'mean cosine': result(
    'How alike the directions of vectors are, over all pairs of nodes: 1 is all the same.',
  ),

  embedding: picture(
    'The vector that a layer computes for each node; nodes that the model takes for similar lie close together.',
  ),
  projection: picture('A picture in two dimensions of vectors that have many; something is always lost.'),
  UMAP: picture('A projection that keeps near nodes near; distances between groups mean little.'),
  PCA: picture('A projection onto the two directions in which the nodes differ most.'),
  'raw axes': picture('The two units of a layer of width 2 as they are: nothing is projected.'),
  trustworthiness: picture(
    'How few nodes look close in the picture that are not close in the full space: 1 is none.',
  ),
  'neighbours kept': picture(
    'Of the nearest nodes in the full space, the share that are among the nearest in the picture.',
  ),
};
