/** Sensible answers for a file, from what its columns are called and hold: accepting them gives a run that learns. */
import { PACKED_LIMITS } from '../formats/packed/limits';
import type { Column, RawGraph } from '../formats/rawGraph';
import { repeatedFor, type ColumnFacts, type ImportAnswers, type SplitAnswer } from './answers';
import { columnNamed, numberIn, textIn } from './cellValues';
import { called, plainName } from './columnNames';
import { columnsForFeatures, featuresFor } from './featureColumns';
import { classesOf, classSizes } from './labels';
import { partOf } from './split';
import { weightColumnOf } from './weightColumn';

/** Names of columns that hold classes, the surest first; `label` is a name in some formats, hence the count of values. */
const LABEL_NAMES = (
  'class label y target category groundtruth nodelabel nodeclass classlabel labels ' +
  'classes club faction community group cluster subject topic field department team ' +
  'party type kind nodetype role klasse kategorie abteilung classe catégorie ' +
  'département clase categoría departamento value'
).split(' ');
/**
 * What programs work out from the edges, as Gephi does: to learn it is to learn what the edges say anyhow, so whatever
 * describes the nodes comes first. Words under such a name were given by somebody, and are as good as any.
 */
const COMPUTED_NAMES = (
  'modularityclass modularity cluster clusters clusterid community communityid communities group groupid ' +
  'louvain leiden component componentid'
).split(' ');
/** How a node is drawn is no class of its own. */
const DRAWN_NAMES = ['color', 'colour', 'shape'];
const NAME_NAMES = ['label', 'name', 'title', 'fullname', 'username', 'id', 'key'];
const TYPE_NAMES = ['relation', 'relationship', 'predicate', 'interaction', 'edgetype', 'type', 'kind'];
const SPLIT_NAMES = ['split', 'set', 'part', 'partition', 'mask', 'subset', 'fold'];

/** A suggested label has at most so many classes (the largest citation sets have 172), and two nodes to a class. */
const MAX_CLASSES = 200;
/** Of a column that is not called like a label. */
const FEW_CLASSES = 12;
const NODES_PER_CLASS = 4;

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
  const names = namesColumnOf(raw, nodeFacts, label);
  const weight = weightColumnOf(raw, edgeFacts);
  return {
    name: raw.name,
    directions: 'undirected',
    weight,
    repeated: repeatedFor(weight),
    selfLoops: 'remove',
    type: raw.typeColumn ?? typeColumnOf(edgeFacts),
    label,
    names,
    features: featuresFor(raw, columnsForFeatures(raw, nodeFacts, label, [splitColumn, names])),
    split: splitColumn === null ? splitFor(raw, label) : { kind: 'column', column: splitColumn },
    places: raw.positions === null ? 'new' : 'file',
    seed: 0,
    sample: null,
  };
}

const typeColumnOf = (facts: readonly ColumnFacts[]): string | null =>
  called(facts, TYPE_NAMES).find(
    ({ suggests, distinct }) => suggests === 'category' && distinct <= MAX_CLASSES,
  )?.name ?? null;

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
    !DRAWN_NAMES.includes(plainName(name)) &&
    NODES_PER_CLASS * distinct + missing <= raw.nodeIds.length &&
    columnNamed(raw.nodeColumns, name, 'nodes').values.every((cell) => typeof cell !== 'boolean');
  const isComputed = ({ name, suggests }: ColumnFacts) =>
    suggests === 'number' && COMPUTED_NAMES.includes(plainName(name));
  const found =
    called(facts, LABEL_NAMES).find((column) => fits(column) && !isComputed(column)) ??
    facts.find((column) => fits(column) && isOfFewWords(column)) ??
    called(facts, COMPUTED_NAMES).find(fits);
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
    if (!SPLIT_NAMES.includes(plainName(name))) return false;
    const parts = new Set<string | null>();
    for (const cell of values) {
      const word = textIn(cell);
      if (word !== null) parts.add(partOf(word));
    }
    return parts.has('train') && !parts.has(null);
  });
  return found?.name ?? null;
}

/** Names differ: at most a tenth of them are said twice. Numbers are names where each node has one of its own. */
function namesColumnOf(raw: RawGraph, facts: readonly ColumnFacts[], label: string | null): string | null {
  const rows = (column: ColumnFacts, all: number) => Math.max(1, all - column.missing);
  const isNumbered = ({ name, distinct }: ColumnFacts): boolean =>
    distinct === raw.nodeIds.length &&
    columnNamed(raw.nodeColumns, name, 'nodes').values.every((cell) => Number.isInteger(numberIn(cell)));
  return (
    called(facts, NAME_NAMES).find(
      (column) =>
        column.name !== label &&
        (column.suggests !== 'number' || isNumbered(column)) &&
        column.distinct > 1 &&
        column.distinct >= 0.9 * rows(column, column.distinct + column.missing),
    )?.name ?? null
  );
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
