/**
 * Neighbourhood sampling: Hamilton, Ying and Leskovec, Inductive Representation Learning on Large Graphs, NeurIPS 2017,
 * algorithm 2 (appendix A). From the nodes of a batch, layer by layer from the last to the first: whom does the layer
 * have to hear, over at most `fanOut` edges each, drawn without replacement and anew for every layer and step.
 *
 * Each layer gets a block of its own (targets first, then who else sends), as in the paper and not one subgraph for all
 * layers as NeighborLoader of PyTorch Geometric makes: fan-outs then hold layer by layer, without fan-outs every wanted
 * row is exactly that of the whole graph, and a layer computes no more rows than the next one reads.
 */
import { randomBits, randomKey, STREAM } from '../../../data/base/random';
import type { GraphData } from '../../../data/graph/graphData';
import { gcnScale } from '../../../data/graph/normalise';
import { rowPointers } from '../../../data/graph/sparse';
import type { LayerSpec } from '../../../data/run/layers/layers';
import { MAX_DEPTH } from '../../../data/run/models';
import { blockOf, type Block, type SampledNeighbours } from './block';
import { drawDistinct } from './draw';
import { IntegerList } from './integerList';
import { reachOf, type Reach } from './reach';

/**
 * The blocks of all layers, first layer first, for the nodes whose rows are wanted of the last one: -1 stands for a row
 * that only fills up, and the last has to be such a one. `step` numbers the steps of the run.
 */
export type Sampler = (wanted: Int32Array, step: number) => readonly Block[];

export function createSampler(graph: GraphData, layers: readonly LayerSpec[], seed: number): Sampler {
  const { source, target } = graph.edgeIndex;
  const rowPtr = rowPointers(graph.numNodes, target);
  const whole = { graph, scale: gcnScale(graph) };
  const reaches = layers.map(reachOf);
  /** Row of each node in the block that is being made, -1 for the others. */
  const placeOf = new Int32Array(graph.numNodes).fill(-1);
  const drawn = new Int32Array(Math.max(0, ...reaches.map(({ fanOut }) => (fanOut < Infinity ? fanOut : 0))));

  function heardBy(wanted: Int32Array, { hops, fanOut }: Reach, key: number): SampledNeighbours {
    const nodes = new IntegerList(wanted);
    const edges = new IntegerList();
    const from = new IntegerList();
    const ends = new IntegerList();
    for (let place = 0; place < wanted.length; place++)
      if (wanted[place] >= 0) placeOf[wanted[place]] = place;
    const hear = (edge: number) => {
      const node = source[edge];
      if (placeOf[node] < 0) {
        placeOf[node] = nodes.length;
        nodes.push(node);
      }
      edges.push(edge);
      from.push(placeOf[node]);
    };
    for (let hop = 0, next = 0; hop < hops; hop++) {
      const until = nodes.length;
      for (; next < until; next++) {
        const node = nodes.at(next);
        const start = node < 0 ? 0 : rowPtr[node];
        const degree = node < 0 ? 0 : rowPtr[node + 1] - start;
        if (degree <= fanOut) for (let e = start; e < start + degree; e++) hear(e);
        else {
          drawDistinct(degree, fanOut, randomBits(key, node), drawn);
          for (let k = 0; k < fanOut; k++) hear(start + drawn[k]);
        }
        ends.push(edges.length);
      }
    }
    const heard = { nodes: nodes.values, edges: edges.values, from: from.values, ends: ends.values };
    for (const node of heard.nodes) if (node >= 0) placeOf[node] = -1;
    return heard;
  }

  return (wanted, step) => {
    const blocks: Block[] = [];
    let rows = wanted;
    for (let layer = layers.length - 1; layer >= 0; layer--) {
      const key = randomKey(seed, STREAM.neighbours, step * MAX_DEPTH + layer);
      const block = blockOf(whole, rows, heardBy(rows, reaches[layer], key), reaches[layer]);
      blocks.unshift(block);
      rows = block.nodes;
    }
    return blocks;
  };
}
