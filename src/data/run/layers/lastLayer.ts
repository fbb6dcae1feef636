/** The layers of a run as they are built on a graph: the last one is as wide as the task wants it. */
import type { GraphData } from '../../graph/graphData';
import type { RunSpec } from '../runSpec';
import { taskDescriptor } from '../tasks/tasks';
import type { LayerSpec } from './layers';

/** The layer as it is built at the end of a model, with a mean over all heads. */
export const asLastLayer = (layer: LayerSpec, width: number): LayerSpec =>
  layer.kind === 'gat' ? { ...layer, width, combine: 'average' } : { ...layer, width };

/** Empty for a method. */
export function layersAsBuilt(
  { model, task }: Pick<RunSpec, 'model' | 'task'>,
  graph: Pick<GraphData, 'labelling'>,
): readonly LayerSpec[] {
  const last = model.layers.length - 1;
  const { outChannels } = taskDescriptor(task.id);
  return model.layers.map((layer, index) =>
    index === last ? asLastLayer(layer, outChannels(task, graph, layer.width)) : layer,
  );
}
