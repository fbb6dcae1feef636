/** The graph that a file and the answers to it make. */
import { fail } from '../base/errors';
import type { RawGraph } from '../formats/rawGraph';
import { numFeatures, type GraphData } from '../graph/graphData';
import { intoFrame } from '../graph/layout/frame';
import type { ImportAnswers } from './answers';
import { columnNamed, cutName, textIn } from './cellValues';
import { featuresOf } from './features';
import { fileFactsOf } from './fileFacts';
import { partsOf } from './parts';

/**
 * Rules for edges and weights are those of `edgesOf`, for the split of `splitOf`, for features of `featuresOf`. The same
 * file and answers give the same graph.
 *
 * @param report hears what is being done, as a sentence
 * @throws PlaygroundError where an answer does not fit what the file holds
 */
export function buildGraph(
  whole: RawGraph,
  answers: ImportAnswers,
  report: (sentence: string) => void,
): GraphData {
  report('Sorting edges and classes');
  const { raw, edges, classes, split } = partsOf(whole, answers);
  report('Building features');
  const { features, featureNames } = featuresOf(raw, answers.features, edges, answers.seed);
  if (numFeatures(features) === 0)
    throw fail('import', 'expected at least one feature, got none', 'Choose other columns, or the degree.');
  return {
    name: raw === whole ? answers.name : `${answers.name} (${sampleText(raw)})`,
    numNodes: raw.nodeIds.length,
    edgeIndex: edges.edgeIndex,
    edgeWeight: edges.edgeWeight,
    features,
    ...(featureNames && { featureNames }),
    labelling: {
      id: classes.classNames.length > 0 ? 'file' : 'none',
      name: answers.label === null ? 'no labels' : cutName(answers.label),
      ...classes,
      split,
    },
    nodeNames: namesOf(raw, answers.names),
    positions: answers.places === 'file' ? framed(raw.positions) : null,
    file: fileFactsOf(raw, edges.edgeIndex),
  };
}

const sampleText = ({ nodeIds }: RawGraph): string =>
  `sample of ${nodeIds.length.toLocaleString('en')} nodes`;

/** A node without a name has its id; null where all names are the index. */
function namesOf({ nodeIds, nodeColumns }: RawGraph, column: string | null): readonly string[] | null {
  const values = column === null ? null : columnNamed(nodeColumns, column, 'nodes').values;
  const names = nodeIds.map((id, node) => cutName(textIn(values?.[node]) ?? id));
  return names.every((name, node) => name === String(node)) ? null : names;
}

/** Into the frame of all layouts, up staying up; null where they are no picture. */
function framed(positions: Float32Array | null): Float32Array | null {
  if (!positions?.every(Number.isFinite)) return null;
  const isPicture = positions.some((value, k) => k > 1 && value !== positions[k % 2]);
  const inFrame = isPicture ? intoFrame(positions) : null;
  return inFrame?.every(Number.isFinite) ? inFrame : null;
}
