/**
 * Open in Python: a PyTorch Geometric script that builds the data, the model and the recipe of a run as they stand at an
 * epoch, and the files that go with it. Pure: the same input gives the same text.
 */
import { fail } from '../base/errors';
import { applyEdits } from '../graph/applyEdits';
import type { GraphData } from '../graph/graphData';
import type { NamedTensor } from '../formats/safetensors/write';
import { editsAt, type RunSpec } from '../run/runSpec';
import { taskDescriptor } from '../run/tasks/tasks';
import { layersScript } from './layersScript';
import { methodScript } from './methodScript';
import { fileStem } from './names';
import { weightsFile } from './weightsFile';

export interface PythonInput {
  readonly run: RunSpec;
  /** As it was loaded: the run's edits are made here. */
  readonly graph: GraphData;
  /** Shown: whose edits hold, and whose weights these are. */
  readonly epoch: number;
  /** As the engine gives them (`Engine.weights`); null for a script that is to train by itself. */
  readonly weights: readonly NamedTensor[] | null;
}

export interface PythonFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PythonProject {
  /** Of the script, with its ending. */
  readonly name: string;
  readonly script: string;
  /** To be saved beside it: weights where there are any, the graph where it is too large for the script. */
  readonly files: readonly PythonFile[];
}

/** @throws PlaygroundError for weights of another model, and for a task that no script is written for */
export function pythonProject({ run, graph: loaded, epoch, weights }: PythonInput): PythonProject {
  const { learnsFrom, name } = taskDescriptor(run.task.id);
  if (learnsFrom !== 'labels')
    throw fail(
      'python',
      `expected a task that is learned from labels, got ${name.toLowerCase()}`,
      'Its scripts are not written yet: the weights can be saved as a file.',
    );
  const graph = applyEdits(loaded, editsAt(run, epoch));
  const stem = fileStem(run, graph);
  const write = run.model.method ? methodScript : layersScript;
  const { script, files } = write(run, graph, epoch, stem);
  return {
    name: `${stem}.py`,
    script,
    files: weights
      ? [...files, { name: `${stem}.safetensors`, bytes: weightsFile({ run, graph, epoch, weights }) }]
      : files,
  };
}
