/** A run trained here, with its weights and logits as the page would have them. */
import { createTrainer } from '../../../src/compute/train/trainer';
import { layerWeights } from '../../../src/compute/nn/weights';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import type { GraphData } from '../../../src/data/graph/graphData';
import { pythonProject, type PythonProject } from '../../../src/data/python/pythonProject';
import { editsAt, type RunSpec } from '../../../src/data/spec/runSpec';

export interface Trained {
  readonly project: PythonProject;
  readonly logits: Float32Array;
}

/** Trains `epochs` epochs on the graph as the run has it then. */
export async function trained(run: RunSpec, loaded: GraphData, epochs: number): Promise<Trained> {
  const graph = applyEdits(loaded, editsAt(run, epochs));
  const trainer = createTrainer(run, graph);
  while (trainer.epoch < epochs) trainer.step();
  const [{ weights }, logits] = [await trainer.keyframe(), await trainer.activations('z')];
  trainer.dispose();
  if (logits.kind !== 'dense') throw new Error('expected dense logits');
  const project = pythonProject({
    run,
    graph: loaded,
    epoch: epochs,
    weights: layerWeights(run, graph, weights),
  });
  return { project, logits: logits.matrix.values };
}
