/** Whether training to a link's epoch is begun unasked. */
import type { GraphData } from '../../data/graph/graphData';
import { layerDescriptor } from '../../data/run/layers/defaults';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { MethodSpec } from '../../data/run/methods/methods';
import type { RunSpec } from '../../data/run/runSpec';
import type { LayerInfo } from '../../data/run/records';

/** A wait that nobody asked for may last about this long. */
const LONGEST_UNASKED_SECONDS = 20;
/** And on a phone: what is done before it is noticed costs no battery. */
const LONGEST_UNASKED_ON_PHONE = 1;
/**
 * Multiplications a second of a step on WASM, measured: a two-layer GCN on Cora (1.4 million forward, four times that
 * with gradients and evaluation) takes 4 to 7 ms on two slow cores.
 */
const RATE = 1e9;
/** Forward, twice as much backward, and the evaluation after the step. */
const PASSES = 4;
/** Of one epoch, for each edge and dimension: measured on Cora beside the GCN (0.4 s at dimension 128). */
const FACTORISATION_SWEEPS = 200;
/** Products of the class scores with the adjacency in one epoch, and the evaluation. */
const PROPAGATION_SWEEPS = 80;
/** What an epoch costs however small the graph. */
const STEADY_SECONDS = 0.001;

/** How often a layer sends its messages, and how many values each carries for one that it puts out. */
function sendings(layer: LayerSpec): number {
  const { hops, valuesSent = 1 } = layerDescriptor(layer.kind);
  return hops(layer) * valuesSent;
}

/** Of one epoch, whatever it consists of. */
function multiplications(
  { model }: RunSpec,
  { features, edgeIndex, numNodes }: GraphData,
  layers: readonly LayerInfo[],
): number {
  if (model.method) return ofMethod(model.method, numNodes, edgeIndex.target.length);
  const messages = edgeIndex.target.length + numNodes;
  const entries =
    features.kind === 'sparse'
      ? features.matrix.values.length
      : numNodes * (features.kind === 'identity' ? 1 : features.matrix.numCols);
  const forward = model.layers.reduce((sum, layer, i) => {
    const [from, to] = [layers[i], layers[i + 1]];
    if (!from || !to) return sum;
    const into = i === 0 ? entries : numNodes * from.numCols;
    return sum + into * to.numCols + sendings(layer) * messages * to.numCols;
  }, 0);
  return PASSES * forward;
}

function ofMethod(method: MethodSpec, numNodes: number, messages: number): number {
  switch (method.kind) {
    case 'node2vec': {
      const { walksPerNode, walkLength, context, negatives, dimension } = method;
      // Windows of the walks, and in each its first node against the others; the step of a pair is one pass.
      const windows = numNodes * walksPerNode * Math.max(walkLength - context + 1, 1);
      return windows * (context - 1) * (1 + negatives) * dimension;
    }
    case 'factorisation':
      return messages * method.dimension * FACTORISATION_SWEEPS;
    case 'labelPropagation':
      return messages * PROPAGATION_SWEEPS;
    default:
      return method satisfies never;
  }
}

/** About how long training to `epoch` takes. */
export const secondsTo = (
  epoch: number,
  run: RunSpec,
  graph: GraphData,
  layers: readonly LayerInfo[],
): number => epoch * (STEADY_SECONDS + multiplications(run, graph, layers) / RATE);

/** A finger and a short side: a phone, held either way. A tablet counts as a computer. */
export const PHONE = '(pointer: coarse) and (max-width: 599px), (pointer: coarse) and (max-height: 499px)';

/** Why it is asked first, as a sentence; null: it is begun. */
export function reasonToAsk(isPhone: boolean, seconds: number): string | null {
  if (seconds > LONGEST_UNASKED_SECONDS) {
    const minutes = Math.round(seconds / 60);
    const long = seconds < 90 ? `${Math.round(seconds / 10) * 10} seconds` : `${minutes} minutes`;
    return `Getting there takes about ${long} of computing.`;
  }
  return isPhone && seconds > LONGEST_UNASKED_ON_PHONE
    ? 'Getting there takes computing, and a phone’s battery.'
    : null;
}
