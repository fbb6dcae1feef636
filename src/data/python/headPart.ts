/** The head of a script: what it is, how it is run, what differs from the playground, and what it imports. */
import type { GraphData } from '../graph/graphData';
import type { RunSpec } from '../run/runSpec';
import type { DataPart } from './dataPart';
import { plain, wrapped } from './literals';
import { modelName } from './names';

/** A way to start the script, and what it does then. */
export interface Command {
  readonly command: string;
  readonly does: string;
}

export interface Head {
  readonly run: RunSpec;
  readonly graph: GraphData;
  readonly epoch: number;
  readonly data: DataPart;
  readonly commands: readonly Command[];
  /** Whole sentences: what is not, or not quite, as it was on the page. */
  readonly remarks: readonly string[];
}

export function headPart({ run, graph, epoch, data, commands, remarks }: Head): string {
  const needs = ['torch', 'torch_geometric', ...(data.source === 'planetoid' ? ['scipy'] : [])];
  const sentences = [
    ...remarks,
    ...editRemarks(run, epoch),
    ...data.files.map(({ name }) => `The graph is in ${name}, which belongs beside this script.`),
  ];
  return `"""
${modelName(run.model.id)} on ${plain(graph.name)}, as it stood in the GNN Playground: seed ${run.seed}, epoch ${epoch}.

    pip install ${needs.join(' ')}

${commands.map(({ command, does }) => `${does}:\n\n    ${command}`).join('\n\n')}

${wrapped(sentences.join(' '))}
"""`;
}

function editRemarks({ timeline }: RunSpec, epoch: number): readonly string[] {
  const edited = timeline.findLast((entry) => entry.edits && entry.epoch > 0 && entry.epoch <= epoch);
  return edited
    ? [`The graph was edited in mid-run, last at epoch ${edited.epoch}: this is the graph as it was then.`]
    : [];
}

/** @param modules names by the part of torch or torch_geometric that they come from */
export function importLines(
  standard: readonly string[],
  modules: readonly (readonly [from: string, names: readonly string[]])[],
): string {
  const from = modules
    .filter(([, names]) => names.length > 0)
    .map(([part, names]) => `from ${part} import ${[...names].sort().join(', ')}`);
  return `
${standard
  .map((name) => `import ${name}`)
  .sort()
  .join('\n')}

import numpy as np
import torch
import torch.nn.functional as F
${from.sort().join('\n')}`;
}
