/** Which columns of the nodes are worth having as features, and whether they are enough to be suggested. */
import { PACKED_LIMITS } from '../formats/packed/limits';
import type { RawGraph } from '../formats/rawGraph';
import type { ColumnFacts, FeatureAnswer, ImportAnswers } from './answers';
import { columnNamed, cutName, numberIn, textIn } from './cellValues';
import { MAX_CATEGORIES } from './columnBlocks';
import { plainName } from './columnNames';

/** Above so many nodes the one-hot matrix of their indices would be most of the model. */
const MAX_IDENTITY = 5000;
/**
 * Columns that make fewer features are offered and not suggested: with a single number for each node, whatever it says,
 * a model has next to nothing to tell nodes apart by, where one feature for each node lets it learn from the edges.
 * Without edges the columns are all there is.
 */
const ENOUGH_FEATURES = 4;
/** Columns named in a sentence. */
const NAMED = 3;

/** What is left over: not constant, not a different word for every node, and not the label under another name. */
export function columnsForFeatures(
  raw: RawGraph,
  facts: readonly ColumnFacts[],
  label: string | null,
  others: readonly (string | null)[],
): readonly ColumnFacts[] {
  const numNodes = raw.nodeIds.length;
  return facts
    .filter((column) => column.name !== label && !others.includes(column.name))
    .filter((column) => column.distinct > 1 && column.missing < 0.9 * numNodes)
    .filter((column) => !namesEachNode(raw, column, numNodes))
    .filter((column) => label === null || !saysTheSame(raw, column, label));
}

/** Of a text, as many as are enough: how many words are shared is not counted here. */
function widthOf({ suggests, distinct }: ColumnFacts): number {
  if (suggests === 'number') return 1;
  return suggests === 'text' ? ENOUGH_FEATURES : Math.min(MAX_CATEGORIES, distinct);
}

const widthOfAll = (columns: readonly ColumnFacts[]): number =>
  columns.reduce((sum, column) => sum + widthOf(column), 0);

/** The matrix of the file; else the columns, where they are enough; else what the graph alone gives. */
export function featuresFor(raw: RawGraph, columns: readonly ColumnFacts[]): FeatureAnswer {
  if (raw.features) return { kind: 'file' };
  const hasEdges = raw.source.some((from, e) => from !== raw.target[e]);
  if (columns.length > 0 && (!hasEdges || widthOfAll(columns) >= ENOUGH_FEATURES))
    return { kind: 'columns', columns: columns.map(({ name, suggests }) => ({ name, as: suggests })) };
  return raw.nodeIds.length <= MAX_IDENTITY ? { kind: 'identity' } : { kind: 'degree' };
}

/** A sentence on columns that could be features and are not suggested; none where there are no such. */
export function unsuggestedColumns(
  raw: RawGraph,
  facts: readonly ColumnFacts[],
  { features, label, names, split }: ImportAnswers,
): readonly string[] {
  if (features.kind !== 'identity' && features.kind !== 'degree') return [];
  const splitColumn = split.kind === 'column' ? split.column : null;
  const columns = columnsForFeatures(raw, facts, label, [splitColumn, names]);
  if (columns.length === 0) return [];
  const said = columns.slice(0, NAMED).map(({ name }) => `'${cutName(name)}'`);
  const width = widthOfAll(columns);
  const instead = features.kind === 'identity' ? 'one feature for each node is' : 'the degree is';
  return [
    `${said.join(', ')} ${columns.length === 1 ? 'makes' : 'make'} ${width === 1 ? '1 feature' : `${width} features`} only, too few to tell most nodes apart: ${instead} suggested instead. Choose columns as features to use ${columns.length === 1 ? 'it' : 'them'} all the same.`,
  ];
}

/** Words that hardly any two nodes share, or whole numbers that count the nodes. */
function namesEachNode(
  raw: RawGraph,
  { name, suggests, distinct, missing }: ColumnFacts,
  numNodes: number,
): boolean {
  if (suggests === 'category') return distinct > 2 && distinct > 0.5 * (numNodes - missing);
  if (suggests === 'text' || distinct < numNodes) return false;
  const isId = /^(node|vertex)?(id|index|key|nr|no)$/.test(plainName(name));
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
