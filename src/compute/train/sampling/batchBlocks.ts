/** The blocks of a step on the device. */
import { keep, tensor2d, tidy, type Tensor2D } from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../../data/run/layers/layers';
import type { FeatureTensor } from '../../nn/features';
import { GraphTensors } from '../../nn/graphTensors';
import type { ForwardBlocks } from '../../nn/model';
import type { Block } from './block';

export interface BatchBlocks extends ForwardBlocks {
  readonly dispose: () => void;
}

/** 1 / n in the rows of the n nodes, 0 in those that fill up. */
function sharesOf(nodes: Int32Array): Tensor2D {
  const count = nodes.reduce((sum, node) => sum + (node >= 0 ? 1 : 0), 0);
  const shares = Float32Array.from(nodes, (node) => (node >= 0 ? 1 / count : 0));
  return tidy(() => keep(tensor2d(shares, [nodes.length, 1])));
}

/** @param features of the whole graph */
export function batchBlocks(
  blocks: readonly Block[],
  layers: readonly LayerSpec[],
  features: FeatureTensor,
): BatchBlocks {
  const x = features.rows(blocks[0].nodes);
  const graphs = blocks.map(({ messages }) => new GraphTensors(messages));
  const rows = blocks.map(({ nodes, numWanted }, layer) => ({
    numRows: numWanted,
    share: layers[layer].norm === 'batch' ? sharesOf(nodes.subarray(0, numWanted)) : null,
  }));
  return {
    x,
    graphs,
    rows,
    dispose: () => {
      x.dispose();
      for (const graph of graphs) graph.dispose();
      for (const { share } of rows) share?.dispose();
    },
  };
}
