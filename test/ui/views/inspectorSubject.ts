/** Traces of every kind of layer as the inspector is given them, with the engine's own output to compare with. */
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { LayerKind } from '../../../src/data/run/layers/layers';
import type { ParamValue } from '../../../src/data/run/params';
import type { Subject } from '../../../src/ui/views/inspector/computation/subject';
import { bothOf, crooked } from '../../compute/trace/support';

export type Change = Readonly<Record<string, ParamValue>>;

export interface Case {
  /** Of a node at a layer, 0 or 1. */
  readonly subject: (node: number, layer: number) => Subject;
  /** The trainer's own row. */
  readonly output: (node: number, layer: number) => Float32Array;
  readonly numNodes: number;
}

/** Two layers of a kind, on drawn weights. */
export async function caseOf(
  kind: LayerKind,
  change: Change = {},
  graph: GraphData = crooked(),
): Promise<Case> {
  const spec = defaultLayer(kind, change);
  const { explainer, outputs, layers } = await bothOf([spec, spec], graph);
  return {
    numNodes: graph.numNodes,
    subject: (node, layer) => ({
      trace: explainer.trace(layer, node),
      spec: layers[layer]!,
      parameters: explainer.parameters(layer),
      isWeighted: graph.edgeWeight !== null,
      nameOf: (other) => `node ${other}`,
    }),
    output: (node, layer) => {
      const { width } = layers[layer]!;
      return outputs[layer]!.subarray(node * width, (node + 1) * width);
    },
  };
}
