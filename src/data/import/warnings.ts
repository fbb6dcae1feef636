/** Sentences on what will not work with these answers, or looks odd. */
import type { Estimate, ImportAnswers } from './answers';
import type { BuiltEdges } from './edges';
import { MAX_POSITIONAL_NODES } from './features';

/** So many colours can be told apart; the palette begins anew after them. */
const COLOURS = 20;
const MANY_NODES = 50_000;
const MUCH_MEMORY = 2 ** 30;
const MANY_FEATURE_BYTES = 100e6;

const grouped = (count: number): string => Math.round(count).toLocaleString('en');
const megabytes = (bytes: number): string => `${grouped(bytes / 1e6)} MB`;

/** @param hasColumns whether there are columns of nodes, which a label can be chosen from */
export function warningsOn(
  counts: Omit<Estimate, 'warnings'>,
  answers: ImportAnswers,
  edges: BuiltEdges,
  hasColumns: boolean,
): readonly string[] {
  const { nodes, messages, entries, runBytes } = counts;
  const { features, sample } = answers;
  return [
    ...(messages === 0 ? ['There are no edges: every node is by itself, and no message is passed.'] : []),
    ...onLabels(counts, answers, hasColumns),
    ...onPairs(edges),
    ...onWeights(edges),
    ...(8 * entries > MANY_FEATURE_BYTES
      ? [`The features take about ${megabytes(8 * entries)}: fewer columns or a sample train sooner.`]
      : []),
    ...(features.kind === 'positional' && nodes > MAX_POSITIONAL_NODES
      ? [
          `Positions in the graph are worked out for up to ${grouped(MAX_POSITIONAL_NODES)} nodes: choose the degree, or take a sample.`,
        ]
      : []),
    ...(runBytes > MUCH_MEMORY
      ? [`A run takes about ${megabytes(runBytes)} of memory, more than many tabs have: take a sample.`]
      : []),
    ...(nodes > MANY_NODES && sample === null
      ? [`Laying out and drawing ${grouped(nodes)} nodes takes a while: a sample is quicker.`]
      : []),
  ];
}

/** Those whose weights add up are told with the weights. */
function onPairs({ pairs, addedUp }: BuiltEdges): readonly string[] {
  if (pairs === 0 || addedUp > 0) return [];
  return [
    pairs === 1
      ? '1 pair of edges goes both ways and counts as one edge.'
      : `${grouped(pairs)} pairs of edges go both ways; each counts as one edge.`,
  ];
}

function onWeights({ unweighted, weightless, addedUp }: BuiltEdges): readonly string[] {
  const said: string[] = [];
  if (unweighted === 1) said.push('1 edge has no weight; it counts as 1.');
  if (unweighted > 1) said.push(`${grouped(unweighted)} edges have no weight; they count as 1.`);
  if (weightless === 1) said.push('1 edge has the weight 0; it carries no message and is left out.');
  if (weightless > 1)
    said.push(`${grouped(weightless)} edges have the weight 0; they carry no message and are left out.`);
  if (addedUp > 0)
    said.push(
      `${addedUp === 1 ? '1 pair of edges goes' : `${grouped(addedUp)} pairs of edges go`} both ways with weights of their own; as messages go in both directions, the two weights are added up.`,
    );
  return said;
}

function onLabels(
  { nodes, classes, split }: Omit<Estimate, 'warnings'>,
  answers: ImportAnswers,
  hasColumns: boolean,
): readonly string[] {
  if (!hasColumns)
    return [
      'The file says nothing of its nodes that could be their label: Node2Vec and factorisation can be trained, which need none.',
    ];
  if (answers.label === null)
    return [
      'Models that learn from labels need a label column: choose one, or train Node2Vec or factorisation, which need none.',
    ];
  if (classes.length === 0) return ['The label column is empty: choose another one.'];
  const labelled = classes.reduce((sum, each) => sum + each.nodes, 0);
  const single = classes.filter((each) => each.nodes === 1).map(({ name }) => `'${name}'`);
  return [
    ...(classes.length === 1 ? ['All nodes are of one class: there is nothing to tell apart.'] : []),
    ...(classes.length > COLOURS
      ? [
          `${classes.length} classes are more than there are colours: they repeat after ${COLOURS}, and names tell classes apart.`,
        ]
      : []),
    ...(single.length === 1
      ? [`The class ${single[0]} has a single node, which is trained on and never judged.`]
      : []),
    ...(single.length > 1
      ? [
          `${single.length} classes have a single node each (${single.slice(0, 3).join(', ')}${single.length > 3 ? ', …' : ''}), which is trained on and never judged.`,
        ]
      : []),
    ...(labelled < nodes
      ? [
          `${grouped(nodes - labelled)} of ${grouped(nodes)} nodes ${nodes - labelled === 1 ? 'has no class: it passes messages on, and is' : 'have no class: they pass messages on, and are'} neither learned from nor judged.`,
        ]
      : []),
    ...onSplit(split, answers),
  ];
}

function onSplit({ train, val, test }: Estimate['split'], { split }: ImportAnswers): readonly string[] {
  const isShort = split.kind === 'perClass' && (val < split.val || test < split.test);
  return [
    ...(train === 0 ? ['No node is for training: choose another split.'] : []),
    ...(test === 0 ? ['No node is left to test on: accuracy is then that of validation or training.'] : []),
    ...(isShort
      ? ['There are fewer nodes than this split asks for: validation and test share what is left.']
      : []),
  ];
}
