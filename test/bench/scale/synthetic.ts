/** Random graphs of any size, with dense features that tell something of the classes. */
import { randomBits, randomKey, uniform } from '../../../src/data/base/random';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import type { GraphData } from '../../../src/data/graph/graphData';

export interface Size {
  readonly nodes: number;
  /** Undirected: each stands in both directions in the graph, and is two messages. */
  readonly edges: number;
  readonly features: number;
  readonly classes: number;
  /** Nodes that are trained on, the first ones; all others are test nodes. */
  readonly training: number;
}

const STREAM = 99;

export function syntheticGraph({ nodes, edges, features, classes, training }: Size): GraphData {
  const key = (step: number) => randomKey(0, STREAM, step);
  const end = (step: number) => {
    const of = key(step);
    return Int32Array.from({ length: edges }, (_, e) => randomBits(of, e) % nodes);
  };
  const classKey = key(2);
  const y = new Int32Array(nodes).map((_, node) => randomBits(classKey, node) % classes);
  const featureKey = key(3);
  const values = new Float32Array(nodes * features);
  for (let node = 0, at = 0; node < nodes; node++)
    for (let c = 0; c < features; c++, at++)
      values[at] = uniform(featureKey, at) - 0.5 + (c % classes === y[node] ? 0.5 : 0);
  const all = Int32Array.from({ length: nodes }, (_, node) => node);
  return {
    name: `Random, ${nodes} nodes, ${edges} edges`,
    numNodes: nodes,
    edgeIndex: buildEdgeIndex(nodes, end(0), end(1)),
    edgeWeight: null,
    features: { kind: 'dense', matrix: { numRows: nodes, numCols: features, values } },
    labelling: {
      id: 'random',
      name: 'random',
      classNames: Array.from({ length: classes }, (_, k) => `class ${k + 1}`),
      y,
      split: { train: all.slice(0, training), val: null, test: all.slice(training) },
    },
    nodeNames: null,
    positions: null,
  };
}
