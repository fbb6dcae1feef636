import type { Sliced } from '../../../data/base/sliced';
import type { GraphData } from '../../../data/graph/graphData';
import { folded } from '../../state/folded';

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
    const fits = fit(folded(text), wanted);
    return fits === null ? [] : BEHIND_NAMES + fits;
  });
}

/** Nodes asked between two yields: each says several texts. */
const NODES = 4096;

/**
 * Nodes by name, number, and id or column of the visitor's file, and classes by name, best first, at most eight. Case
 * and accents do not count.
 */
export function* findNodes(graph: GraphData, text: string, withClasses = true): Sliced<readonly Found[]> {
  const wanted = folded(text.trim());
  if (wanted === '') return [];
  /** The best so far, those that fit as well in the order of the graph. */
  const best: { fit: number; found: Found }[] = [];
  const add = (fits: number, found: Found): void => {
    if (best.length === MOST && fits >= best[MOST - 1]!.fit) return;
    const at = best.findIndex((each) => each.fit > fits);
    best.splice(at < 0 ? best.length : at, 0, { fit: fits, found });
    best.length = Math.min(best.length, MOST);
  };
  const { classNames, y } = graph.labelling;
  if (withClasses)
    for (const [index, name] of classNames.entries()) {
      const fits = fit(folded(name), wanted);
      if (fits === null) continue;
      const nodes: number[] = [];
      y.forEach((label, node) => {
        if (label === index) nodes.push(node);
      });
      add(fits - 0.5, { kind: 'class', index, nodes });
    }
  const gone = new Set(graph.tombstones);
  for (let node = 0; node < graph.numNodes; node++) {
    if (node % NODES === NODES - 1) yield;
    if (gone.has(node)) continue;
    const fits = [String(node), folded(graph.nodeNames?.[node] ?? '')].flatMap(
      (name) => fit(name, wanted) ?? [],
    );
    if (fits.length === 0) fits.push(...fitOfFile(graph, node, wanted));
    if (fits.length > 0) add(Math.min(...fits), { kind: 'node', node });
  }
  return best.map(({ found }) => found);
}
