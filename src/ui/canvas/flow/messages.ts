/** What of a trace the flow of messages is drawn from. */
import type { GraphData } from '../../../data/graph/graphData';
import type { Message, Trace } from '../../../data/run/trace';

/** Directed edges up to which all messages are shown: more of them hide each other. */
const MOST_EDGES = 4000;

export const allFlowFits = ({ edgeIndex }: Pick<GraphData, 'edgeIndex'>): boolean =>
  edgeIndex.source.length <= MOST_EDGES;

/** What reaches the node in the last round of a layer; nothing where nobody is listened to. */
export function lastMessages(trace: Trace): readonly Message[] {
  switch (trace.rule) {
    case 'plain':
      return [];
    case 'gated':
      return trace.rounds.at(-1)?.messages ?? [];
    case 'propagate':
      return trace.steps.at(-1)?.messages ?? [];
    case 'sum':
    case 'attention':
    case 'max':
      return trace.messages;
    default:
      return trace satisfies never;
  }
}

/** How loudly each head hears a message; of a maximum the share of channels that it wins, as nothing is weighed. */
export const loudness = (trace: Trace, message: Message): Float32Array =>
  trace.rule === 'max' ? Float32Array.of(message.share) : message.coefficients;
