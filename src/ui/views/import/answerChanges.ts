/** What one answer means for the others: a label is no feature, and every kind of answer starts with sensible numbers. */
import type {
  ColumnUse,
  FeatureAnswer,
  ImportAnswers,
  Preview,
  SplitAnswer,
} from '../../../data/import/answers';

export type Change = Partial<ImportAnswers>;

const without = (features: FeatureAnswer, name: string | null): FeatureAnswer =>
  features.kind === 'columns'
    ? { kind: 'columns', columns: features.columns.filter((column) => column.name !== name) }
    : features;

/** Without a column left, a node's degree is all that is known of it. */
const orDegree = (features: FeatureAnswer): FeatureAnswer =>
  features.kind === 'columns' && features.columns.length === 0 ? { kind: 'degree' } : features;

export const withLabel = (answers: ImportAnswers, label: string | null): Change => ({
  label,
  features: orDegree(without(answers.features, label)),
});

/** Columns that say something of a node, and not what is to be learned. */
export const featureColumns = (preview: Preview, answers: ImportAnswers) =>
  preview.nodeColumns.filter(
    ({ name }) =>
      name !== answers.label && !(answers.split.kind === 'column' && answers.split.column === name),
  );

const POSITIONAL_SIZE = 8;

/** That kind of features, as suggested or with numbers of its own. */
export function withFeatures(preview: Preview, answers: ImportAnswers, kind: FeatureAnswer['kind']): Change {
  const { suggested } = preview;
  if (kind === 'columns') {
    if (suggested.features.kind === 'columns')
      return { features: orDegree(without(suggested.features, answers.label)) };
    const columns = featureColumns(preview, answers)
      .filter(({ name }) => name !== answers.names)
      .map(({ name, suggests }) => ({ name, as: suggests }));
    return { features: orDegree({ kind, columns }) };
  }
  if (kind === 'positional') {
    const size = Math.max(1, Math.min(POSITIONAL_SIZE, preview.counts.nodes - 1));
    return { features: { kind, size } };
  }
  return { features: { kind } };
}

/** How one column is used; null: not at all. The order is that of the file. */
export function withColumn(
  preview: Preview,
  answers: ImportAnswers,
  name: string,
  use: ColumnUse | null,
): Change {
  const before = answers.features.kind === 'columns' ? answers.features.columns : [];
  const uses = new Map(before.map((column) => [column.name, column.as]));
  if (use === null) uses.delete(name);
  else uses.set(name, use);
  const columns = preview.nodeColumns.flatMap((column) => {
    const as = uses.get(column.name);
    return as ? [{ name: column.name, as }] : [];
  });
  return { features: orDegree({ kind: 'columns', columns }) };
}

const SHARES = { train: 0.6, val: 0.2 };
/** Planetoid's, as far as there are nodes. */
const PER_CLASS = { train: 20, val: 500, test: 1000 };

/** That kind of split, as suggested or with numbers of its own. */
export function withSplit(preview: Preview, answers: ImportAnswers, kind: SplitAnswer['kind']): Change {
  if (preview.suggested.split.kind === kind) return { split: preview.suggested.split };
  const { nodes } = preview.counts;
  if (kind === 'shares') return { split: { kind, ...SHARES } };
  if (kind === 'perClass')
    return {
      split: {
        kind,
        train: Math.max(1, Math.min(PER_CLASS.train, Math.floor(nodes / 20))),
        val: Math.min(PER_CLASS.val, Math.floor(nodes / 5)),
        test: Math.min(PER_CLASS.test, Math.floor(nodes / 2)),
      },
    };
  const column = splitColumns(preview, answers)[0];
  return column ? { split: { kind, column: column.name } } : {};
}

/** Columns of few values: one of them may say which part a node is in. */
export const splitColumns = (preview: Preview, answers: ImportAnswers) =>
  preview.nodeColumns.filter(({ name, distinct }) => name !== answers.label && distinct <= 4);
