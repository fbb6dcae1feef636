/** What is explained: a trace with the settings and the weights that it was computed with, and the names of nodes. */
import type { LayerSpec } from '../../../../data/run/layers/layers';
import type { Message, Trace, TraceParameter } from '../../../../data/run/trace';

export interface Subject {
  readonly trace: Trace;
  /** Of the layer, as the run has it. */
  readonly spec: LayerSpec;
  readonly parameters: readonly TraceParameter[];
  /** Of all edges in the graph one has another weight than 1. */
  readonly isWeighted: boolean;
  /** Weight of the node's self-loop; missing where it has none. */
  readonly selfLoop?: number | undefined;
  readonly nameOf: (node: number) => string;
}

/** Everything that the node hears, a list per round or hop; none where nobody is listened to. */
export function roundsOf(trace: Trace): readonly (readonly Message[])[] {
  switch (trace.rule) {
    case 'plain':
      return [];
    case 'gated':
      return trace.rounds.map(({ messages }) => messages);
    case 'propagate':
      return trace.steps.map(({ messages }) => messages);
    default:
      return [trace.messages];
  }
}

export const parameterOf = ({ parameters }: Subject, role: string): TraceParameter | null =>
  parameters.find((each) => each.role === role) ?? null;

/** The name of a node, and of the node itself: itself. */
export const senderOf = ({ trace, nameOf }: Subject, from: number): string =>
  from === trace.node ? 'itself' : nameOf(from);

/** 16 x 2. */
export function sizeOf(subject: Subject, role: string): string {
  const matrix = parameterOf(subject, role)?.matrix;
  return matrix ? `${matrix.numRows} × ${matrix.numCols}` : 'of no size';
}
