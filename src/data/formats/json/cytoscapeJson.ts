/** Cytoscape's `.cyjs`, and the elements of Cytoscape.js: grouped under `nodes` and `edges`, or in one list. */
import { type Dialect, idAt, itemOf, objectAt } from './dialect';
import { type Fields, fieldsOf, listOf, textOf } from './fields';

interface Element {
  readonly area: string;
  readonly element: Fields;
  readonly data: Fields;
}

const ENDS = ['source', 'target'];

export const cytoscapeJson: Dialect = {
  name: 'Cytoscape JSON',
  matches: (root) => listOf(root.get('elements')) !== null || fieldsOf(root.get('elements')) !== null,
  add: (file, root, builder, attributes) => {
    const elements = root.get('elements');
    const inList = (path: string, list: readonly unknown[] | null): Element[] =>
      (list ?? []).map((value, i) => {
        const area = itemOf(file, path, i);
        const element = objectAt(area, value);
        return { area, element, data: objectAt(area, element.get('data')) };
      });
    const grouped = fieldsOf(elements);
    const all = inList('elements', listOf(elements));
    const isEdge = ({ element, data }: Element): boolean =>
      element.has('group') ? element.get('group') === 'edges' : ENDS.every((end) => data.has(end));
    const nodes = grouped
      ? inList('elements.nodes', listOf(grouped.get('nodes')))
      : all.filter((one) => !isEdge(one));
    const edges = grouped ? inList('elements.edges', listOf(grouped.get('edges'))) : all.filter(isEdge);
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
