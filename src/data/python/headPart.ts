/** The head of a script: what it is, how it is run, what differs from the playground, and what it imports. */
import type { GraphData } from '../graph/graphData';
import type { RunSpec } from '../spec/runSpec';
import type { DataPart } from './dataPart';
import { plain } from './literals';
import { modelName } from './names';

/** Sentences on what is not, or not quite, as it was on the page. */
function remarks(run: RunSpec, graph: GraphData, epoch: number): readonly string[] {
  const { timeline, training } = run;
  const later = timeline.filter((entry) => entry.edits && entry.epoch > 0 && entry.epoch <= epoch);
  const isLarge = graph.features.kind === 'identity' && graph.numNodes > 20_000;
  return [
    'With the weights of the playground the logits are the same, up to rounding. Random numbers (first weights, dropout)',
    'differ, so a training of its own ends with about the same accuracy and not with the same numbers.',
    ...(later.length > 0
      ? [
          `The graph was edited in mid-run, last at epoch ${later.at(-1)?.epoch}: this is the graph as it was then, from the`,
          'first epoch on.',
        ]
      : []),
    ...(training.batchSize > 0
      ? [
          'NeighborLoader samples one part of the graph for all layers of a batch, the playground one for each.',
        ]
      : []),
    ...(isLarge
      ? [
          `The features are ${graph.numNodes} x ${graph.numNodes} numbers here: think of a table of embeddings.`,
        ]
      : []),
  ];
}

export function headPart(
  run: RunSpec,
  graph: GraphData,
  epoch: number,
  stem: string,
  { source, files }: DataPart,
): string {
  const needs = ['torch', 'torch_geometric', ...(source === 'planetoid' ? ['scipy'] : [])];
  const beside = files.map(({ name }) => `\nThe graph is in ${name}, which belongs beside this script.`);
  return `"""
${modelName(run.model.id)} on ${plain(graph.name)}, as it stood in the GNN Playground: seed ${run.seed}, epoch ${epoch}.

    pip install ${needs.join(' ')}
    python ${stem}.py                                              trains it
    python ${stem}.py --weights ${stem}.safetensors --epochs 0     takes the playground's weights
    torchrun --nproc_per_node=2 ${stem}.py --distributed           trains it in several processes
${beside.join('')}
${remarks(run, graph, epoch).join('\n')}
"""`;
}

export function importLines({ imports, source }: DataPart, convolutions: readonly string[]): string {
  const standard = [
    'import argparse',
    'import json',
    'import os',
    ...imports.filter((line) => /^import /.test(line)),
  ];
  return `
${standard.sort().join('\n')}

import numpy as np
import torch
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel
from torch_geometric.data import Data
${source === 'planetoid' ? 'from torch_geometric.datasets import Planetoid\n' : ''}from torch_geometric.loader import NeighborLoader
${convolutions.length > 0 ? `from torch_geometric.nn import ${convolutions.join(', ')}\n` : ''}from torch_geometric.nn.inits import glorot`;
}
