/** What a run is judged by: a descriptor each. Charts, tables, early stopping and files are drawn from them. */
export interface MetricDescriptor {
  /** Its key among the scores of a part. */
  readonly id: string;
  /** As it stands within a sentence. */
  readonly name: string;
  /** TeX. */
  readonly formula: string;
  readonly better: 'higher' | 'lower';
  /** `share`: 0 to 1. */
  readonly range: 'share' | 'number';
  readonly paper: string;
}

export const ACCURACY: MetricDescriptor = {
  id: 'accuracy',
  name: 'accuracy',
  formula: String.raw`\frac{1}{n} \sum_i [\hat{y}_i = y_i]`,
  better: 'higher',
  range: 'share',
  paper: 'Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, Springer 2009, section 2.4',
};

/** Whether one value is a better one than another; a tie is not. */
export const isBetter = (
  { better }: Pick<MetricDescriptor, 'better'>,
  value: number,
  than: number,
): boolean => (better === 'higher' ? value > than : value < than);

/** What every value is better than. */
export const worstOf = ({ better }: Pick<MetricDescriptor, 'better'>): number =>
  better === 'higher' ? -Infinity : Infinity;
