import type { GraphData } from '../../../data/graph/graphData';
import { isDeleted } from '../../state/editing';

/** One node, or all of a class. */
export type Found =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'class'; readonly index: number; readonly nodes: readonly number[] };

const MOST = 8;

/** How well `name` fits: 0 is the same, then its beginning, the beginning of a word in it, any part; null is not at all. */
function fit(name: string, wanted: string): number | null {
  const at = name.indexOf(wanted);
  if (at < 0) return null;
  if (name === wanted) return 0;
  return at === 0 ? 1 : /[\s_-]/.test(name[at - 1] ?? '') ? 2 : 3;
}

/** Behind names that fit as well. */
const BEHIND_NAMES = 4;

/** Whether the file says so of the node, in any of its columns. */
function fitOfFile({ file }: GraphData, node: number, wanted: string): number[] {
  if (!file) return [];
  const cells = [
    file.nodeIds[node] ?? '',
    ...file.nodeColumns.map(({ values }) => String(values[node] ?? '')),
  ];
  return cells.flatMap((text) => {
    const fits = fit(text.toLowerCase(), wanted);
    return fits === null ? [] : BEHIND_NAMES + fits;
  });
}

/**
 * Nodes by name, number, and id or column of the visitor's file, and classes by name, best first, at most eight. Case
 * does not count.
 */
export function findNodes(graph: GraphData, text: string, withClasses = true): readonly Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: { fit: number; found: Found }[] = [];
  const { classNames, y } = graph.labelling;
  if (withClasses)
    classNames.forEach((name, index) => {
      const fits = fit(name.toLowerCase(), wanted);
      if (fits === null) return;
      const nodes = Array.from(y.keys()).filter((node) => y[node] === index);
      found.push({ fit: fits - 0.5, found: { kind: 'class', index, nodes } });
    });
  for (let node = 0; node < graph.numNodes; node++) {
    if (isDeleted(graph, node)) continue;
    const fits = [String(node), graph.nodeNames?.[node]?.toLowerCase() ?? ''].flatMap(
      (name) => fit(name, wanted) ?? [],
    );
    if (fits.length === 0) fits.push(...fitOfFile(graph, node, wanted));
    if (fits.length > 0) found.push({ fit: Math.min(...fits), found: { kind: 'node', node } });
  }
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, MOST)
    .map((each) => each.found);
}
