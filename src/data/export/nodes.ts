/** The nodes that go out: those that are there, with what they are called. */
import { DistinctNames } from '../formats/distinctNames';
import type { Column } from '../graph/graphData';
import type { FileGraph } from './facts';

/** Deleted nodes keep their number and stay behind. */
export function nodesOf({ numNodes, tombstones = [] }: FileGraph): readonly number[] {
  const gone = new Set(tombstones);
  return Array.from({ length: numNodes }, (_, node) => node).filter((node) => !gone.has(node));
}

export const namesOf = (graph: FileGraph, nodes: readonly number[]): readonly string[] =>
  nodes.map((node) => graph.nodeNames?.[node] ?? String(node));

/** The id that the file gives it, else its number. */
export const fileId = ({ file }: FileGraph, node: number): string => file?.nodeIds[node] ?? String(node);

/**
 * The columns of the visitor's file, to stand beside ours: `id`, `name` or `class` that says what ours says (or nothing)
 * is left out, and any other that is called as ours is told apart.
 *
 * @param ours what our own columns of the same table are called
 */
export function fileColumns(graph: FileGraph, ours: readonly string[]): readonly Column[] {
  const { file, nodeNames, labelling } = graph;
  const names = new DistinctNames(ours);
  const said = new Map<string, (node: number) => string | undefined>([
    ['id', (node) => fileId(graph, node)],
    ['name', (node) => nodeNames?.[node] ?? String(node)],
    ['class', (node) => labelling.classNames[labelling.y[node] ?? -1]],
  ]);
  const isRepeated = ({ name, values }: Column): boolean => {
    const our = ours.includes(name) ? said.get(name) : undefined;
    return our !== undefined && values.every((cell, node) => cell === null || String(cell) === our(node));
  };
  return (file?.nodeColumns ?? [])
    .filter((column) => !isRepeated(column))
    .map(({ name, values }) => ({ name: names.take(name), values }));
}

/** `h1 3`; of the input the feature's own name. */
export const unitName = (graph: FileGraph, layer: string, unit: number): string =>
  (layer === 'x' ? graph.featureNames?.[unit] : undefined) ?? `${layer} ${unit + 1}`;

/** `train`, `val`, `test`, or nothing. */
export function partsOf({ numNodes, labelling }: FileGraph): readonly string[] {
  const parts = Array.from({ length: numNodes }, () => '');
  for (const part of ['train', 'val', 'test'] as const)
    for (const node of labelling.split[part] ?? []) parts[node] = part;
  return parts;
}
