/** What can be taken out of the page as a file; the dialog and the console list them. */

import type { TaskSpec } from '../run/tasks/descriptor';
import { taskDescriptor } from '../run/tasks/tasks';

export const EXPORTS = [
  {
    id: 'embedding.csv',
    name: 'Embedding, CSV',
    group: 'Embedding of the chosen layer',
    sentence: 'One row per node: its name, what your file says of it, and a column for every unit.',
  },
  {
    id: 'embedding.npy',
    name: 'Embedding, NumPy',
    group: 'Embedding of the chosen layer',
    sentence: 'The matrix alone, 32-bit floats, for numpy.load.',
  },
  {
    id: 'embedding.zip',
    name: 'Embedding Projector',
    group: 'Embedding of the chosen layer',
    sentence: 'Vectors and metadata as two TSV files, for projector.tensorflow.org.',
  },
  {
    id: 'projection.csv',
    name: 'Projection, CSV',
    group: 'Embedding of the chosen layer',
    sentence: 'Where the picture puts each node, and how many of its true neighbours it keeps.',
  },
  {
    id: 'predictions.csv',
    name: 'Predictions, CSV',
    group: 'Results',
    sentence: 'True and predicted class of each node, and the probability of every class.',
  },
  {
    id: 'predictions.json',
    name: 'Predictions, JSON',
    group: 'Results',
    sentence: 'The same for programs.',
  },
  {
    id: 'pairs.csv',
    name: 'Held-out pairs, CSV',
    group: 'Results',
    sentence:
      'Both ends of every pair of validation and test, whether it is an edge, its score and probability.',
  },
  {
    id: 'metrics.csv',
    name: 'Metrics, CSV',
    group: 'Results',
    sentence: 'Precision, recall and F1 of every class, by part of the split.',
  },
  {
    id: 'metrics.json',
    name: 'Metrics, JSON',
    group: 'Results',
    sentence: 'The same with the confusion matrix, and all that determines the run.',
  },
  {
    id: 'history.csv',
    name: 'Training history, CSV',
    group: 'Results',
    sentence: 'Loss and accuracy of every epoch.',
  },
  {
    id: 'history.json',
    name: 'Training history, JSON',
    group: 'Results',
    sentence: 'The same with the settings.',
  },
  {
    id: 'graph.gexf',
    name: 'Graph, GEXF',
    group: 'Graph with all of these',
    sentence: 'For Gephi: positions, present colours, classes, predictions and embedding.',
  },
  {
    id: 'graph.graphml',
    name: 'Graph, GraphML',
    group: 'Graph with all of these',
    sentence: 'For NetworkX, igraph, Gephi and Cytoscape: the same.',
  },
  {
    id: 'weights.safetensors',
    name: 'Weights, safetensors',
    group: 'Model',
    sentence: 'Every parameter under the name that the Python script knows it by.',
  },
  {
    id: 'scene.gnnscene',
    name: 'Scene',
    group: 'Model',
    sentence: 'All that this page shows, the graph included: drop it on a playground to open it.',
  },
  { id: 'picture.png', name: 'Picture, PNG', group: 'Picture', sentence: 'Both canvases, as they are now.' },
  { id: 'picture.svg', name: 'Picture, SVG', group: 'Picture', sentence: 'The same as lines and circles.' },
] as const;
export type ExportId = (typeof EXPORTS)[number]['id'];

/** Whether the rows of the chosen layer are in the file. */
export const tellsEmbedding = (kind: FileId): boolean =>
  kind.startsWith('embedding') || kind.startsWith('graph');

/** Whether a task makes what a file is of: classes of nodes, scores of pairs, or neither. */
export function isFileOf(id: ExportId, { task }: { readonly task: TaskSpec }): boolean {
  const { unit, output } = taskDescriptor(task.id);
  if (id.startsWith('pairs')) return unit === 'edge';
  if (id.startsWith('predictions') || id.startsWith('metrics'))
    return unit === 'node' && output === 'classes';
  return true;
}

/** Those that are written from a run's facts alone, in a worker. */
export type FileId = Exclude<
  ExportId,
  'weights.safetensors' | 'scene.gnnscene' | 'picture.png' | 'picture.svg'
>;
