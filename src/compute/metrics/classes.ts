/** Measures of a classification in which every class counts alike, however few its nodes. */
import { confusionOf } from '../../data/base/confusion';

/**
 * Mean of the F1 of all classes that occur or are predicted. As sklearn.metrics.f1_score with average='macro'.
 *
 * @param y true classes, -1 where there is none: such nodes do not count
 * @param nodes those that count
 */
export const macroF1 = (
  y: Int32Array,
  predicted: Int32Array,
  nodes: Iterable<number>,
  numClasses: number,
): number => confusionOf(y, predicted, nodes, numClasses).macroF1;

/** Mean of the recall of all classes that occur; 0 where none does. As sklearn.metrics.balanced_accuracy_score. */
export function balancedAccuracy(
  y: Int32Array,
  predicted: Int32Array,
  nodes: Iterable<number>,
  numClasses: number,
): number {
  const occurring = confusionOf(y, predicted, nodes, numClasses).classes.filter(({ support }) => support > 0);
  return occurring.reduce((sum, { recall }) => sum + recall, 0) / Math.max(1, occurring.length);
}
