/** A run trained here, with its weights and logits as the page would have them. */
import type { Trainer } from '../../../src/compute/train/trainer';
import { openTrainer } from '../../../src/compute/train/openTrainer';
import { layerWeights } from '../../../src/compute/nn/weights';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import type { GraphData } from '../../../src/data/graph/graphData';
import type { NamedTensor } from '../../../src/data/formats/safetensors/write';
import { pythonProject, type PythonProject } from '../../../src/data/python/pythonProject';
import { editsAt, type RunSpec } from '../../../src/data/run/runSpec';
import { scoreOf } from '../../../src/data/run/records';

export interface Trained {
  readonly run: RunSpec;
  readonly project: PythonProject;
  readonly logits: Float32Array;
  /** Share of right predictions on all labelled nodes. */
  readonly accuracy: number | null;
}

async function denseOf(trainer: Trainer, layer: string) {
  const activations = await trainer.activations(layer);
  if (activations.kind !== 'dense') throw new Error('expected dense activations');
  return activations.matrix;
}

async function weightsOf(trainer: Trainer, run: RunSpec, graph: GraphData) {
  if (run.model.method?.kind === 'labelPropagation') return null;
  if (!run.model.method) return layerWeights(run, graph, (await trainer.keyframe()).weights);
  const { numRows, numCols, values } = await denseOf(trainer, 'h1');
  const embedding: NamedTensor = { name: 'embedding.weight', shape: [numRows, numCols], values };
  return [embedding];
}

/** Trains `epochs` epochs on the graph as the run has it then. */
export async function trained(run: RunSpec, loaded: GraphData, epochs: number): Promise<Trained> {
  const graph = applyEdits(loaded, editsAt(run, epochs));
  const trainer = await openTrainer(run, graph, null);
  while (trainer.epoch < epochs) trainer.step();
  const { record } = await trainer.evaluate();
  const { values } = await denseOf(trainer, 'z');
  const weights = await weightsOf(trainer, run, graph);
  trainer.dispose();
  return {
    run,
    project: pythonProject({ run, graph: loaded, epoch: epochs, weights }),
    logits: values,
    accuracy: scoreOf(record, 'all', 'accuracy'),
  };
}
