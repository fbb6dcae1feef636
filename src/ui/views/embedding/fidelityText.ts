import type { Collapse, Fidelity, ProjectionMethod } from '../../../data/run/pictures';

export const percentOf = (share: number): string => `${Math.round(100 * share)} %`;

/** Two digits, and never a 1.00 that is not one. */
export const trustText = (trustworthiness: number): string =>
  trustworthiness === 1 ? '1' : Math.min(0.999, trustworthiness).toFixed(trustworthiness > 0.99 ? 3 : 2);

export const HOW_TO_READ: Readonly<Record<ProjectionMethod, string>> = {
  umap: 'UMAP keeps near nodes near. How far groups stand apart, and how large they are, means little.',
  'umap-js':
    'UMAP keeps near nodes near. How far groups stand apart, and how large they are, means little. Here by the library umap-js, the reference that ours is measured against.',
  pca: 'PCA is a flat projection: what is far apart here is far apart in the full space; what is near here may not be.',
  axes: 'The two units of this layer as they are: nothing is left out.',
};

/** What the shares mean, of this many dimensions. */
export function keptSentence({ k, kept, metric }: Fidelity, numCols: number): string {
  const compared = metric === 'cosine' ? ' Vectors are compared by direction (cosine).' : '';
  return `Of the ${k} nodes nearest to a node in all ${numCols} dimensions, ${percentOf(kept)} are among the ${k} nearest here.${compared}`;
}

/** Beside the meter, in the line below the picture. */
export const COLLAPSED = 'collapsed: nodes are nearly alike, the shapes are noise';

/** Why a picture of rows that are nearly alike shows noise. */
export const collapsedSentence = ({ cosine, rank }: Collapse): string =>
  `This layer has made the nodes nearly alike (over-smoothing): the mean cosine of two of them is ${cosine.toFixed(2)}, and they spread over ${rank.toFixed(1)} ${rank < 1.05 ? 'direction' : 'directions'}. A picture fills its canvas whatever is left: the little that still differs is drawn large, and its shapes are noise.`;

export const countBadlyPlaced = ({ perNode }: Fidelity, limit: number): number =>
  perNode.reduce((count, share) => count + (share < limit ? 1 : 0), 0);
