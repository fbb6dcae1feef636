import type { Preview } from '../../../data/import/answers';
import { writeCount } from '../../widgets/numbers';

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly hint?: string;
}

export const writeBytes = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1e6
      ? `${(bytes / 1e3).toFixed(bytes < 1e4 ? 1 : 0)} kB`
      : bytes < 1e9
        ? `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
        : `${(bytes / 1e9).toFixed(1)} GB`;

/** How the file's edges are meant, as far as it says so or looks like it. */
function directionText({ directed, reciprocal }: Preview): string {
  if (directed !== null) return directed ? 'directed' : 'undirected';
  return reciprocal === 1 ? 'in both directions' : 'not stated';
}

/** What was counted in the file, before anything is decided. */
export function previewFacts(preview: Preview): readonly Fact[] {
  const { counts, bytes, weightColumns, matrixColumns, hasPositions } = preview;
  return [
    { name: 'size', value: writeBytes(bytes) },
    { name: 'nodes', value: writeCount(counts.nodes) },
    { name: 'edges', value: writeCount(counts.edges), hint: 'As the file has them.' },
    {
      name: 'direction',
      value: directionText(preview),
      hint: 'Whether the file says that its edges have a direction.',
    },
    { name: 'edge weights', value: weightColumns.join(', ') || 'none' },
    {
      name: 'self-loops',
      value: writeCount(counts.selfLoops),
      hint: 'Edges from a node to itself, each counted once. Whether they are kept is asked below.',
    },
    {
      name: 'duplicates',
      value: writeCount(counts.duplicates),
      hint: 'Edges that were said before. What becomes of them is asked below.',
    },
    {
      name: 'components',
      value: writeCount(counts.components),
      hint: 'Parts that no edge connects, nodes without any edge among them.',
    },
    { name: 'nodes without edges', value: writeCount(counts.isolated) },
    ...(matrixColumns === null
      ? []
      : [{ name: 'feature matrix', value: `${writeCount(matrixColumns)} wide` }]),
    ...(hasPositions ? [{ name: 'positions', value: 'from the file' }] : []),
  ];
}
