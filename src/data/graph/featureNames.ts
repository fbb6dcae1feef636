/** What the columns of the features are called, everywhere. */
import type { GraphData } from './graphData';

/** The name that the file gives it, else its number, counted from 1 as units of layers are. */
export const featureName = ({ featureNames }: Pick<GraphData, 'featureNames'>, column: number): string =>
  featureNames?.[column] ?? `feature ${column + 1}`;
