/** Answers from the page or the console, checked against the file that they are about. */
import { fail } from '../base/errors';
import { fieldsOf, integerIn, isFields, listOf, oneOf, realIn, shown } from '../run/checks';
import {
  COLUMN_USES,
  REPEATED,
  repeatedFor,
  SELF_LOOPS,
  type ColumnFacts,
  type FeatureAnswer,
  type ImportAnswers,
  type Preview,
  type SplitAnswer,
} from './answers';

const MAX_NAME = 200;
const MAX_SEED = 2 ** 32 - 1;
export const MAX_POSITIONAL = 64;

/**
 * What is not said is as suggested. The columns of the label and of the split are taken out of the features, because a
 * model would read the answer off; the degree stands in where none is left.
 *
 * @throws PlaygroundError that names the answer that does not fit the file
 */
export function validateAnswers(value: unknown, preview: Preview): ImportAnswers {
  const { suggested, nodeColumns, edgeColumns, counts } = preview;
  const fields = fieldsOf('answers', value, Object.keys(suggested));
  const said = <K extends keyof ImportAnswers>(key: K): unknown =>
    fields[key] === undefined ? suggested[key] : fields[key];
  const label = columnOrNull('answers.label', said('label'), nodeColumns);
  const weight = columnOrNull('answers.weight', said('weight'), edgeColumns);
  const split = splitIn(said('split'), nodeColumns, counts.nodes);
  const reserved = [label, split.kind === 'column' ? split.column : null];
  return {
    name: nameIn(said('name')),
    directions: oneOf('answers.directions', said('directions'), ['undirected', 'directed'] as const),
    weight,
    // Without a word on repeated edges, they are as the weights want them.
    repeated:
      fields['repeated'] === undefined && weight !== suggested.weight
        ? repeatedFor(weight)
        : oneOf('answers.repeated', said('repeated'), REPEATED),
    selfLoops: oneOf('answers.selfLoops', said('selfLoops'), SELF_LOOPS),
    type: columnOrNull('answers.type', said('type'), edgeColumns),
    label,
    names: columnOrNull('answers.names', said('names'), nodeColumns),
    features: without(featuresIn(said('features'), preview), reserved),
    split,
    places: placesIn(said('places'), preview),
    seed: integerIn('answers.seed', said('seed'), 0, MAX_SEED),
    sample: sampleIn(said('sample'), counts.nodes),
  };
}

function nameIn(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_NAME)
    throw fail('answers.name', `expected a name of 1 to ${MAX_NAME} letters, got ${shown(value)}`);
  return value.trim();
}

function columnIn(area: string, value: unknown, columns: readonly ColumnFacts[]): string {
  const found = columns.find(({ name }) => name === value);
  if (!found)
    throw fail(
      area,
      `expected ${columns.length > 0 ? 'a column of the file' : 'none, as the file has no such columns'}, got ${shown(value)}`,
    );
  return found.name;
}

const columnOrNull = (area: string, value: unknown, columns: readonly ColumnFacts[]): string | null =>
  value === null ? null : columnIn(area, value, columns);

function placesIn(value: unknown, { hasPositions }: Preview): ImportAnswers['places'] {
  const places = oneOf('answers.places', value, ['file', 'new'] as const);
  if (places === 'file' && !hasPositions)
    throw fail('answers.places', "expected 'new', as the file has no positions, got 'file'");
  return places;
}

const sampleIn = (value: unknown, nodes: number): number | null =>
  value === null ? null : integerIn('answers.sample', value, 1, Math.max(1, nodes));

const FEATURE_KINDS = ['file', 'columns', 'identity', 'degree', 'constant', 'positional'] as const;

function featuresIn(value: unknown, { nodeColumns, matrixColumns, counts }: Preview): FeatureAnswer {
  const area = 'answers.features';
  const kind = oneOf(`${area}.kind`, isFields(value) ? value['kind'] : value, FEATURE_KINDS);
  switch (kind) {
    case 'file':
      fieldsOf(area, value, ['kind']);
      if (matrixColumns === null)
        throw fail(
          area,
          'expected features other than a matrix, the file has none',
          'Choose columns or the degree.',
        );
      return { kind };
    case 'columns': {
      const list = listOf(`${area}.columns`, fieldsOf(area, value, ['kind', 'columns'])['columns']);
      const columns = list.map((each, k) => {
        const place = `${area}.columns[${k}]`;
        const fields = fieldsOf(place, each, ['name', 'as']);
        return {
          name: columnIn(`${place}.name`, fields['name'], nodeColumns),
          as: oneOf(`${place}.as`, fields['as'], COLUMN_USES),
        };
      });
      if (columns.length === 0)
        throw fail(area, 'expected at least one column, got none', 'Choose one, or other features.');
      const twice = columns.find(({ name }, k) => columns.findIndex((each) => each.name === name) < k);
      if (twice) throw fail(area, `expected each column once, got ${shown(twice.name)} twice`);
      return { kind, columns };
    }
    case 'positional': {
      const fields = fieldsOf(area, value, ['kind', 'size']);
      const most = Math.max(1, Math.min(MAX_POSITIONAL, counts.nodes - 1));
      return { kind, size: integerIn(`${area}.size`, fields['size'], 1, most) };
    }
    case 'identity':
    case 'degree':
    case 'constant':
      fieldsOf(area, value, ['kind']);
      return { kind };
    default:
      return kind satisfies never;
  }
}

function without(features: FeatureAnswer, reserved: readonly (string | null)[]): FeatureAnswer {
  if (features.kind !== 'columns') return features;
  const columns = features.columns.filter(({ name }) => !reserved.includes(name));
  return columns.length > 0 ? { kind: 'columns', columns } : { kind: 'degree' };
}

function splitIn(value: unknown, columns: readonly ColumnFacts[], nodes: number): SplitAnswer {
  const area = 'answers.split';
  const kind = oneOf(`${area}.kind`, isFields(value) ? value['kind'] : value, [
    'shares',
    'perClass',
    'column',
  ] as const);
  if (kind === 'column') {
    const fields = fieldsOf(area, value, ['kind', 'column']);
    return { kind, column: columnIn(`${area}.column`, fields['column'], columns) };
  }
  if (kind === 'shares') {
    const fields = fieldsOf(area, value, ['kind', 'train', 'val']);
    const train = realIn(`${area}.train`, fields['train'], 0, 1);
    // Shares are typed in per cent: 0.7 and 0.3 are 1 but for rounding.
    const val = Math.min(realIn(`${area}.val`, fields['val'], 0, 1 - train + 1e-9), 1 - train);
    if (train === 0)
      throw fail(`${area}.train`, 'expected a share above 0, got 0', 'Models learn from these nodes.');
    return { kind, train, val };
  }
  const fields = fieldsOf(area, value, ['kind', 'train', 'val', 'test']);
  const count = (key: 'train' | 'val' | 'test', least: number) =>
    integerIn(`${area}.${key}`, fields[key], least, Math.max(least, nodes, 1000));
  return { kind, train: count('train', 1), val: count('val', 0), test: count('test', 0) };
}
