/**
 * The narration of one node at the layer that is looked at: what it begins with, what it collects, what is made of that,
 * and what it knows then. Pure: every number comes from the state, those of layers from the trace of this run's weights.
 */
import type { GraphData } from '../../../data/graph/graphData';
import type { AppState } from '../../state/appState';
import { classProbabilities } from '../../state/classProbabilities';
import type { Told } from '../../state/narration';
import { fieldOf, hopsUpTo, OUTSIDE } from '../../canvas/field';
import { countOf, writeCount } from '../../widgets/numbers';
import { featuresOf } from '../inspector/computation/featuresOf';
import { nodeName, nodeTitle } from '../inspector/nodeFacts';
import { layerBeats, type LayerBeat } from './layerTold';
import { methodTexts } from './methodTold';
import { percentOf } from './ruleTexts';

export type BeatSource = Pick<AppState, 'graph' | 'view' | 'training' | 'run' | 'explained' | 'accounted'>;

const plain = (text: string): LayerBeat => ({
  text,
  step: null,
  round: 0,
  term: null,
  line: null,
  isLit: false,
});

function beginning(graph: GraphData, node: number): string {
  const who = nodeTitle(graph, node);
  const { features, numCols, isIdentity } = featuresOf(graph.features, node);
  return isIdentity
    ? `${who} begins alone: its features say which node it is, and nothing else.`
    : `${who} begins with its own features: ${countOf(features.length, 'number')} of ${writeCount(numCols)} ${features.length === 1 ? 'is' : 'are'} not 0.`;
}

/** How far the node has heard by now. */
function knows({ run, training, view }: BeatSource, graph: GraphData, node: number): string {
  const hops = hopsUpTo(run.model.layers, training.layers, view.layer) ?? 0;
  const who = nodeTitle(graph, node);
  if (hops === 0) return `${who} has received no messages yet: its vector depends on its own features alone.`;
  const field = fieldOf(graph.numNodes, graph.edgeIndex, node, hops);
  const count = field.reduce((sum, hop) => sum + (hop === OUTSIDE ? 0 : 1), 0);
  return `By now the vector of ${who} depends on ${writeCount(count)} of ${countOf(graph.numNodes, 'node')}: all within ${countOf(hops, 'hop')}, itself included.`;
}

/** What the output says, and whether it is right. */
function verdict({ training }: BeatSource, graph: GraphData, node: number): string | null {
  const { classNames, y } = graph.labelling;
  const probabilities = classProbabilities(training.frame);
  const best = training.predictions?.[node];
  if (best === undefined || probabilities?.length !== graph.numNodes * classNames.length) return null;
  const share = probabilities[node * classNames.length + best] ?? 0;
  const truth = y[node] ?? -1;
  const right = truth < 0 ? '' : truth === best ? ', which is right' : `, but it is ${classNames[truth]}`;
  return `${nodeTitle(graph, node)} is predicted as ${classNames[best]} with ${percentOf(share)}${right}.`;
}

/** Null while what has to be told is not there yet. */
export function beatsOf(source: BeatSource): readonly Told[] | null {
  const { graph: shown, view, training, run, explained } = source;
  const [node] = view.selection;
  const at = training.layers.findIndex(({ id }) => id === view.layer);
  const layer = training.layers[at];
  if (!shown || !layer || node === undefined || view.selection.length !== 1) return null;
  const graph = shown.data;
  const told = (beats: readonly LayerBeat[]): readonly Told[] =>
    beats.map((beat) => ({ ...beat, node, layer: layer.id }));
  if (layer.kind === 'input') return told([plain(beginning(graph, node))]);
  const end = layer.kind === 'output' ? verdict(source, graph, node) : null;
  const last = end === null ? [] : [plain(end)];
  const { method } = run.model;
  if (method) {
    // The account is of the whole method: it is told where the embedding is, or with the output where there is none.
    const isItsPlace = layer.kind === 'hidden' || !training.layers.some(({ kind }) => kind === 'hidden');
    const texts = isItsPlace ? methodTexts(graph, node, method, source) : [];
    if (isItsPlace && texts.length === 0) return null;
    return texts.length + last.length === 0 ? null : told([...texts.map(plain), ...last]);
  }
  const { explanation } = explained;
  const trace = explanation?.trace;
  const spec = run.model.layers[at - 1];
  if (!trace || !spec || trace.node !== node || trace.layer !== at - 1 || trace.kind !== spec.kind)
    return null;
  const beats = layerBeats(
    {
      trace,
      spec,
      parameters: explanation.parameters,
      isWeighted: graph.edgeWeight !== null,
      nameOf: (other) => nodeName(graph, other),
    },
    nodeTitle(graph, node),
  );
  return told([...beats, plain(knows(source, graph, node)), ...last]);
}
