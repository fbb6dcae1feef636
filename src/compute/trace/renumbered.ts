/** A trace on the edges that carry messages, told by the edges of the whole graph. */
import type { EdgeIndex } from '../../data/graph/graphData';
import type { Message, Trace } from '../../data/run/trace';

/** Which edge of the whole each edge of a part of it is; both are sorted by target, then source. */
export function edgesWithin(part: EdgeIndex, whole: EdgeIndex): Int32Array {
  let at = 0;
  return part.source.map((from, e) => {
    while (whole.source[at] !== from || whole.target[at] !== part.target[e]) at++;
    return at++;
  });
}

/** @param edges from `edgesWithin` */
export function renumbered(trace: Trace, edges: Int32Array): Trace {
  const told = <M extends Message>(messages: readonly M[]): readonly M[] =>
    messages.map((message) => ({ ...message, edge: message.edge < 0 ? -1 : edges[message.edge] }));
  switch (trace.rule) {
    case 'plain':
      return trace;
    case 'gated':
      return {
        ...trace,
        rounds: trace.rounds.map((round) => ({ ...round, messages: told(round.messages) })),
      };
    case 'propagate':
      return { ...trace, steps: trace.steps.map((step) => ({ ...step, messages: told(step.messages) })) };
    case 'attention':
      return { ...trace, messages: told(trace.messages) };
    case 'sum':
    case 'max':
      return { ...trace, messages: told(trace.messages) };
    default:
      return trace satisfies never;
  }
}
