/** Numbers of nodes that colours are made of: formulas, ranges and names. */
import { featureName } from '../../data/graph/featureNames';
import type { Labelling } from '../../data/graph/graphData';
import type { ScaleKind } from '../palette/scales';
import type { AppState } from '../state/appState';
import { classProbabilities } from '../state/classProbabilities';
import type { ColourMode } from '../state/viewSpec';
import type { KindMode } from './marks';
import { nodeText } from './nodeText';

export type NumberMode = Exclude<ColourMode, KindMode | 'embedding'>;

export interface NodeNumbers {
  /** What is measured. */
  readonly title: string;
  /** One per node; NaN where it is not known. */
  readonly values: Float32Array;
  readonly kind: ScaleKind;
  /** Values of the two ends of the scale; those beyond are drawn as the ends. */
  readonly least: number;
  readonly most: number;
  /** Places on the scale that have a name of their own; none where there is nothing to show. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** What is said of nodes without a number: '12 not known'. */
  readonly missing?: string;
}

type Source = Pick<AppState, 'graph' | 'view' | 'training' | 'unitValues' | 'accounted'>;

/** Two or three digits that count. */
export const short = (value: number): string =>
  value === 0 ? '0' : String(Number(value.toPrecision(Math.abs(value) >= 1 ? 3 : 2)));

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const unknown = (length: number): Float32Array => new Float32Array(length).fill(NaN);

/** The probability of the predicted class, from 1 / classes to 1. */
function confidence(probabilities: Float32Array | null, numNodes: number, numClasses: number): NodeNumbers {
  const values = probabilities
    ? Float32Array.from({ length: numNodes }, (_, i) =>
        probabilities.subarray(i * numClasses, (i + 1) * numClasses).reduce((a, b) => Math.max(a, b), 0),
      )
    : unknown(numNodes);
  const guess = 1 / Math.max(2, numClasses);
  const ticks = [guess, (guess + 1) / 2, 1].map((value) => ({ value, text: percent(value) }));
  return { title: 'probability of the prediction', values, kind: 'good', least: guess, most: 1, ticks };
}

/**
 * -ln p[y], the cross-entropy of each node with a class. The scale ends at twice ln(classes), which is what a guess
 * that favours nobody costs, so that colours of different epochs compare.
 */
function loss(
  probabilities: Float32Array | null,
  { y, given, classNames }: Labelling,
  numClasses: number,
): NodeNumbers {
  const values = unknown(y.length);
  if (probabilities)
    for (let i = 0; i < y.length; i++) {
      const target = given && given[i]! >= 0 ? given[i]! : y[i]!;
      if (target >= 0 && target < numClasses)
        values[i] = -Math.log(Math.max(1e-30, probabilities[i * numClasses + target]!));
    }
  const guess = Math.log(Math.max(2, classNames.length));
  const ticks = [
    { value: 0, text: '0' },
    { value: guess, text: `${short(guess)} guessed` },
    { value: 2 * guess, text: `≥ ${short(2 * guess)}` },
  ];
  return { title: 'loss of each node', values, kind: 'bad', least: 0, most: 2 * guess, ticks };
}

/** A column of a layer: from zero where nothing is negative, else around zero. */
function unitNumbers({ graph, unitValues, training, view }: Source): NodeNumbers {
  const numNodes = graph?.data.numNodes ?? 0;
  const fits = unitValues?.layer === view.layer && unitValues.values.length === numNodes;
  const values = fits ? unitValues.values : unknown(numNodes);
  let [least, most] = [0, 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const label = training.layers.find(({ id }) => id === view.layer)?.label ?? view.layer;
  const unit = fits ? unitValues.unit : view.unit;
  const isInput = view.layer === 'x' && graph;
  const title = `${label}, ${isInput ? featureName(graph.data, unit) : `unit ${unit + 1}`}`;
  const isSigned = least < 0;
  const end = Math.max(-least, most) || 1;
  const tick = (value: number) => ({ value, text: short(value).replace('-', '\u2212') });
  return isSigned
    ? { title, values, kind: 'signed', least: -end, most: end, ticks: [-end, 0, end].map(tick) }
    : { title, values, kind: 'good', least: 0, most: end, ticks: [0, end / 2, end].map(tick) };
}

/**
 * Share of the steps that end at each node, of the walks from the selected one, as its decimal logarithm: most steps
 * stay near the start, and few reach far. The scale begins at a single step.
 */
function walkNumbers({ graph, view, accounted }: Source): NodeNumbers {
  const numNodes = graph?.data.numNodes ?? 0;
  const { account } = accounted;
  const [node] = view.selection;
  const isOne = view.selection.length === 1 && account?.kind === 'walks' && account.node === node;
  if (!isOne || account.visits.length !== numNodes)
    return {
      title: 'select one node of a Node2Vec model to see where its walks go',
      values: unknown(numNodes),
      kind: 'good',
      least: -3,
      most: 0,
      ticks: [],
    };
  const { visits, numSteps } = account;
  const largest = visits.reduce((a, b) => Math.max(a, b), 0);
  const least = -Math.log10(Math.max(10, numSteps));
  const most = Math.max(least + 1, Math.log10(largest || 1));
  return {
    title: `steps of the walks from ${nodeText(graph!.data, null, account.node).name} that end here`,
    values: visits.map((share) => (share > 0 ? Math.log10(share) : NaN)),
    kind: 'good',
    least,
    most,
    ticks: [-4, -3, -2, -1, 0]
      .filter((power) => power >= least && power <= most)
      .map((power) => ({ value: power, text: `${short(100 * 10 ** power)} %` })),
    missing: 'not reached',
  };
}

export function numbersOf(mode: NumberMode, source: Source): NodeNumbers {
  const { graph, training } = source;
  const labelling = graph?.data.labelling;
  const numNodes = graph?.data.numNodes ?? 0;
  const numClasses = labelling?.classNames.length ?? 0;
  const probabilities = classProbabilities(training.frame);
  const fitting = probabilities?.length === numNodes * numClasses ? probabilities : null;
  switch (mode) {
    case 'confidence':
      return confidence(fitting, numNodes, numClasses);
    case 'loss':
      if (!labelling) return { title: '', values: unknown(0), kind: 'bad', least: 0, most: 1, ticks: [] };
      return loss(fitting, labelling, numClasses);
    case 'unit':
      return unitNumbers(source);
    case 'walks':
      return walkNumbers(source);
    default:
      return mode satisfies never;
  }
}
