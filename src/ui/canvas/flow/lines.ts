/** Which lines the flow layer draws: messages that move, and the still edges of a receptive field below them. */
import type { GraphData } from '../../../data/graph/graphData';
import type { LayerInfo } from '../../../data/run/records';
import type { Explanation } from '../../../data/run/trace';
import { mix } from '../../palette/colour';
import { GROUND, type Theme } from '../../palette/palette';
import { flowColour } from '../../palette/scales';
import type { LayerCoefficients } from '../../state/appState';
import type { ViewSpec } from '../../state/viewSpec';
import { DIMMED, fieldLevels, type Field } from '../emphasis';
import { OUTSIDE } from '../field';
import type { FlowLine } from './layer';
import { lastMessages, loudness } from './messages';

/** CSS pixels, and pixels per second. */
const [THINNEST, WIDEST, SLOWEST, FASTEST] = [1.6, 5.5, 14, 72];
/** More still edges than this are a grey patch. */
const MOST_FIELD_EDGES = 4000;

/** How loudly a message is heard by `head`, or by all of them on average: the size, whatever the sign. */
export function heardBy(perHead: ArrayLike<number>, head: ViewSpec['head']): number {
  const { length } = perHead;
  if (length === 0) return 0;
  if (head !== 'all') return Math.abs(perHead[Math.min(head, length - 1)]!);
  let sum = 0;
  for (let k = 0; k < length; k++) sum += Math.abs(perHead[k]!);
  return sum / length;
}

interface Heard {
  readonly source: number;
  readonly target: number;
  readonly loud: number;
}

/** What a node sends itself has no way to go. */
const betweenNodes = (messages: readonly Heard[]): readonly Heard[] =>
  messages.filter(({ source, target }) => source !== target);

/** Width, pace and colour grow with the coefficient, as a share of the largest one among `messages`. */
function moving(messages: readonly Heard[], theme: Theme, crowd: number): readonly FlowLine[] {
  const most = messages.reduce((top, { loud }) => Math.max(top, loud), 0) || 1;
  // Quiet ones first: the loud ones lie on top.
  return [...messages]
    .sort((a, b) => a.loud - b.loud)
    .map(({ source, target, loud }) => {
      const weight = loud / most;
      const width = crowd * (THINNEST + (WIDEST - THINNEST) * weight);
      return {
        source,
        target,
        width,
        pace: SLOWEST + (FASTEST - SLOWEST) * weight,
        lane: crowd < 1 ? 0.5 * width + 0.5 : 0,
        color: flowColour(weight, theme),
      };
    });
}

/** Messages to the node of `explanation`. */
export function messageLines(
  { trace }: Explanation,
  head: ViewSpec['head'],
  theme: Theme,
): readonly FlowLine[] {
  const heard = lastMessages(trace).map((message) => ({
    source: message.from,
    target: trace.node,
    loud: heardBy(loudness(trace, message), head),
  }));
  return moving(betweenNodes(heard), theme, 1);
}

/** All messages of a layer, each to the right of its way, so that two that go opposite ways do not lie on each other. */
export function allLines(
  { values, heads }: LayerCoefficients,
  { edgeIndex: { source, target } }: GraphData,
  head: ViewSpec['head'],
  theme: Theme,
): readonly FlowLine[] {
  const heard = Array.from(source, (from, e) => ({
    source: from,
    target: target[e]!,
    loud: heardBy(values.subarray(e * heads, (e + 1) * heads), head),
  }));
  return moving(betweenNodes(heard), theme, source.length > 1000 ? 0.4 : 0.55);
}

/** Edges along which messages come to the field's node over the rounds up to the layer, each pair once. */
export function fieldLines(
  { node, hops, hopOf }: Field,
  { edgeIndex: { source, target } }: GraphData,
  theme: Theme,
): readonly FlowLine[] {
  const levels = fieldLevels(hopOf);
  const { ink, background } = GROUND[theme];
  const lines: FlowLine[] = [];
  for (let e = 0; e < source.length; e++) {
    const [from, to] = [source[e]!, target[e]!];
    const [further, nearer] = [hopOf[from]!, hopOf[to]!];
    if (further === OUTSIDE || nearer >= hops || further < nearer) continue;
    if (further === nearer && from >= to) continue;
    const back = Math.min(0.8, 0.45 + 0.7 * DIMMED[levels[from]!]!);
    const isFirst = to === node;
    const color = mix(ink, background, isFirst ? 0.3 : back);
    lines.push({ source: from, target: to, width: isFirst ? 1.4 : 1, pace: 0, lane: 0, color });
    if (lines.length > MOST_FIELD_EDGES) return [];
  }
  return lines;
}

/** Whether a trace is of this node at the layer `id`. */
export const isTraceOf = (
  explanation: Explanation | null,
  layers: readonly Pick<LayerInfo, 'id'>[],
  id: string,
  node: number | undefined,
): explanation is Explanation =>
  explanation !== null && explanation.trace.node === node && layers[explanation.trace.layer + 1]?.id === id;
