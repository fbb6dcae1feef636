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

export const AUC: MetricDescriptor = {
  id: 'auc',
  name: 'AUC',
  formula: String.raw`P(s^+ > s^-) + \frac{1}{2} P(s^+ = s^-)`,
  better: 'higher',
  range: 'share',
  paper: 'Fawcett, An introduction to ROC analysis, Pattern Recognition Letters 2006',
};

export const AVERAGE_PRECISION: MetricDescriptor = {
  id: 'ap',
  name: 'average precision',
  formula: String.raw`\sum_n (R_n - R_{n-1}) P_n`,
  better: 'higher',
  range: 'share',
  paper: 'Manning, Raghavan and Schütze, Introduction to information retrieval, 2008, chapter 8',
};

/** Negatives of the best scores that `HITS_AT_50` is about; a part with fewer has no such score. */
export const HITS_RANK = 50;

export const HITS_AT_50: MetricDescriptor = {
  id: 'hits50',
  name: `Hits@${HITS_RANK}`,
  formula: String.raw`\frac{1}{n} \sum_i [s_i^+ > s^-_{(${HITS_RANK})}]`,
  better: 'higher',
  range: 'share',
  paper: 'Hu et al., Open Graph Benchmark, NeurIPS 2020',
};

export const MEAN_RECIPROCAL_RANK: MetricDescriptor = {
  id: 'mrr',
  name: 'MRR',
  formula: String.raw`\frac{1}{n} \sum_i \frac{1}{\mathrm{rank}_i}`,
  better: 'higher',
  range: 'share',
  paper: 'Hu et al., Open Graph Benchmark, NeurIPS 2020',
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
