/** Sensible answers for a file, from what its columns are called and hold: accepting them gives a run that learns. */
import { PACKED_LIMITS } from '../formats/packed/limits';
import type { Column, RawGraph } from '../formats/rawGraph';
import type { ColumnFacts, FeatureAnswer, ImportAnswers, SplitAnswer } from './answers';
import { columnNamed, numberIn, textIn } from './cellValues';
import { classesOf, classSizes } from './labels';
import { partOf } from './split';

/** Names of columns that hold classes, the surest first; `label` is a name in some formats, hence the count of values. */
const LABEL_NAMES = (
  'class label y target category groundtruth nodelabel nodeclass classlabel labels ' +
  'classes club faction community modularityclass group cluster subject topic field ' +
  'department party type kind nodetype role value'
).split(' ');
const NAME_NAMES = ['label', 'name', 'title', 'fullname', 'username', 'id', 'key'];
const SPLIT_NAMES = ['split', 'set', 'part', 'partition', 'mask', 'subset', 'fold'];
const WEIGHT_NAMES = [
  'weight',
  'weights',
  'w',
  'edgeweight',
  'gewicht',
  'poids',
  'peso',
  'value',
  'strength',
  'count',
];

/** A suggested label has at most so many classes, and two nodes to a class. */
const MAX_CLASSES = 50;
/** Of a column that is not called like a label. */
const FEW_CLASSES = 12;
const NODES_PER_CLASS = 4;
/** Above so many nodes the one-hot matrix of their indices would be most of the model. */
export const MAX_IDENTITY = 5000;

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Directions: undirected, as the papers train even on citation graphs (Kipf and Welling, ICLR 2017): a node then hears
 * whoever it is connected to. The split: a column where there is one; else that of the citation sets, 20 a class, 500,
 * 1,000, where there are nodes for it; else a tenth and a fifth of each class.
 */
export function suggestedAnswers(
  raw: RawGraph,
  nodeFacts: readonly ColumnFacts[],
  edgeFacts: readonly ColumnFacts[],
): ImportAnswers {
  const splitColumn = raw.splitColumn ?? splitColumnOf(raw);
  const label = raw.labelColumn ?? labelColumnOf(raw, nodeFacts, splitColumn);
  const names = namesColumnOf(nodeFacts, label);
  return {
    name: raw.name,
    directions: 'undirected',
    weight: weightColumnOf(raw, edgeFacts),
    label,
    names,
    features: featuresFor(raw, nodeFacts, label, [splitColumn, names]),
    split: splitColumn === null ? splitFor(raw, label) : { kind: 'column', column: splitColumn },
    seed: 0,
    sample: null,
  };
}

/** The first column by the order of `names`. */
function called(facts: readonly ColumnFacts[], names: readonly string[]): ColumnFacts[] {
  return names.flatMap((name) => facts.filter((column) => plain(column.name) === name));
}

function labelColumnOf(raw: RawGraph, facts: readonly ColumnFacts[], split: string | null): string | null {
  const most = Math.min(MAX_CLASSES, raw.nodeIds.length / 2);
  const fits = ({ name, distinct }: ColumnFacts) =>
    name !== split &&
    distinct >= 2 &&
    distinct <= most &&
    isOfClasses(columnNamed(raw.nodeColumns, name, 'nodes'));
  // Whatever it is called, a few words that many nodes share are the nearest thing to classes.
  const isOfFewWords = ({ name, suggests, distinct, missing }: ColumnFacts) =>
    suggests === 'category' &&
    distinct <= FEW_CLASSES &&
    NODES_PER_CLASS * distinct + missing <= raw.nodeIds.length &&
    columnNamed(raw.nodeColumns, name, 'nodes').values.every((cell) => typeof cell !== 'boolean');
  const found =
    called(facts, LABEL_NAMES).find(fits) ?? facts.find((column) => fits(column) && isOfFewWords(column));
  return found?.name ?? null;
}

/** Fractions are something to measure, no class. */
const isOfClasses = ({ values }: Column): boolean =>
  values.every((cell) => {
    const number = numberIn(cell);
    return number === null || Number.isNaN(number) || Number.isInteger(number);
  });

function splitColumnOf({ nodeColumns }: RawGraph): string | null {
  const found = nodeColumns.find(({ name, values }) => {
    if (!SPLIT_NAMES.includes(plain(name))) return false;
    const parts = new Set<string | null>();
    for (const cell of values) {
      const word = textIn(cell);
      if (word !== null) parts.add(partOf(word));
    }
    return parts.has('train') && !parts.has(null);
  });
  return found?.name ?? null;
}

/** Names differ: at most a tenth of them are said twice. */
function namesColumnOf(facts: readonly ColumnFacts[], label: string | null): string | null {
  const rows = (column: ColumnFacts, all: number) => Math.max(1, all - column.missing);
  return (
    called(facts, NAME_NAMES).find(
      (column) =>
        column.name !== label &&
        column.suggests !== 'number' &&
        column.distinct > 1 &&
        column.distinct >= 0.9 * rows(column, column.distinct + column.missing),
    )?.name ?? null
  );
}

function weightColumnOf({ edgeColumns }: RawGraph, facts: readonly ColumnFacts[]): string | null {
  const fits = ({ name, suggests }: ColumnFacts) =>
    suggests === 'number' &&
    columnNamed(edgeColumns, name, 'edges').values.every((cell) => (numberIn(cell) ?? 0) >= 0);
  return called(facts, WEIGHT_NAMES).find(fits)?.name ?? null;
}

/** What is left over: not constant, not a different word for every node, and not the label under another name. */
function featuresFor(
  raw: RawGraph,
  facts: readonly ColumnFacts[],
  label: string | null,
  others: readonly (string | null)[],
): FeatureAnswer {
  if (raw.features) return { kind: 'file' };
  const numNodes = raw.nodeIds.length;
  const columns = facts
    .filter((column) => column.name !== label && !others.includes(column.name))
    .filter((column) => column.distinct > 1 && column.missing < 0.9 * numNodes)
    .filter((column) => !namesEachNode(raw, column, numNodes))
    .filter((column) => label === null || !saysTheSame(raw, column, label))
    .map(({ name, suggests }) => ({ name, as: suggests }));
  if (columns.length > 0) return { kind: 'columns', columns };
  return numNodes <= MAX_IDENTITY ? { kind: 'identity' } : { kind: 'degree' };
}

/** Words that hardly any two nodes share, or whole numbers that count the nodes. */
function namesEachNode(
  raw: RawGraph,
  { name, suggests, distinct, missing }: ColumnFacts,
  numNodes: number,
): boolean {
  if (suggests === 'category') return distinct > 2 && distinct > 0.5 * (numNodes - missing);
  if (suggests === 'text' || distinct < numNodes) return false;
  const isId = /^(node|vertex)?(id|index|key|nr|no)$/.test(plain(name));
  const { values } = columnNamed(raw.nodeColumns, name, 'nodes');
  const first = numberIn(values[0]) ?? NaN;
  return isId || (numNodes > 2 && values.every((cell, node) => numberIn(cell) === first + node));
}

/** Whether either column's value tells the other's: a model would read the answer off. */
function saysTheSame(raw: RawGraph, { name, distinct }: ColumnFacts, label: string): boolean {
  if (distinct > PACKED_LIMITS.classes) return false;
  const [a, b] = [name, label].map((each) => columnNamed(raw.nodeColumns, each, 'nodes').values);
  const [there, back] = [new Map<string, string>(), new Map<string, string>()];
  return (a ?? []).every((cell, node) => {
    const [from, to] = [textIn(cell), textIn(b?.[node])];
    if (from === null || to === null) return true;
    if ((there.get(from) ?? to) !== to || (back.get(to) ?? from) !== from) return false;
    there.set(from, to);
    back.set(to, from);
    return true;
  });
}

const PLANETOID = { kind: 'perClass', train: 20, val: 500, test: 1000 } as const;

function splitFor({ nodeColumns }: RawGraph, label: string | null): SplitAnswer {
  const shares: SplitAnswer = { kind: 'shares', train: 0.1, val: 0.2 };
  if (label === null) return shares;
  const column = columnNamed(nodeColumns, label, 'nodes');
  if (new Set(column.values).size > PACKED_LIMITS.classes) return shares;
  const sizes = classSizes(classesOf(column));
  const labelled = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = PLANETOID.train * sizes.length + PLANETOID.val + PLANETOID.test;
  const isLargeEnough = labelled >= wanted && sizes.every((size) => size >= 2 * PLANETOID.train);
  return isLargeEnough ? PLANETOID : shares;
}
