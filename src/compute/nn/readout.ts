/**
 * What the last layer makes of a vector by itself, where that is a linear map: logits = h W + b. Decision boundaries over
 * a layer of two units are drawn from it: they are where two classes have the same logit.
 *
 * Of a layer that passes messages it is what a node gets that is surrounded by nodes like itself and hears them with
 * weights that add up to 1; where a node's neighbours differ, its prediction can lie on the other side. Exact without
 * edges, and for Z, whose units are the logits.
 */
import { numEdgeChannels, numFeatures, type GraphData } from '../../data/graph/graphData';
import { layersAsBuilt } from '../../data/run/layers/lastLayer';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { Readout } from '../../data/run/pictures';
import type { RunSpec } from '../../data/run/runSpec';
import { bindLayer } from './layers';
import { parametersOf } from './parameters';

/** Roles of the parameters whose sum is W; null where the layer is no linear map of its input. */
function rolesOf(spec: LayerSpec): readonly string[] | null {
  switch (spec.kind) {
    case 'gcn':
    case 'linear':
    case 'sgc':
    case 'appnp':
    case 'gat':
      return ['weight'];
    case 'sage':
      return spec.aggregator === 'mean' || spec.aggregator === 'max'
        ? ['self weight', 'neighbour weight']
        : null;
    case 'gin':
    case 'ggnn':
    case 'mpnn':
      return null;
    default:
      return spec satisfies never;
  }
}

/** Of Z itself: its units are the logits. */
export const LOGITS: Readout = {
  of: 'output',
  weight: { numRows: 2, numCols: 2, values: Float32Array.of(1, 0, 0, 1) },
  bias: Float32Array.of(0, 0),
};

/**
 * @param layer id of a hidden layer
 * @param weights packed, as in a keyframe
 * @returns null where the layer is not the one before the last, or the last one is no linear map
 */
export function readoutOf(
  run: Pick<RunSpec, 'model' | 'task'>,
  graph: GraphData,
  weights: Float32Array,
  layer: string,
): Readout | null {
  const { layers, method } = run.model;
  const last = layers.length - 1;
  const spec = layers[last];
  if (method || !spec || layer !== `h${last}`) return null;
  const roles = rolesOf(spec);
  if (!roles || spec.norm !== 'none' || spec.activation !== 'none') return null;
  const bound = layersAsBuilt(run, graph).map(bindLayer);
  const numClasses = bound[last].outChannels;
  const shapes = parametersOf(bound, numFeatures(graph.features), numEdgeChannels(graph));
  const find = (role: string) => {
    const found = shapes.find((each) => each.layer === last && each.role === role);
    return found ? weights.subarray(found.offset, found.offset + found.size) : null;
  };
  const numRows = bound[last - 1]?.outChannels ?? 0;
  const values = new Float32Array(numRows * numClasses);
  // Of several heads side by side the mean is taken.
  const add = (matrix: Float32Array) => {
    const heads = matrix.length / values.length;
    for (let row = 0; row < numRows; row++)
      for (let at = 0; at < heads * numClasses; at++)
        values[row * numClasses + (at % numClasses)]! += matrix[row * heads * numClasses + at]! / heads;
  };
  for (const role of roles) {
    const matrix = find(role);
    if (!matrix) return null;
    add(matrix);
  }
  if (spec.residual) {
    const residual = find('residual');
    if (residual) add(residual);
    else for (let c = 0; c < numClasses; c++) values[c * numClasses + c]! += 1;
  }
  const bias = find('bias')?.slice() ?? new Float32Array(numClasses);
  return { of: 'last layer', weight: { numRows, numCols: numClasses, values }, bias };
}
