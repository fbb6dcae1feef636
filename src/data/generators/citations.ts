/**
 * A synthetic citation network of Cora's size, drawn from a seed: a degree-corrected stochastic block model with
 * nested blocks (seven topics, each of several small fields), bag-of-words features drawn from the words of the topic
 * and from common words, and a split in the manner of Planetoid. No real paper is in it.
 *
 * Model: Karrer and Newman, Physical Review E 83, 2011. The numbers below are Cora's where Cora has them (papers per
 * class, edges, words, words per paper, share of edges within a class), and chosen so that a GCN lands near its
 * accuracy on Cora where it has not.
 */
import { randomKey, sequence, STREAM } from '../base/random';
import { buildEdgeIndex } from '../graph/edgeIndex';
import type { EdgeIndex, GraphData, SparseMatrix, Split } from '../graph/graphData';
import { shuffled, weightedSampler, type Sampler } from './sampler';

const CLASS_SIZES = [351, 217, 418, 818, 426, 298, 180];
const NUM_NODES = 2708;
const NUM_EDGES = 5278;
const NUM_WORDS = 1433;
const TRAIN_PER_CLASS = 20;
const NUM_VALIDATION = 500;
const NUM_TEST = 1000;

/** Share of edges that stay within the topic, and of those, within the field. */
const WITHIN_TOPIC = 0.835;
const WITHIN_FIELD = 0.75;
const FIELD_SIZE = 24;

/** Expected degrees follow a power law with this exponent, up to this multiple of the smallest. */
const DEGREE_EXPONENT = 2.7;
const DEGREE_CAP = 100;

const WORDS_MEAN = 18.2;
const WORDS_SPREAD = 5;
const WORDS_PER_TOPIC = 180;
/** Share of a paper's words that come from its topic; the others are common to all. */
const TOPIC_SHARE = 0.125;

const DRAWS = { blocks: 0, degrees: 1, edges: 2, topics: 3, words: 4, split: 5 } as const;

/** The same seed gives the same graph. */
export function citations(seed: number): GraphData {
  const draws = (what: keyof typeof DRAWS) => sequence(randomKey(seed, STREAM.generator, DRAWS[what]));
  const { topic, field } = drawBlocks(draws('blocks'));
  return {
    name: 'Synthetic citations',
    numNodes: NUM_NODES,
    edgeIndex: drawEdges(topic, field, draws('degrees'), draws('edges')),
    edgeWeight: null,
    features: { kind: 'sparse', matrix: drawWords(topic, draws('topics'), draws('words')) },
    labelling: {
      id: 'topics',
      name: 'topics, random split',
      classNames: CLASS_SIZES.map((_, k) => `topic ${k + 1}`),
      y: topic,
      split: drawSplit(topic, draws('split')),
    },
    nodeNames: null,
    positions: null,
  };
}

/** Topic of each node, and its field: a number that no other topic uses. */
function drawBlocks(draw: () => number): { topic: Int32Array; field: Int32Array } {
  const topic = new Int32Array(NUM_NODES);
  const field = new Int32Array(NUM_NODES);
  const order = shuffled(NUM_NODES, draw);
  let at = 0;
  let firstField = 0;
  for (const [k, size] of CLASS_SIZES.entries()) {
    const numFields = Math.round(size / FIELD_SIZE);
    for (let i = 0; i < size; i++) {
      topic[order[at]] = k;
      field[order[at++]] = firstField + (i % numFields);
    }
    firstField += numFields;
  }
  return { topic, field };
}

/** Nodes of each block, with a sampler over them in proportion to their expected degrees. */
function blocksOf(
  block: Int32Array,
  degree: Float64Array,
): { pick: (of: number, draw: () => number) => number } {
  const members: number[][] = [];
  for (const [node, of] of block.entries()) (members[of] ??= []).push(node);
  const samplers: Sampler[] = members.map((nodes) => weightedSampler(nodes.map((node) => degree[node])));
  return { pick: (of, draw) => members[of][samplers[of].pick(draw)] };
}

function drawEdges(
  topic: Int32Array,
  field: Int32Array,
  drawDegree: () => number,
  draw: () => number,
): EdgeIndex {
  const degree = Float64Array.from({ length: NUM_NODES }, () =>
    Math.min(DEGREE_CAP, (1 - drawDegree()) ** (-1 / (DEGREE_EXPONENT - 1))),
  );
  const everywhere = weightedSampler(degree);
  const inTopic = blocksOf(topic, degree);
  const inField = blocksOf(field, degree);
  const partner = (node: number): number => {
    if (draw() < WITHIN_TOPIC)
      return draw() < WITHIN_FIELD ? inField.pick(field[node], draw) : inTopic.pick(topic[node], draw);
    for (;;) {
      const other = everywhere.pick(draw);
      if (topic[other] !== topic[node]) return other;
    }
  };

  const source: number[] = [];
  const target: number[] = [];
  const known = new Set<number>();
  const degreeSoFar = new Int32Array(NUM_NODES);
  const link = (a: number, b: number) => {
    const key = Math.min(a, b) * NUM_NODES + Math.max(a, b);
    if (a === b || known.has(key)) return;
    known.add(key);
    source.push(a);
    target.push(b);
    degreeSoFar[a]++;
    degreeSoFar[b]++;
  };
  // Every paper of Cora cites or is cited: whoever has no link yet gets one first.
  for (const node of shuffled(NUM_NODES, draw)) while (degreeSoFar[node] === 0) link(node, partner(node));
  while (known.size < NUM_EDGES) {
    const node = everywhere.pick(draw);
    link(node, partner(node));
  }
  return buildEdgeIndex(NUM_NODES, source, target);
}

/** Zipf's law, flattened at its head: the most frequent of all words would be in nearly every paper. */
const zipf = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, rank) => 1 / (rank + 3));

/** Binary bags of words. Common words, and the words within a topic, are as frequent as Zipf's law says. */
function drawWords(topic: Int32Array, drawTopic: () => number, draw: () => number): SparseMatrix {
  const common = weightedSampler(zipf(NUM_WORDS));
  const commonWords = shuffled(NUM_WORDS, drawTopic);
  const ofTopic = weightedSampler(zipf(WORDS_PER_TOPIC));
  // Topics share words: each takes its own random ones out of all.
  const topicWords = CLASS_SIZES.map(() => shuffled(NUM_WORDS, drawTopic).subarray(0, WORDS_PER_TOPIC));

  const rowPtr = new Int32Array(NUM_NODES + 1);
  const columns: number[] = [];
  for (let node = 0; node < NUM_NODES; node++) {
    // A sum of three uniform draws has variance 1/4: near enough to a normal one, and never far out.
    const spread = 2 * (draw() + draw() + draw() - 1.5);
    const count = Math.max(2, Math.round(WORDS_MEAN + WORDS_SPREAD * spread));
    const words = new Set<number>();
    while (words.size < count)
      words.add(
        draw() < TOPIC_SHARE ? topicWords[topic[node]][ofTopic.pick(draw)] : commonWords[common.pick(draw)],
      );
    columns.push(...Array.from(words).sort((a, b) => a - b));
    rowPtr[node + 1] = columns.length;
  }
  const colIndex = Int32Array.from(columns);
  const values = new Float32Array(colIndex.length).fill(1);
  return { numRows: NUM_NODES, numCols: NUM_WORDS, rowPtr, colIndex, values };
}

function drawSplit(topic: Int32Array, draw: () => number): Split {
  const order = shuffled(NUM_NODES, draw);
  const train = CLASS_SIZES.flatMap((_, k) =>
    Array.from(order.filter((node) => topic[node] === k).subarray(0, TRAIN_PER_CLASS)),
  );
  const isTrain = new Set(train);
  const others = order.filter((node) => !isTrain.has(node));
  return {
    train: Int32Array.from(train).sort(),
    val: others.slice(0, NUM_VALIDATION).sort(),
    test: others.slice(NUM_VALIDATION, NUM_VALIDATION + NUM_TEST).sort(),
  };
}
