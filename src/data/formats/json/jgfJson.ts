/** JSON Graph Format, versions 1 and 2: https://jsongraphformat.info. Metadata become columns of their own. */
import { fail } from '../../base/errors';
import { Fields, fieldsOf, idOf, isCell, listOf, textOf } from '../nested/fields';
import { type Dialect, idAt, itemOf, objectAt } from './dialect';

const NOTHING = new Fields({});

/** The graph, or the first of several. */
const graphIn = (root: Fields): Fields | null =>
  fieldsOf(root.get('graph')) ?? fieldsOf(listOf(root.get('graphs'))?.[0]);

/** Version 2 has the nodes as an object by their ids, version 1 as a list. */
function nodesIn(graph: Fields): readonly (readonly [string, unknown, string | null])[] {
  const list = listOf(graph.get('nodes'));
  if (list) return list.map((node, i) => [`nodes[${i}]`, node, idOf(fieldsOf(node)?.get('id'))]);
  const byId = fieldsOf(graph.get('nodes')) ?? NOTHING;
  return [...byId].map(([id, node]) => [`nodes.${id.slice(0, 40)}`, node, id]);
}

export const jgfJson: Dialect = {
  name: 'JSON Graph Format',
  matches: (root) => {
    const graph = graphIn(root);
    return graph !== null && !root.has('nodes') && (graph.has('nodes') || graph.has('edges'));
  },
  add: (file, root, builder, attributes) => {
    const graph = graphIn(root) ?? NOTHING;
    if ((listOf(root.get('graphs'))?.length ?? 0) > 1)
      builder.remark('The file has several graphs; the first was read.');
    if (graph.has('hyperedges'))
      throw fail(
        file.name,
        'expected edges of two ends, got hyperedges',
        'Make each of them a node that is connected to its members.',
      );
    for (const [path, value, id] of nodesIn(graph)) {
      const area = `${file.name}, ${path}`;
      const node = objectAt(area, value);
      const index = builder.node(area, idAt(area, 'id', id));
      const label = node.get('label');
      if (isCell(label)) builder.setNode(area, index, 'label', label);
      attributes.node(area, index, fieldsOf(node.get('metadata')) ?? NOTHING);
    }
    (listOf(graph.get('edges')) ?? []).forEach((value, i) => {
      const area = itemOf(file, 'edges', i);
      const edge = objectAt(area, value);
      const [source, target] = ['source', 'target'].map((end) => idAt(area, end, edge.get(end)));
      const way = edge.get('directed');
      const index = builder.edge(area, source, target, typeof way === 'boolean' ? way : null);
      for (const name of ['relation', 'label']) {
        const said = edge.get(name);
        if (isCell(said)) builder.setEdge(area, index, name, said);
      }
      attributes.edge(area, index, fieldsOf(edge.get('metadata')) ?? NOTHING);
    });
    // By its schema, a graph that says nothing is directed.
    return { name: textOf(graph.get('label')), directed: graph.get('directed') !== false };
  },
};
