/**
 * Cytoscape's `.cyjs`, and the elements of Cytoscape.js: grouped under `nodes` and `edges`, or in one list; under
 * `elements`, or at the root.
 */
import { type Dialect, idAt, itemOf, objectAt } from './dialect';
import { type Fields, fieldsOf, listOf, textOf } from '../nested/fields';

interface Element {
  readonly area: string;
  readonly element: Fields;
  readonly data: Fields;
}

const ENDS = ['source', 'target'];

/** What other programs' nodes and edges have not: all of their own lies one deeper. */
const isElement = (value: unknown): boolean => fieldsOf(fieldsOf(value)?.get('data')) !== null;

/** A list of elements, or an object that groups them. null: none are there. */
function elementsIn(root: Fields): { elements: unknown; path: string } | null {
  const elements = root.get('elements');
  if (listOf(elements) ?? fieldsOf(elements)) return { elements, path: 'elements' };
  const both = ['nodes', 'edges'].flatMap((key) => listOf(root.get(key))?.slice(0, 10) ?? []);
  return both.length > 0 && both.every(isElement) ? { elements: root.object, path: '' } : null;
}

export const cytoscapeJson: Dialect = {
  name: 'Cytoscape JSON',
  matches: (root) => elementsIn(root) !== null,
  add: (file, root, builder, attributes) => {
    const { elements, path: top } = elementsIn(root) ?? { elements: [], path: '' };
    const inList = (path: string, list: readonly unknown[] | null): Element[] =>
      (list ?? []).map((value, i) => {
        const area = itemOf(file, path, i);
        const element = objectAt(area, value);
        return { area, element, data: objectAt(area, element.get('data')) };
      });
    const grouped = fieldsOf(elements);
    const all = inList(top, listOf(elements));
    const isEdge = ({ element, data }: Element): boolean =>
      element.has('group') ? element.get('group') === 'edges' : ENDS.every((end) => data.has(end));
    const nodes = grouped
      ? inList(`${top}${top && '.'}nodes`, listOf(grouped.get('nodes')))
      : all.filter((one) => !isEdge(one));
    const edges = grouped
      ? inList(`${top}${top && '.'}edges`, listOf(grouped.get('edges')))
      : all.filter(isEdge);
    for (const { area, element, data } of nodes) {
      const index = builder.node(area, idAt(area, 'id', data.get('id')));
      attributes.node(area, index, data, ['id', 'SUID', 'selected']);
      const position = fieldsOf(element.get('position'));
      const [x, y] = [position?.get('x'), position?.get('y')];
      // On their screen y grows downwards.
      if (typeof x === 'number' && typeof y === 'number') builder.place(index, x, -y);
    }
    for (const { area, data } of edges) {
      const [source, target] = ENDS.map((end) => idAt(area, end, data.get(end)));
      const index = builder.edge(area, source, target);
      attributes.edge(area, index, data, ['id', 'SUID', 'selected', ...ENDS]);
    }
    // Of Cytoscape an object, of NetworkX a list of pairs.
    const pairs = listOf(root.get('data'))?.find((pair) => listOf(pair)?.[0] === 'name');
    const name = fieldsOf(root.get('data'))?.get('name') ?? listOf(pairs)?.[1];
    const directed = root.get('directed');
    return { name: textOf(name), directed: typeof directed === 'boolean' ? directed : null };
  },
};
