/** The nodes that go out: those that are there, with what they are called. */
import type { GraphData } from '../graph/graphData';

/** Deleted nodes keep their number and stay behind. */
export function nodesOf({ numNodes, tombstones = [] }: GraphData): readonly number[] {
  const gone = new Set(tombstones);
  return Array.from({ length: numNodes }, (_, node) => node).filter((node) => !gone.has(node));
}

export const namesOf = (graph: GraphData, nodes: readonly number[]): readonly string[] =>
  nodes.map((node) => graph.nodeNames?.[node] ?? String(node));

/** The id that the file gives it, else its number. */
export const fileId = ({ file }: GraphData, node: number): string => file?.nodeIds[node] ?? String(node);

/** `h1 3`; of the input the feature's own name. */
export const unitName = (graph: GraphData, layer: string, unit: number): string =>
  (layer === 'x' ? graph.featureNames?.[unit] : undefined) ?? `${layer} ${unit + 1}`;

/** `train`, `val`, `test`, or nothing. */
export function partsOf({ numNodes, labelling }: GraphData): readonly string[] {
  const parts = Array.from({ length: numNodes }, () => '');
  for (const part of ['train', 'val', 'test'] as const)
    for (const node of labelling.split[part] ?? []) parts[node] = part;
  return parts;
}
