/**
 * How well scores tell linked pairs (positives) from others (negatives), whatever their scale. Equal scores are common
 * (most pairs have no common neighbour at all), so each measure says what it does with them. Each is as scikit-learn
 * 1.x or OGB has it; NaN where either list is empty.
 */

/** Descending; what is not a number comes first. */
const descending = (scores: ArrayLike<number>): Float64Array => Float64Array.from(scores).sort().toReversed();

/** Of an ascending list, how many are below `score`, and how many at most that. */
function below(ascending: Float64Array, score: number, orEqual: boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < score || (orEqual && ascending[middle] === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, where a tie counts half (mid-ranks).
 * As sklearn.metrics.roc_auc_score.
 */
export function auc(positives: ArrayLike<number>, negatives: ArrayLike<number>): number {
  const ascending = Float64Array.from(negatives).sort();
  let won = 0;
  for (let k = 0; k < positives.length; k++)
    won += (below(ascending, positives[k], false) + below(ascending, positives[k], true)) / 2;
  return won / (positives.length * negatives.length);
}

/**
 * Average precision: sum over thresholds of (R_n - R_{n-1}) P_n, precision at each weighted by the recall it adds; all
 * pairs of one score come in at once. As sklearn.metrics.average_precision_score.
 */
export function averagePrecision(positives: ArrayLike<number>, negatives: ArrayLike<number>): number {
  if (positives.length === 0 || negatives.length === 0) return NaN;
  const [right, wrong] = [descending(positives), descending(negatives)];
  let [found, falsely, sum] = [0, 0, 0];
  while (found < right.length) {
    const threshold = right[found];
    const before = found;
    while (found < right.length && right[found] === threshold) found++;
    while (falsely < wrong.length && wrong[falsely] >= threshold) falsely++;
    // A score that is not a number is equal to none, not even to itself.
    if (found === before) return NaN;
    sum += ((found - before) / right.length) * (found / (found + falsely));
  }
  return sum;
}

/**
 * Hits@K: share of the positives that score strictly above the K-th best negative; 1 where there are fewer than K. As
 * OGB's Evaluator for ogbl-ppa, ogbl-collab and ogbl-ddi.
 */
export function hitsAt(k: number, positives: ArrayLike<number>, negatives: ArrayLike<number>): number {
  if (positives.length === 0) return NaN;
  if (negatives.length < k) return 1;
  const bar = descending(negatives)[k - 1];
  let hits = 0;
  for (let at = 0; at < positives.length; at++) if (positives[at] > bar) hits += 1;
  return hits / positives.length;
}

/**
 * Rank of each positive among all negatives, from 1: the mean of the optimistic rank (it comes before those with the
 * same score) and the pessimistic one (it comes after them).
 */
export function ranks(positives: ArrayLike<number>, negatives: ArrayLike<number>): Float64Array {
  const ascending = Float64Array.from(negatives).sort();
  const above = (score: number, orEqual: boolean) => ascending.length - below(ascending, score, !orEqual);
  return Float64Array.from(positives, (score) => 1 + (above(score, false) + above(score, true)) / 2);
}

/** Mean reciprocal rank, of `ranks`. As OGB's Evaluator for ogbl-citation2, with all negatives for each positive. */
export const meanReciprocalRank = (positives: ArrayLike<number>, negatives: ArrayLike<number>): number =>
  negatives.length === 0
    ? NaN
    : ranks(positives, negatives).reduce((sum, rank) => sum + 1 / rank, 0) / positives.length;

export interface AtThreshold {
  /** Of the pairs that score the threshold or more, the share of positives; 0 where there are none. */
  readonly precision: number;
  /** Of the positives, the share that scores the threshold or more. */
  readonly recall: number;
  readonly found: number;
  readonly missed: number;
  /** Negatives that score the threshold or more. */
  readonly falsely: number;
}

/** As sklearn.metrics.precision_score and recall_score with zero_division=0 for score >= threshold. */
export function atThreshold(
  threshold: number,
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
): AtThreshold {
  const reaching = (scores: ArrayLike<number>) => {
    let count = 0;
    for (let k = 0; k < scores.length; k++) if (scores[k] >= threshold) count += 1;
    return count;
  };
  const [found, falsely] = [reaching(positives), reaching(negatives)];
  const taken = found + falsely;
  return {
    precision: taken > 0 ? found / taken : 0,
    recall: positives.length > 0 ? found / positives.length : 0,
    found,
    missed: positives.length - found,
    falsely,
  };
}
