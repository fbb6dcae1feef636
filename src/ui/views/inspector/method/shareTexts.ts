/** Where the labels of a node come from in label propagation, in words. */
import type { LabelPropagationSpec } from '../../../../data/run/methods/labelPropagation';
import { countOf, writeSetting } from '../../../widgets/numbers';

export interface Heard {
  readonly node: number;
  /** Class with the largest share; -1 where all are alike, as they are before a label has come by. */
  readonly best: number;
  readonly share: number;
}

/** @param probabilities numNodes x numClasses */
export function heardFrom(
  probabilities: Float32Array,
  numClasses: number,
  neighbours: readonly number[],
): readonly Heard[] {
  return neighbours.map((node) => {
    const row = probabilities.subarray(node * numClasses, (node + 1) * numClasses);
    const most = Math.max(...row);
    const isAlike = most - Math.min(...row) < 1e-6;
    return { node, best: isAlike ? -1 : row.indexOf(most), share: most };
  });
}

/** 3 of its neighbours lean to Mr. Hi, 1 to Officer; 2 hold nothing yet. */
export function heardText(heard: readonly Heard[], classNames: readonly string[]): string {
  const leaning = classNames
    .map((name, index) => ({ name, count: heard.filter(({ best }) => best === index).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const silent = heard.filter(({ best }) => best < 0).length;
  const parts = leaning.map(({ name, count }, i) =>
    i === 0 ? `${count} of ${heard.length} lean to ${name}` : `${count} to ${name}`,
  );
  const rest = silent > 0 ? [`${silent === heard.length ? `all ${silent}` : silent} hold nothing yet`] : [];
  return `Now: ${[...parts, ...rest].join(', ')}.`;
}

/** @param known name of the label that training sees on the node; null for none */
export function sourceText(
  { form, alpha }: LabelPropagationSpec,
  known: string | null,
  numNeighbours: number,
): string {
  const neighbours = numNeighbours === 1 ? 'its one neighbour' : `its ${countOf(numNeighbours, 'neighbour')}`;
  if (form === 'clamped') {
    if (known !== null) return `Its label is known and put back after every epoch: it stays ${known}.`;
    if (numNeighbours === 0) return 'No edge leads here, so no label ever comes.';
    return `Each epoch it takes over the mean of what ${neighbours} ${numNeighbours === 1 ? 'holds' : 'hold'}.`;
  }
  const own =
    known === null
      ? 'the rest would come from its own label, which is not known'
      : `the rest from its own label, ${known}`;
  if (numNeighbours === 0)
    return `No edge leads here: only ${known === null ? 'nothing' : `its own label, ${known},`} is left.`;
  return `Each epoch ${writeSetting(alpha)} of it comes from ${neighbours}, of which those with few edges count more; ${own}.`;
}
