/**
 * Which class is taken for which, and the usual scores of each class. As scikit-learn's confusion_matrix and
 * precision_recall_fscore_support with zero_division=0.
 */

export interface ClassScores {
  /** Of the nodes taken for this class, the share that are of it; 0 where there are none. */
  readonly precision: number;
  /** Of the nodes of this class, the share taken for it; 0 where there are none. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
  /** Nodes of this class. */
  readonly support: number;
}

export interface Confusion {
  readonly numClasses: number;
  /** Nodes of class i taken for class j, at [i * numClasses + j]. */
  readonly counts: Int32Array;
  readonly classes: readonly ClassScores[];
  readonly accuracy: number;
  /** Mean over the classes that occur or are predicted. */
  readonly macroF1: number;
  readonly numNodes: number;
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/**
 * @param y true classes, one per node; -1 where there is none: such nodes do not count
 * @param predictions likewise
 * @param nodes those that count
 */
export function confusionOf(
  y: Int32Array,
  predictions: Int32Array,
  nodes: Iterable<number>,
  numClasses: number,
): Confusion {
  const counts = new Int32Array(numClasses * numClasses);
  let numNodes = 0;
  let right = 0;
  for (const node of nodes) {
    const [truth, guess] = [y[node] ?? -1, predictions[node] ?? -1];
    if (truth < 0 || guess < 0) continue;
    counts[truth * numClasses + guess]! += 1;
    numNodes += 1;
    if (truth === guess) right += 1;
  }
  const classes = Array.from({ length: numClasses }, (_, c): ClassScores & { predicted: number } => {
    let [support, predicted] = [0, 0];
    for (let other = 0; other < numClasses; other++) {
      support += counts[c * numClasses + other]!;
      predicted += counts[other * numClasses + c]!;
    }
    const hits = counts[c * numClasses + c]!;
    const f1 = ratio(2 * hits, support + predicted);
    return { precision: ratio(hits, predicted), recall: ratio(hits, support), f1, support, predicted };
  });
  const seen = classes.filter(({ support, predicted }) => support + predicted > 0);
  return {
    numClasses,
    counts,
    classes,
    accuracy: ratio(right, numNodes),
    macroF1: ratio(
      seen.reduce((sum, { f1 }) => sum + f1, 0),
      seen.length,
    ),
    numNodes,
  };
}

/** The nodes of class `truth` that are taken for `guess`, ascending as in `nodes`. */
export const nodesIn = (
  y: Int32Array,
  predictions: Int32Array,
  nodes: readonly number[],
  truth: number,
  guess: number,
): readonly number[] => nodes.filter((node) => y[node] === truth && predictions[node] === guess);
