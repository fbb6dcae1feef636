/** What graphology's `graph.export()` gives, and Gephi Lite saves. */
import { type Dialect, idAt, itemOf, objectAt } from './dialect';
import { Fields, fieldsOf, listOf, textOf } from '../nested/fields';

const NO_FIELDS = new Fields({});

export const graphologyJson: Dialect = {
  name: 'graphology JSON',
  matches: (root) => {
    const nodes = listOf(root.get('nodes'));
    return (
      nodes !== null &&
      (root.has('options') || root.has('attributes') || nodes.length > 0) &&
      nodes
        .slice(0, 10)
        .every((node) => fieldsOf(node)?.has('key') === true && fieldsOf(node)?.has('id') === false)
    );
  },
  add: (file, root, builder, attributes) => {
    listOf(root.get('nodes'))?.forEach((value, i) => {
      const area = itemOf(file, 'nodes', i);
      const node = objectAt(area, value);
      const index = builder.node(area, idAt(area, 'key', node.get('key')));
      const own = fieldsOf(node.get('attributes')) ?? NO_FIELDS;
      attributes.node(area, index, own);
    });
    const type = fieldsOf(root.get('options'))?.get('type');
    const byType = type === 'directed' ? true : type === 'undirected' ? false : null;
    (listOf(root.get('edges')) ?? []).forEach((value, i) => {
      const area = itemOf(file, 'edges', i);
      const edge = objectAt(area, value);
      const [source, target] = ['source', 'target'].map((key) => idAt(area, key, edge.get(key)));
      // In a mixed graph an edge is directed unless it says otherwise.
      const directed = byType ?? edge.get('undirected') !== true;
      const index = builder.edge(area, source, target, directed);
      attributes.edge(area, index, fieldsOf(edge.get('attributes')) ?? NO_FIELDS);
    });
    return { name: textOf(fieldsOf(root.get('attributes'))?.get('name')), directed: byType };
  },
};
